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

public sealed class TicketPageTests : PageTest
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
    public async Task What_was_begun_on_another_connection_is_there_until_it_is_sent()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<Drafts>().KeepAsync(Me.Id, $"caso:{number}", """{"Reply":"A medias","Note":"","Waiting":"","Cause":"","Seen":1}""", CancellationToken.None);
        var page = Open(number);
        Assert.Equal("A medias", page.Find(".composer textarea").GetAttribute("value"));
        Assert.Contains("Recuperado", Words(page.Find(".composer-recovered")), StringComparison.Ordinal);

        await TypeAsync(page, "Ya está completa.");
        await Eventually.TrueAsync(async () => (await KeptAsync(number))?.Reply == "Ya está completa.", "what is typed is kept");
        await page.InvokeAsync(() => page.Find("[data-key=send]").ClickAsync());

        See(page, () => Assert.Equal("", page.Find(".composer textarea").GetAttribute("value")));
        await Eventually.TrueAsync(async () => await KeptAsync(number) is null, "it is forgotten");
        Assert.Empty(page.FindAll(".composer-recovered"));
    }

    [Fact]
    public async Task A_recovered_draft_can_be_thrown_away()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.Get<Drafts>().KeepAsync(Me.Id, $"caso:{number}", """{"Reply":"","Note":"Ojo","Waiting":"","Cause":"","Seen":null}""", CancellationToken.None);
        var page = Open(number);

        await page.InvokeAsync(() => page.Find(".composer-recovered button").ClickAsync());

        await Eventually.TrueAsync(async () => await KeptAsync(number) is null, "it is forgotten");
        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync());
        Assert.Equal("", page.Find(".composer textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task The_buttons_say_what_they_will_do()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        Assert.Equal(["Enviar respuesta de fondo", "Enviar respuesta parcial", "Enviar y esperar al peticionario", "Enviar respuesta de fondo y cerrar"], Buttons(page));

        await page.InvokeAsync(() => page.Find("[data-key=note]").ClickAsync());
        Assert.Equal(["Guardar nota"], Buttons(page));
        Assert.Contains("note", page.Find(".composer").ClassList);

        await Desk.WaitAsync(number);
        await page.InvokeAsync(() => page.Find("[data-key=reply]").ClickAsync());
        Await(page, () => Assert.Equal(["Enviar respuesta de fondo", "Enviar y seguir esperando", "Enviar respuesta de fondo y cerrar"], Buttons(page)));

        await Desk.AnswerAsync(number);
        Await(page, () => Assert.Equal(["Enviar mensaje adicional"], Buttons(page)));

        await Desk.CloseAsync(number);
        Await(page, () => Assert.Empty(page.FindAll(".composer-actions button")));
    }

    [Fact]
    public async Task A_reply_that_asks_for_something_is_sent_and_the_clock_stopped_together()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "¿Cuál es la factura?");

        await PressAsync(page, "Enviar y esperar al peticionario");
        await PressAsync(page, "Enviar y esperar al peticionario");
        Assert.Equal("Escriba el motivo; queda en la historia del caso.", Words(page.Find(".composer .refusal")));
        Assert.Single(await Desk.LogAsync(number));

        await page.InvokeAsync(() => page.Find("#causa-espera").ChangeAsync("2"));
        await page.InvokeAsync(() => page.Find("#que-se-espera").InputAsync("El número"));
        await PressAsync(page, "Enviar y esperar al peticionario");

        Assert.Equal([typeof(TicketEvent.Filed), typeof(TicketEvent.Replied), typeof(TicketEvent.WaitStarted)], (await Desk.LogAsync(number)).Select(line => line.GetType()));
        Assert.Contains("En espera del peticionario", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
        Assert.Contains("Se pidió una aclaración", Words(page.Find(".pauses")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_is_sent_and_the_case_closed_together_or_neither()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await PressAsync(page, "Enviar respuesta de fondo y cerrar");
        Assert.Single(await Desk.LogAsync(number));

        await TypeAsync(page, "Le devolvimos el cobro.");
        await PressAsync(page, "Enviar respuesta de fondo y cerrar");

        Assert.Equal([typeof(TicketEvent.Filed), typeof(TicketEvent.Answered), typeof(TicketEvent.Closed)], (await Desk.LogAsync(number)).Select(line => line.GetType()));
        Assert.Contains("Cerrado", Words(page.Find(".ticket-head")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_shown_as_it_will_look_and_what_a_petitioner_typed_as_it_was_typed()
    {
        var number = (await Desk.FileAsync(Samples.Filing with { Description = "**No** es _mío_" })).Number;
        var page = Open(number);
        await TypeAsync(page, "Es **suyo**:\n- uno\n- dos\n\n<b>x</b>");

        await page.InvokeAsync(() => page.Find("[data-key=preview]").ClickAsync());
        Assert.Equal(("suyo", 2), (page.Find(".composer-preview strong").TextContent, page.FindAll(".composer-preview li").Count));
        Assert.Empty(page.FindAll(".composer-preview b"));
        Assert.Equal("Es **suyo**:\n- uno\n- dos\n\n<b>x</b>", page.Find(".composer textarea").GetAttribute("value"));

        await PressAsync(page, "Enviar respuesta parcial");
        See(page, () => Assert.Equal("suyo", page.Find(".turn.agent strong").TextContent));
        Assert.Equal("**No** es _mío_", page.Find(".turn.petitioner .turn-text").TextContent);
        Assert.Empty(page.FindAll(".composer-preview"));
    }

    [Fact]
    public async Task Who_writes_while_another_changes_the_ticket_is_told_keeps_the_text_and_can_send_again()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "Le devolvimos el cobro.");
        await Desk.ChangePriorityAsync(number, Priority.High, "Son muchos", Samples.Someone(id: Me.Id + 1, name: "Luis Peña"));
        Await(page, () => Assert.Contains("Luis Peña cambió la prioridad de Media a Alta.", Words(page.Find(".composer .notice")), StringComparison.Ordinal));

        await PressAsync(page, "Enviar respuesta de fondo");

        Assert.Contains("No se envió", Words(page.Find(".composer .refusal")), StringComparison.Ordinal);
        Assert.Contains("Luis Peña cambió la prioridad de Media a Alta. Motivo: Son muchos 10:00", Words(page.Find(".composer .refusal")), StringComparison.Ordinal);
        Assert.Equal("Le devolvimos el cobro.", page.Find(".composer textarea").GetAttribute("value"));
        Assert.Equal(2, (await Desk.LogAsync(number)).Count);

        await PressAsync(page, "Enviar respuesta de fondo");
        Assert.IsType<TicketEvent.Answered>((await Desk.LogAsync(number))[^1]);
    }

    [Fact]
    public async Task What_one_did_oneself_while_writing_is_no_news()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await TypeAsync(page, "Le devolvimos el cobro.");
        await page.InvokeAsync(() => page.FindAll(".panel-actions button").First(button => Words(button) == "Tomar").ClickAsync());

        Assert.Empty(page.FindAll(".composer .notice"));
        await PressAsync(page, "Enviar respuesta de fondo");
        Assert.IsType<TicketEvent.Answered>((await Desk.LogAsync(number))[^1]);
    }

    [Fact]
    public async Task A_small_form_refuses_beside_the_field_and_does_it_when_it_can()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar la prioridad']").ClickAsync());
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Elija la prioridad.", Words(page.Find("dialog .field-error"))));

        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("High"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Escriba el motivo; queda en la historia del caso.", Words(page.Find("dialog .field-error"))));

        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Son muchos"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(Priority.High, (await Desk.TicketAsync(number)).Priority);
    }

    [Fact]
    public async Task The_term_is_extended_from_the_page_and_not_beyond_what_the_law_allows()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);

        await page.InvokeAsync(() => page.FindAll(".legal-acts button").First(button => Words(button) == "Prorrogar").ClickAsync());
        Assert.Equal(("2026-03-26", "2026-04-17"), (page.Find("#accion-valor").GetAttribute("min"), page.Find("#accion-valor").GetAttribute("max")));
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("2026-04-20"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Faltan pruebas"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("2026-04-17", Words(page.Find("dialog .field-error")), StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("2026-04-10"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Contains("Faltan pruebas", Words(page.Find(".ticket-talk")), StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => Words(button) == "Prorrogar");
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
    public async Task A_small_form_opened_before_a_change_is_told_of_it_once()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await page.InvokeAsync(() => page.Find("[aria-label='Cambiar de tipo']").ClickAsync());
        await Desk.ReplyAsync(number, by: Samples.Someone(id: Me.Id + 1, name: "Luis Peña"));

        // Found and told in one turn: the push of the reply may come in between.
        await page.InvokeAsync(() => page.Find("#accion-valor").ChangeAsync("Complaint"));
        await page.InvokeAsync(() => page.Find("#accion-texto").InputAsync("Es sobre el trato"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Luis Peña envió una respuesta parcial.", Words(page.Find("dialog .refusal")), StringComparison.Ordinal));
        Assert.Equal(TicketKind.Claim, (await Desk.TicketAsync(number)).Kind);

        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Assert.Equal(TicketKind.Complaint, (await Desk.TicketAsync(number)).Kind);
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

    private static Task TypeAsync(IRenderedComponent<TicketPage> page, string text) => page.InvokeAsync(() => page.Find(".composer textarea").InputAsync(text));

    private IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".ticket"));
        return page;
    }

    private Task<KeptWords?> KeptAsync(string number) => Desk.Get<Drafts>().ReadAsync<KeptWords>(Me.Id, $"caso:{number}", CancellationToken.None);

    private static Task PressAsync(IRenderedComponent<TicketPage> page, string words) =>
        page.InvokeAsync(() => page.FindAll("[data-key^=send]").First(button => Words(button) == words).ClickAsync());

    private static IEnumerable<string> Buttons(IRenderedComponent<TicketPage> page) => page.FindAll("[data-key^=send]").Select(Words);
}
