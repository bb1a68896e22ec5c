using Bunit;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>Planning a message on the page of a case, and what all see of it.</summary>
public sealed class SendingPageTests : PageTest
{
    [Fact]
    public async Task What_is_written_is_planned_stands_there_for_all_and_is_taken_up_again()
    {
        var number = (await Desk.FileAsync()).Number;
        await Desk.TakeAsync(number, Me);
        var page = Open(number);
        await page.InvokeAsync(() => page.Find("[data-key=schedule]").ClickAsync());
        See(page, () => Assert.Contains("Escriba", page.Find(".composer .refusal").TextContent, StringComparison.OrdinalIgnoreCase));
        await WriteAsync(page, "Mañana le **devolvemos** el dinero.");

        // Due first: the reply, today at 15:00. Tomorrow is after that, and says so.
        var (proposal, note) = (page.Find("[data-plan=NextDay]"), page.Find("[data-plan=NextDay] .muted"));
        Assert.Equal("El próximo día hábil, al abrir", Words(proposal.QuerySelector("span")!));
        Assert.Equal("mié 4 mar 2026, 08:00 · después del plazo", Words(note));
        await page.InvokeAsync(() => page.Find("#programar-dia").InputAsync("2026-03-03"));
        await page.InvokeAsync(() => page.Find("#programar-hora").InputAsync("14:30:00"));
        Assert.Equal("Se enviará el mar 3 mar 2026, 14:30.", Words(page.Find(".plan-chosen")));
        await page.InvokeAsync(() => page.Find("#programar-hora").InputAsync("16:00:00"));
        Assert.Equal("A esa hora ya habrá vencido el plazo más próximo del caso: mar 3 mar 2026, 15:00.", Words(page.Find(".plan-warning")));
        await page.InvokeAsync(() => page.Find("#programar-hora").InputAsync("09:00:00"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Equal("Esa hora ya pasó. Elija una que venga.", Words(page.Find("#programar-dia-error"))));
        await page.InvokeAsync(() => page.Find("#programar-hora").InputAsync("14:30:00"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());

        See(page, () => Assert.Equal("Se enviará el mar 3 mar 2026, 14:30, por Ana Restrepo", Words(page.Find(".planned-when"))));
        Assert.Equal("devolvemos", Words(page.Find(".planned strong")));
        Assert.Contains("Para María Íñiguez (maria@example.org).", Words(page.Find(".planned")), StringComparison.Ordinal);
        Assert.Contains("Se retiene si el peticionario escribe antes.", Words(page.Find(".planned")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-key=schedule]"));
        Assert.Equal("", page.Find("#redactar textarea").GetAttribute("value"));
        Assert.Contains("programó una respuesta para el 3 mar 2026, 14:30.", page.Find(".conversation").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => page.Find("[data-edit-planned]").ClickAsync());
        See(page, () => Assert.Empty(page.FindAll(".planned")));
        Assert.Equal("Mañana le **devolvemos** el dinero.", page.Find("#redactar textarea").GetAttribute("value"));
        Assert.Null((await Desk.TicketAsync(number)).CaseFile!.Planned);
    }

    [Fact]
    public async Task What_asks_for_something_is_planned_with_what_it_waits_for()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = Open(number);
        await WriteAsync(page, "¿Cuál es la factura?");
        await page.InvokeAsync(() => page.FindAll("dialog input[type=radio]")[1].ChangeAsync("ReplyAndWait"));
        await page.InvokeAsync(() => page.Find("[data-plan=NextDay]").ClickAsync());
        See(page, () => Assert.Contains("motivo", page.Find("#programar-dia-error").TextContent, StringComparison.OrdinalIgnoreCase));
        await page.InvokeAsync(() => page.Find("#programar-espera").InputAsync("La factura"));
        await page.InvokeAsync(() => page.Find("[data-plan=NextDay]").ClickAsync());

        See(page, () => Assert.Contains("Espera: La factura", Words(page.Find(".planned")), StringComparison.Ordinal));
        Assert.Equal(PlannedAct.ReplyAndWait, (await Desk.TicketAsync(number)).CaseFile!.Planned!.Act);
    }

    [Fact]
    public async Task What_is_held_says_why_and_only_those_who_work_it_have_buttons()
    {
        var luis = await Desk.HireAsync("Luis Peña");
        var number = (await Desk.FileAsync()).Number;
        await PlanAsync(number, "Mañana lo devolvemos.", luis);
        await Desk.HearAsync(number, "Ya no hace falta.");

        var page = Open(number);

        Assert.StartsWith("El mensaje programado no se envió: el peticionario escribió antes.", Words(page.Find(".planned.held .planned-when")), StringComparison.Ordinal);
        Assert.Contains("Lo programó Luis Peña", Words(page.Find(".planned")), StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".planned button"));
    }

    [Fact]
    public async Task A_lead_cancels_what_another_planned_once_they_are_asked()
    {
        Me = await Desk.HireAsync("Lía Vega", Role.Lead);
        SignIn(Me);
        var number = (await Desk.FileAsync()).Number;
        await PlanAsync(number, "Hola", await Desk.HireAsync("Luis Peña"));
        var page = Open(number);

        await page.InvokeAsync(() => page.Find("[data-cancel-planned]").ClickAsync());
        See(page, () => Assert.Equal($"¿Descartar el mensaje programado de {number}?", Words(page.Find("dialog h2"))));
        await page.InvokeAsync(() => page.Find("dialog .button.danger").ClickAsync());

        See(page, () => Assert.Empty(page.FindAll(".planned")));
        Assert.Contains("Lía Vega canceló el mensaje programado.", page.Find(".conversation").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_at_once_by_who_does_not_want_to_wait()
    {
        var number = (await Desk.FileAsync()).Number;
        await PlanAsync(number, "Hola", Me);
        var page = Open(number);

        await page.InvokeAsync(() => page.Find("[data-send-planned]").ClickAsync());

        See(page, () => Assert.Empty(page.FindAll(".planned")));
        Assert.Equal("Hola", (await Desk.LogAsync(number)).OfType<TicketEvent.Replied>().Single().Text);
    }

    [Fact]
    public async Task A_file_of_it_goes_along_with_the_draft_and_is_found_again_with_it()
    {
        var number = (await Desk.FileAsync()).Number;
        var file = await Desk.StoreAsync("recibo.pdf");
        Assert.True((await Desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Plan(new CaseAct.Reply("Va el recibo.", [file]), Desk.Clock.Now.AddHours(1), false), Actor.Staff(Me), CancellationToken.None)).Succeeded);
        var page = Open(number);
        Assert.Equal("recibo.pdf", Words(page.Find(".planned .review-files li")));
        await page.InvokeAsync(() => page.Find("[data-edit-planned]").ClickAsync());
        See(page, () => Assert.Equal("recibo.pdf", Words(page.Find(".composer-files .attachments .clip"))));
        await DisposeComponentsAsync();

        await using (var drafts = new ComposerDrafts(Desk.Get<Infrastructure.Files.FileStore>(), Desk.Get<Drafts>(), Desk.Get<WorkPlan>(), Desk.Get<Microsoft.Extensions.Logging.ILogger<ComposerDrafts>>()))
        {
            var draft = await drafts.OpenAsync(Me.Id, number);
            draft.TakeUp(new(default, PlannedAct.Reply, "Va el recibo, por fin."), await Desk.Get<WorkPlan>().FilesAsync([file.Id], CancellationToken.None));
        }

        await using var others = new ComposerDrafts(Desk.Get<Infrastructure.Files.FileStore>(), Desk.Get<Drafts>(), Desk.Get<WorkPlan>(), Desk.Get<Microsoft.Extensions.Logging.ILogger<ComposerDrafts>>());
        var found = await others.OpenAsync(Me.Id, number);
        Assert.Equal(file.Id, Assert.Single(found.Files.Stored).Id);
        Assert.True((await Desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Reply(found.Reply, found.Files.Stored), Actor.Staff(Me), CancellationToken.None)).Succeeded);
        Assert.Equal([file.Id], (await Desk.LogAsync(number)).OfType<TicketEvent.Replied>().Single().FileIds);
    }

    [Fact]
    public async Task What_people_typed_is_read_and_never_run()
    {
        var number = (await Desk.FileAsync()).Number;
        var hostile = Hostile + " ‮ \0 👩‍👧 [x](javascript:alert(1)) ![y](https://example.org/y.png)";
        Assert.True((await Desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Plan(new CaseAct.ReplyAndWait(hostile, Hostile), Desk.Clock.Now.AddHours(1), false), Actor.Staff(Me), CancellationToken.None)).Succeeded);

        var page = Open(number);

        Assert.Empty(page.FindAll(".planned :is(script, img, a)"));
        Assert.Contains(Hostile, page.Find(".planned").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<TicketPage> Open(string number)
    {
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => Assert.NotEmpty(page.FindAll(".composer")));
        return page;
    }

    private static async Task WriteAsync(IRenderedComponent<TicketPage> page, string text)
    {
        await page.InvokeAsync(() => page.Find("#redactar textarea").InputAsync(text));
        await page.InvokeAsync(() => page.Find("[data-key=schedule]").ClickAsync());
        See(page, () => Assert.NotEmpty(page.FindAll("[data-plan]")));
    }

    private async Task PlanAsync(string number, string text, StaffMember by) => Assert.True((await Desk.Get<WorkTicket>().RunAsync(
        number, null, new CaseAct.Plan(new CaseAct.Reply(text), Desk.Clock.Now.AddDays(1), true), Actor.Staff(by), CancellationToken.None)).Succeeded);
}
