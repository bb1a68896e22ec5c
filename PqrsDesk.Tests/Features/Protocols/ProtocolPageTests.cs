using Bunit;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Protocols;

public sealed class ProtocolPageTests : PageTest
{
    [Fact]
    public async Task A_step_is_required_and_holds_for_open_cases_at_once()
    {
        var number = (await Desk.FileAsync()).Number;
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Find("[data-demand=Understand]").ChangeAsync(nameof(StepDemand.Required)));
        await SaveAsync(page);
        See(page, () => Assert.Contains("Quedó guardado.", Words(page.Find(".notice")), StringComparison.Ordinal));
        Assert.Contains("Versión 2", Words(page.Find(".sla-history")), StringComparison.Ordinal);
        Assert.Equal(RefusalCode.NotUnderstood, Assert.IsType<Decision.Refused>(await Desk.TryAsync(number, (t, book, now) => t.Answer("Sí.", book, now))).Refusal.Code);

        await SaveAsync(page);
        See(page, () => Assert.Contains("No hay cambios que guardar.", Words(page.Find(".refusal")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_of_review_is_added_and_named_and_removed()
    {
        var lead = await Desk.HireAsync($"Lía {Hostile}", Role.Lead);
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.FindAll("button").Single(button => Words(button) == "Agregar regla").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#revision-0-pasos").ChangeAsync("2"));
        await page.InvokeAsync(() => page.Find("#revision-0-quien").ChangeAsync(Number(lead.Id)));
        await SaveAsync(page);
        See(page, () => page.Find(".notice"));
        AssertHarmless(page);
        var rule = Assert.Single((await Desk.BookAsync()).Care.Definition.Reviews);
        Assert.Equal((2, lead.Id, false), (rule.Stages, rule.ApproverId, rule.SendsOnApproval));
        await page.InvokeAsync(() => page.FindAll("button").Single(button => Words(button) == "Quitar la regla").ClickAsync(new()));
        await SaveAsync(page);
        See(page, () => page.Find(".notice"));
        Assert.Empty((await Desk.BookAsync()).Care.Definition.Reviews);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_words()
    {
        var page = await OpenAsync();
        await page.InvokeAsync(() => page.Find("[aria-label='Para cuándo: Agradecer']").ChangeAsync(nameof(StepDueUnit.PercentOfTerm)));
        await page.InvokeAsync(() => page.Find("[aria-label='Cuánto: Agradecer']").ChangeAsync("muchas"));
        await SaveAsync(page);
        See(page, () => Assert.Contains("Un plazo no sirve", Words(page.Find(".refusal")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("[aria-label='Cuánto: Agradecer']").ChangeAsync("40"));
        await page.InvokeAsync(() => page.Find("#protocolo-jerga").ChangeAsync("sin signo"));
        await SaveAsync(page);
        See(page, () => Assert.Contains("lleva un signo =", Words(page.Find(".refusal")), StringComparison.Ordinal));
        await page.InvokeAsync(() => page.Find("#protocolo-jerga").ChangeAsync($"bono = ahorro {Hostile}\n\n allegad* = enviado"));
        await SaveAsync(page);
        See(page, () => page.Find(".notice"));
        AssertNoElements(page);
        Assert.Equal(["bono", "allegad*"], (await Desk.BookAsync()).Care.Definition.Jargon!.Select(term => term.Term));
    }

    [Fact]
    public async Task Of_two_who_save_the_second_is_told()
    {
        var page = await OpenAsync();
        await Desk.CareAsync(CareHouse.Reviewed());
        await page.InvokeAsync(() => page.Find("[data-demand=Understand]").ChangeAsync(nameof(StepDemand.Off)));
        await SaveAsync(page);
        See(page, () => Assert.Contains("Otra persona guardó una versión", Words(page.Find(".refusal")), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.Lead, 1, null, CareProblem.NotAllowed)]
    [InlineData(Role.Admin, 3, null, CareProblem.StagesOutside)]
    [InlineData(Role.Admin, 1, 999, CareProblem.ApproverUnknown)]
    public async Task The_door_refuses_too(Role role, int stages, int? approver, CareProblem problem)
    {
        var keep = Desk.Get<KeepProtocol>();
        Assert.Equal(problem, await keep.SaveAsync(CareHouse.Reviewed(new() { Stages = stages, ApproverId = approver }), 1, Samples.Someone(role), CancellationToken.None));
    }

    [Fact]
    public async Task Checks_know_kinds_areas_steps_and_words()
    {
        var none = new HashSet<int>();
        Assert.Equal(CareProblem.ConditionUnknown, CareHouse.Reviewed(new() { Areas = [99] }).Refuse(none, none));
        Assert.Equal(CareProblem.DemandUnknown, new CareDefinition().With(TicketKind.Claim, CareStep.Thank, new(StepDemand.Required)).Refuse(none, none));
        Assert.Equal(CareProblem.TermTooLong, new CareDefinition { Jargon = [new(new string('x', JargonTerm.Limit + 1), "y")] }.Refuse(none, none));
        Assert.Equal(CareProblem.TooManyTerms, new CareDefinition { Jargon = [.. Enumerable.Repeat(new JargonTerm("a", "b"), JargonList.Most + 1)] }.Refuse(none, none));
        Assert.Null(new CareDefinition().Refuse(none, none));
        await Task.CompletedTask;
    }

    private static Task SaveAsync(IRenderedComponent<ProtocolPage> page) => page.InvokeAsync(() => page.FindAll("button").Single(button => Words(button) == "Guardar como versión nueva").ClickAsync(new()));

    private async Task<IRenderedComponent<ProtocolPage>> OpenAsync()
    {
        SignIn(await Desk.HireAsync("Eva Admin", Role.Admin));
        var page = Render<ProtocolPage>();
        See(page, () => page.Find("#protocolo-tipo"));
        return page;
    }
}
