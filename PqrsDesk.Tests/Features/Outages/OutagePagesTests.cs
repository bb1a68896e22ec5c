using Bunit;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Outages;

/// <summary>The pages of outages as people see them.</summary>
public sealed class OutagePagesTests : PageTest
{
    [Fact]
    public async Task An_outage_is_recorded_with_refusals_beside_the_fields()
    {
        var product = await Desk.PlatformAsync(Hostile[..40]);
        var page = Render<AvailabilityPage>();
        See(page, () => Assert.Contains("Todo funciona", page.Markup, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[data-key=outage]").ClickAsync(new()));
        See(page, () => page.Find("#caida-resumen"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("catálogo", page.Find("#caida-producto-error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#caida-producto").ChangeAsync(Number(product.Id)));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("qué falla", page.Find("#caida-resumen-error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#caida-resumen").InputAsync(Hostile));
        await page.InvokeAsync(() => page.Find("#caida-desde").ChangeAsync("2030-01-01"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("futuro", page.Find("#caida-desde-error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#caida-desde").ChangeAsync("2026-03-03"));
        await page.InvokeAsync(() => page.Find("#caida-desde-hora").ChangeAsync("08:15:00"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        var outage = await Desk.ReadAsync(db => db.Outages.SingleAsync());
        Assert.Equal(TestClock.Tuesday.AddMinutes(-105), outage.From);
        Await(page, () => Assert.Contains("Caído", page.Find("[aria-labelledby=en-curso]").TextContent, StringComparison.Ordinal));
        AssertNoElements(page);
    }

    [Fact]
    public async Task A_product_says_its_months_and_the_working_of_each()
    {
        var product = await Desk.PlatformAsync();
        await Desk.FailAsync(product, Desk.Clock.Now);
        SignIn(await Desk.HireAsync("Lía Vega", Role.Lead));
        var page = Render<ProductAvailabilityPage>(p => p.Add(each => each.Numero, product.Id));
        See(page, () => Assert.Equal(12, page.FindAll(".outage-months tbody tr").Count));

        // 3,450 / 3,480 minutes of this month so far.
        Assert.Contains("99,137 %", page.Find(".outage-months tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Caído", Words(page.Find(".outage-list")), StringComparison.Ordinal);
        Assert.Contains("(3.480 − 30) / 3.480 = 99,137 %", page.Find(".outage-working").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.FindAll("button").First(button => button.TextContent == "Compromiso y publicación").ClickAsync(new()));
        See(page, () => page.Find("#meta-porcentaje"));
        await page.InvokeAsync(() => page.Find("#meta-porcentaje").InputAsync("mucho"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.NotNull(page.Find("#meta-porcentaje-error")));
        await page.InvokeAsync(() => page.Find("#meta-porcentaje").InputAsync("99,5"));
        await page.InvokeAsync(() => page.Find("#meta-desde").ChangeAsync("2026-02-01"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Empty(page.FindAll("dialog")));
        Await(page, () => Assert.Contains("Incumplido", page.Find(".outage-months tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Equal(10, page.FindAll(".outage-months tbody tr").Count(row => row.TextContent.Contains('—')));
    }

    [Fact]
    public async Task What_is_over_is_told_calmly()
    {
        var product = await Desk.PlatformAsync();
        await Desk.AddAsync(new Outage { ProductId = product.Id, From = Desk.Clock.Now.AddHours(-5), Until = Desk.Clock.Now.AddHours(-4), Reach = OutageReach.Full, Summary = "No abre" });
        var page = Render<ProductAvailabilityPage>(p => p.Add(each => each.Numero, product.Id));
        See(page, () => Assert.Contains("Terminada", Words(page.Find(".outage-list .outage-head")), StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".outage-list .overdue"));
    }

    [Fact]
    public async Task An_incident_gathers_what_is_suggested_and_one_answer_reaches_all()
    {
        var id = await Desk.FailAsync(await Desk.PlatformAsync(), Desk.Clock.Now);
        var (first, second) = (await Desk.FileAboutAsync(), await Desk.FileAboutAsync());
        var page = Render<IncidentPage>(p => p.Add(each => each.Numero, id));
        See(page, () => Assert.Equal(2, page.FindAll("[aria-labelledby=sugeridos] tbody tr").Count));
        await page.InvokeAsync(() => page.FindAll("[aria-labelledby=sugeridos] button").Single(button => button.TextContent.Contains("Unir todos (2)", StringComparison.Ordinal)).ClickAsync(new()));
        See(page, () => Assert.Contains("Casos unidos al incidente: 2.", page.Markup, StringComparison.Ordinal));
        Calmly(page, () => Assert.Contains("Abiertos: 2", page.Find(".outage-counts").TextContent, StringComparison.Ordinal));

        // A case that is answered by somebody else is counted without a reload.
        await Desk.AnswerAsync(second);
        Calmly(page, () => Assert.Contains("Respondidos: 1", page.Find(".outage-counts").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.Find("[data-key=answer-all]").ClickAsync(new()));
        See(page, () => page.Find("#respuesta-texto"));
        await page.InvokeAsync(() => page.Find("#respuesta-texto").InputAsync("{radicado}: {sorpresa}"));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("{sorpresa}", page.Find("#respuesta-texto-error").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#respuesta-texto").InputAsync("{radicado}: {plataforma} <script>"));
        await page.InvokeAsync(() => page.Find("[data-key=preview]").ClickAsync(new()));
        See(page, () => Assert.Contains("App móvil <script>", page.Find(".outage-preview .sla-answer").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("dialog form").SubmitAsync());
        See(page, () => Assert.Contains("Respuesta enviada. Casos: 2; no la recibieron: 0.", page.Markup, StringComparison.Ordinal));
        Assert.Equal($"{first}: App móvil <script>", (await Desk.LogAsync(first)).OfType<TicketEvent.Replied>().Single().Text);
        AssertNoElements(page);
    }

    [Fact]
    public async Task Planned_work_that_was_written_down_late_says_so_and_a_lead_lets_it_count()
    {
        var product = await Desk.PlatformAsync();
        var began = Desk.Clock.Now.AddDays(-1);
        await Desk.Get<KeepPlanned>().AnnounceAsync(new PlannedDowntime { ProductId = product.Id, From = began, Until = began.AddMinutes(90), AnnouncedAt = began.AddDays(-2), Reason = Hostile, By = "Ana Restrepo" }, Samples.Someone(), CancellationToken.None);

        var page = Render<ProductAvailabilityPage>(p => p.Add(each => each.Numero, product.Id));
        See(page, () => Assert.Contains("Se anotó cuando ya había empezado", page.Find("[aria-labelledby=paradas]").TextContent, StringComparison.Ordinal));
        Assert.Contains("No se descuenta, porque se anotó tarde", page.Find(".outage-working").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[aria-label^='Contar como programada']"));

        SignIn(await Desk.HireAsync("Lía Vega", Role.Lead));
        var lead = Render<ProductAvailabilityPage>(p => p.Add(each => each.Numero, product.Id));
        See(lead, () => lead.Find("[aria-label^='Contar como programada']"));
        await lead.InvokeAsync(() => lead.Find("[aria-label^='Contar como programada']").ClickAsync(new()));
        await lead.InvokeAsync(() => lead.Find("dialog form").SubmitAsync());
        See(lead, () => Assert.Contains("motivo", lead.Find("#acto-texto-error").TextContent, StringComparison.Ordinal));
        await lead.InvokeAsync(() => lead.Find("#acto-texto").InputAsync("Estaba en el correo <b>"));
        await lead.InvokeAsync(() => lead.Find("dialog form").SubmitAsync());
        Await(lead, () => Assert.Contains("la aprobó Lía Vega", lead.Find(".outage-working").TextContent, StringComparison.Ordinal));
        Assert.Contains("Se quitan 90 min programados", lead.Find(".outage-working").TextContent, StringComparison.Ordinal);
        Assert.Contains("Estaba en el correo <b>", lead.Find(".outage-working").TextContent, StringComparison.Ordinal);
        AssertNoElements(lead);
    }

    [Fact]
    public async Task The_case_is_offered_what_fails_of_its_product_and_shows_its_incident()
    {
        var product = await Desk.PlatformAsync();
        var number = await Desk.FileAboutAsync();
        var page = Render<TicketPage>(p => p.Add(ticket => ticket.Radicado, number));
        See(page, () => page.Find(".case-incidents"));
        var id = await Desk.FailAsync(product, Desk.Clock.Now);
        await Desk.Get<KeepPlanned>().AnnounceAsync(new PlannedDowntime { ProductId = product.Id, From = Desk.Clock.Now.AddDays(1), Until = Desk.Clock.Now.AddDays(1).AddHours(1), AnnouncedAt = Desk.Clock.Now, Reason = "Copias", By = "Ana" }, Samples.Someone(), CancellationToken.None);
        Await(page, () => Assert.Contains("tiene un incidente en curso", page.Find(".case-incidents").TextContent, StringComparison.Ordinal));
        See(page, () => Assert.Contains("Copias", page.Find(".case-incidents").TextContent, StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[aria-label='Unir al incidente de App móvil']").ClickAsync(new()));
        See(page, () => Assert.Contains("En el incidente:", page.Find(".case-incidents").TextContent, StringComparison.Ordinal));
        Assert.Equal($"/disponibilidad/incidentes/{id}", page.Find(".case-incidents a").GetAttribute("href"));
        await page.InvokeAsync(() => page.Find("[aria-label='Sacar del incidente de App móvil']").ClickAsync(new()));
        See(page, () => Assert.DoesNotContain("En el incidente:", page.Find(".case-incidents").TextContent, StringComparison.Ordinal));
        Assert.Equal([nameof(TicketEvent.IncidentJoined), nameof(TicketEvent.IncidentLeft)], (await Desk.LogAsync(number)).Where(each => each is TicketEvent.IncidentJoined or TicketEvent.IncidentLeft).Select(each => each.GetType().Name));
    }

    [Fact]
    public async Task Every_problem_and_state_has_words_in_both_languages()
    {
        var texts = Desk.Get<Microsoft.Extensions.Localization.IStringLocalizer<AvailabilityTexts>>();
        Assert.All(Enum.GetValues<AvailabilityProblem>(), problem => Assert.False(texts[$"Problem.{problem}"].ResourceNotFound, problem.ToString()));
        Assert.All(Enum.GetValues<PlatformState>(), state => Assert.False(texts[$"State.{state}"].ResourceNotFound, state.ToString()));
        var page = Render<IncidentPage>(p => p.Add(each => each.Numero, 9_999));
        await Task.CompletedTask;
        See(page, () => Assert.DoesNotContain("outage-facts", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Picked_cases_are_joined_from_the_queue_and_taken_out_again()
    {
        var product = await Desk.PlatformAsync();
        var (open, closed) = (await Desk.FileAboutAsync(), await Desk.FileAboutAsync());
        await Desk.AnswerAsync(closed);
        await Desk.CloseAsync(closed);
        BulkSaid? said = null;
        var picks = new[] { new PickedCase(open, 1), new PickedCase(closed, 1) };
        var empty = Render<JoinBulkDialog>(p => p.Add(dialog => dialog.Cases, picks));
        See(empty, () => Assert.Contains("No hay incidentes en curso", empty.Markup, StringComparison.Ordinal));
        var id = await Desk.FailAsync(product, Desk.Clock.Now);
        var dialog = Render<JoinBulkDialog>(p => p.Add(each => each.Cases, picks).Add(each => each.OnDone, done => said = done));
        See(dialog, () => Assert.True(dialog.Find("input[type=radio]").HasAttribute("checked")));
        await dialog.InvokeAsync(() => dialog.Find("[data-key=send]").ClickAsync(new()));
        See(dialog, () => Assert.NotNull(said));
        Assert.Equal("Casos unidos al incidente: 1.", said!.Text);
        Assert.StartsWith(closed, Assert.Single(said.Lines), StringComparison.Ordinal);
        Assert.Equal([id], (await Desk.TicketAsync(open)).CaseFile!.Incidents);
        Assert.Equal("Casos sacados del incidente: 1.", (await said.Undo!()).Text);
        Assert.Empty((await Desk.TicketAsync(open)).CaseFile!.Incidents);
    }

    /// <summary>What is read calmly rests for some seconds by the clock.</summary>
    private void Calmly(IRenderedComponent<IncidentPage> page, Action seen)
    {
        Desk.Clock.Advance(TimeSpan.FromSeconds(11));
        See(page, seen);
    }
}
