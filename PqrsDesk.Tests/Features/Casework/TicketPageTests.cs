using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Features.SlaRules;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Presence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

/// <summary>What is seen of a case, and what of others.</summary>
public sealed class TicketPageTests : TicketPageTest
{
    [Fact]
    public async Task A_person_sees_who_asks_for_what_until_when_and_what_was_said()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.ReplyAsync(number, "Estamos revisando.");
        await Desk.NoteAsync(number, "Ojo con cartera.");

        var page = Open(number);

        Assert.Equal("Cobro duplicado en la factura de febrero", Words(page.Find("h1")));
        Assert.Contains(number, Words(page.Find(".ticket-head")), StringComparison.Ordinal);
        Assert.Equal(
            ["María Íñiguez", "Ana Restrepo", "Ana Restrepo"],
            page.FindAll(".turn-who").Select(Words));
        Assert.Equal(["turn petitioner", "turn agent", "turn note"], page.FindAll(".turn").Select(turn => turn.ClassName));
        Assert.Equal(["Primera respuesta", "Solución", "Término legal"], page.FindAll(".deadline-line > span:first-child").Select(Words));
        Assert.Contains("Día 0 de 15 hábiles · hasta el 25 mar 2026", Words(page.FindAll(".explanation")[2]), StringComparison.Ordinal);
        Assert.Contains("maria@example.org", Words(page.Find("[aria-labelledby=peticionario]")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_of_law_stands_with_its_source_its_doubt_and_the_effective_date()
    {
        var moving = FilingPractice.Safe with { Regime = "crc", Offered = ["ley1581"], ClosedDays = ClosedDays.NextBusinessDay };
        Assert.Null((await Desk.Get<StoreLaw>().RunAsync(moving, Samples.Someone(Role.Admin), CancellationToken.None)).Problem);
        Desk.Clock.Now = TestClock.Tuesday.AddDays(4);
        var page = Open((await Desk.FileAsync()).Number);

        var panel = Words(page.Find("[aria-labelledby=actuaciones]"));
        Assert.Contains("PQR de servicios de comunicaciones: 15 días hábiles", panel, StringComparison.Ordinal);
        Assert.Contains("Resolución CRC 5050 de 2016, tít. II cap. 1 · versión 1 de la norma", panel, StringComparison.Ordinal);
        Assert.Contains("Por confirmar", panel, StringComparison.Ordinal);
        Assert.Contains("La ampliación de 15 días", panel, StringComparison.Ordinal);
        Assert.Contains("Silencio administrativo positivo", panel, StringComparison.Ordinal);
        Assert.Equal("9 mar 2026", Words(page.FindAll("[aria-labelledby=clasificacion] dt").Single(term => Words(term) == "Radicación efectiva").NextElementSibling!));

        await page.InvokeAsync(() => page.Find("[aria-label='¿Por qué vence entonces? Término legal']").ClickAsync());
        See(page, () => Assert.Contains(page.FindAll(".why li"), line => Words(line) == "radicado el sábado 7 de marzo de 2026; fecha de radicación efectiva: lunes 9 de marzo de 2026"));

        await page.InvokeAsync(() => page.Find("[aria-labelledby=clasificacion] button[aria-label='Cambiar de tipo']").ClickAsync());
        See(page, () => Assert.Equal(["CRC: comunicaciones", "Ley 1581 de 2012: habeas data"], page.FindAll("#accion-regimen option").Select(Words)));
        await page.InvokeAsync(() => page.Find("#accion-regimen").ChangeAsync("ley1581"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Son sus datos."));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Reclamo de datos personales: 15 días hábiles", Words(page.Find("[aria-labelledby=actuaciones]")), StringComparison.Ordinal));
        Assert.Contains("puso el caso bajo otro régimen legal: Ley 1581 de 2012: habeas data", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_typed_is_read_and_never_run()
    {
        var cat = await Desk.AddAsync(new Area { Name = $"Área {Hostile}" });
        var number = (await Desk.FileAsync(
            Samples.Filing with { Subject = Hostile, Description = Hostile, Topic = Hostile, TouchesSecurity = true, PriorityOverride = Priority.Low, PriorityReason = Hostile },
            Samples.Petitioner with { Name = Hostile, Document = "<b>CC 1</b>", Telephone = "<i>300</i>" })).Number;
        await Desk.ReplyAsync(number, Hostile);
        await Desk.NoteAsync(number, Hostile);
        await Desk.HearAsync(number, Hostile);
        await Desk.WaitAsync(number, Hostile);
        await Desk.ResumeAsync(number, Hostile);
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Reassign(cat, Hostile, Hostile, book, now));
        await Desk.ChangeAsync(number, (ticket, book, now) => ticket.Attach(Guid.NewGuid(), Hostile, 1, book, now));
        await Desk.AnswerAsync(number, Hostile);

        var page = Open(number);

        AssertHarmless(page);
        Assert.Empty(page.FindAll(".ticket b, .ticket i"));
        Assert.Equal(5, page.FindAll(".turn-text, .turn .prose").Count(turn => turn.TextContent.Trim() == Hostile));
    }

    [Fact]
    public async Task What_another_does_appears_by_itself()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        await Desk.TakeAsync(number, await Desk.HireAsync("Luis Peña"));

        Await(page, () => Assert.Contains("Luis Peña tomó el caso.", Words(page.Find(".conversation")), StringComparison.Ordinal));
        Assert.Contains("En trámite", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_else_is_here_is_shown_and_whether_they_write()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        Assert.Empty(page.FindAll(".presence"));

        using var visit = Desk.Get<PresenceBook>().Enter(number, Me.Id + 1, "Luis Peña");
        Pass(page, () => page.FindAll(".presence-words") is [var one] && Words(one) == "Luis Peña está viendo este caso");

        visit.Write(true);
        Pass(page, () => page.FindAll(".presence-words") is [var one] && Words(one) == "Luis Peña está escribiendo");

        visit.Dispose();
        Pass(page, () => page.FindAll(".presence").Count == 0);
    }

    [Fact]
    public async Task Others_are_told_that_one_is_here_and_writes_and_never_what()
    {
        var number = (await Desk.FileAsync()).Number;
        var book = Desk.Get<PresenceBook>();
        var page = Open(number);
        Pass(page, () => book.Now.At(number, null) is [{ Writes: false } me] && me.Name == Me.Name);

        await TypeAsync(page, "Respuesta a medias");
        Pass(page, () => book.Now.At(number, null) is [{ Writes: true }]);

        await TypeAsync(page, "");
        Pass(page, () => book.Now.At(number, null) is [{ Writes: false }]);

        var other = (await Desk.FileAsync()).Number;
        page.Render(p => p.Add(ticket => ticket.Radicado, other));
        Pass(page, () => book.Now.At(number, null).Count == 0 && book.Now.At(other, null).Count == 1);

        await DisposeComponentsAsync();
        Pass(page, () => book.Now.At(other, null).Count == 0);
    }

    /// <summary>Moves the clock until it is so.</summary>
    private void Pass(IRenderedComponent<TicketPage> page, Func<bool> seen) => Assert.True(SpinWait.SpinUntil(() =>
    {
        Desk.Clock.Advance(LiveViews.Pace);
        return page.InvokeAsync(seen).GetAwaiter().GetResult();
    }, TimeSpan.FromSeconds(20)));

    [Fact]
    public async Task A_page_that_is_left_is_no_longer_told()
    {
        var page = Open((await Desk.FileAsync()).Number);

        // The case, and what people have to do with each other on it.
        See(page, () => Assert.Equal((1, 2), (Desk.Get<ITicketFeed>().Subscribers, Desk.Get<LiveViews>().Count)));

        await DisposeComponentsAsync();

        Assert.Equal((0, 0), (Desk.Get<ITicketFeed>().Subscribers, Desk.Get<LiveViews>().Count));
        Assert.True(page.IsDisposed);
    }

    [Fact]
    public async Task Another_ticket_on_the_same_page_brings_its_own_view_and_its_own_draft()
    {
        var one = (await Desk.FileAsync()).Number;
        var other = (await Desk.FileAsync(Samples.Filing with { Subject = "Otro asunto" })).Number;
        var page = Open(one);
        await TypeAsync(page, "A medias");

        page.Render(p => p.Add(ticket => ticket.Radicado, other));
        See(page, () => Assert.Equal("Otro asunto", Words(page.Find("h1"))));
        Assert.Equal("", page.Find(".composer textarea").GetAttribute("value"));
        See(page, () => Assert.Equal(2, Desk.Get<LiveViews>().Count));

        page.Render(p => p.Add(ticket => ticket.Radicado, one));
        See(page, () => Assert.Equal("A medias", page.Find(".composer textarea").GetAttribute("value")));
    }

    [Fact]
    public async Task Every_deadline_says_why_it_is_due_then()
    {
        var page = Open((await Desk.FileAsync()).Number);

        await page.InvokeAsync(() => page.Find("[aria-label='¿Por qué vence entonces? Término legal']").ClickAsync());
        See(page, () => Assert.Contains(page.FindAll(".why li"), line => Words(line).Contains("San José", StringComparison.Ordinal)));
        await page.InvokeAsync(() => page.Find("[aria-label='¿Por qué vence entonces? Solución']").ClickAsync());
        See(page, () => Assert.Contains("General", Words(page.Find(".why li")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_are_put_on_the_ticket_as_soon_as_they_have_come()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        page.FindComponent<FilesPanel>().FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("hola", "factura.txt"), InputFileContent.CreateFromText("", "vacio.txt"));

        See(page, () => Assert.Contains("El archivo está vacío.", Words(page.Find(".attach")), StringComparison.Ordinal));
        var attached = Assert.IsType<TicketEvent.FileAttached>((await Desk.LogAsync(number))[^1]);
        Assert.Equal(("factura.txt", 4), (attached.Name, attached.Bytes));
        Assert.NotNull(Desk.Get<FileStore>().Find(attached.FileId));
        See(page, () => Assert.Equal($"/adjuntos/{attached.FileId}", page.Find(".ticket-side .attachments a").GetAttribute("href")));
    }

    [Fact]
    public async Task Many_quiet_lines_in_a_row_are_folded()
    {
        var number = (await Desk.FileAsync()).Number;
        foreach (var priority in new[] { Priority.High, Priority.Low, Priority.High, Priority.Low, Priority.High })
            await Desk.ChangePriorityAsync(number, priority);

        Assert.Equal("5 movimientos", Words(Open(number).Find(".event-fold summary")));
    }

    [Fact]
    public async Task A_lead_may_release_what_a_colleague_has_and_an_agent_may_not()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.TakeAsync(number, await Desk.HireAsync("Luis Peña"));
        Assert.DoesNotContain("Devolver a la cola", Words(Open(number).Find(".panel-actions")), StringComparison.Ordinal);

        SignIn(await Desk.HireAsync("Gloria Zuluaga", Role.Lead));
        Assert.Contains("Devolver a la cola", Words(Open(number).Find(".panel-actions")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_number_is_calmly_not_found()
    {
        var told = false;
        Services.GetRequiredService<NavigationManager>().OnNotFound += (_, _) => told = true;

        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, "PQRS-1999-000001"));

        See(page, () => Assert.True(told || page.FindAll(".ticket").Count > 0));
        Assert.True(told);
    }

    [Fact]
    public async Task A_clock_that_was_missed_and_stands_still_says_that_it_was_missed()
    {
        var number = (await Desk.FileAsync()).Number;
        Desk.Clock.Advance(TimeSpan.FromDays(30));
        await Desk.ReplyAsync(number);
        await Desk.WaitAsync(number);

        var clock = Open(number).FindAll(".deadline").Single(deadline => Words(deadline).StartsWith("Solución", StringComparison.Ordinal));
        Assert.Contains("vencido", Words(clock.QuerySelector(".deadline-line")!), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Sin plazo", Words(clock), StringComparison.Ordinal);
    }
}
