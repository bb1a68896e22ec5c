using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Classifying;

public sealed class KeepRulesTests
{
    [Fact]
    public async Task The_heaviest_sum_wins_each_target_and_says_why()
    {
        await using var desk = await TestDesk.StartAsync();
        var area = await desk.BillingAsync();
        await desk.RuleAsync(new() { Name = "Trato", Any = "grosero", Kind = TicketKind.Complaint, Weight = 15 });
        await desk.RuleAsync(new() { Name = "Recaudo", Any = "pago", Kind = TicketKind.Claim, Weight = 6 });
        await desk.RuleAsync(new() { Name = "Peligro", Any = "peligro*", Urgency = Urgency.High });

        var suggested = (await desk.Get<ClassificationShelf>().BookAsync()).Suggest("Cobro", "El cajero fue grosero cuando fui a hacer el pago. Es PELIGROSO.");

        Assert.Equal((TicketKind.Claim, 16), (suggested.Kind!.Value, suggested.Kind.Weight));
        Assert.Equal([new SuggestionReason("Cobros", ["Cobro"]), new SuggestionReason("Recaudo", ["pago"])], suggested.Kind.Why);
        Assert.Equal(ClassifiedHouse.Billing, suggested.Topic!.Value.Path);
        Assert.Equal(area.Id, suggested.Area!.Value.Id);
        Assert.Equal(Urgency.High, suggested.Urgency!.Value);
        Assert.True((await desk.Get<ClassificationShelf>().BookAsync()).Suggest("Nada", "que ver").IsEmpty);
    }

    [Fact]
    public async Task A_rule_that_cannot_work_is_refused_in_words()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.BillingAsync();
        var good = new RuleForm { Name = "Otra", Any = "corte", Kind = TicketKind.Claim };
        await RefusedAsync(ClassifyingProblem.NameMissing, form => form.Name = " ");
        await RefusedAsync(ClassifyingProblem.NameTaken, form => form.Name = "CÓBROS");
        await RefusedAsync(ClassifyingProblem.NoTerm, form => form.Any = " , ;\n");
        await RefusedAsync(ClassifyingProblem.TermUnreadable, form => form.Any = "corte, co*");
        await RefusedAsync(ClassifyingProblem.TermTooLong, form => form.All = new('x', KeywordRule.TermLimit + 1));
        await RefusedAsync(ClassifyingProblem.TooManyTerms, form => form.Without = string.Join(',', Enumerable.Range(0, 61).Select(n => $"x{n}")));
        await RefusedAsync(ClassifyingProblem.WeightOutside, form => form.Weight = 0);
        await RefusedAsync(ClassifyingProblem.WeightOutside, form => form.Weight = 101);
        await RefusedAsync(ClassifyingProblem.SuggestsNothing, form => form.Kind = null);
        await RefusedAsync(ClassifyingProblem.AloneWithoutTopic, form => form.AppliesAlone = true);
        await RefusedAsync(ClassifyingProblem.TopicUnknown, form => form.TopicId = 999);
        await RefusedAsync(ClassifyingProblem.AreaUnknown, form => form.AreaId = 999);
        await desk.RuleAsync(good);

        async Task RefusedAsync(ClassifyingProblem problem, Action<RuleForm> spoil)
        {
            var form = new RuleForm { Name = good.Name, Any = good.Any, Kind = good.Kind };
            spoil(form);
            Assert.Equal(problem, (await desk.Get<KeepRules>().SaveAsync(form, ClassifiedHouse.Admin, CancellationToken.None))!.Problem);
        }
    }

    [SkippableTheory, Engines]
    public async Task A_rule_is_stored_as_it_was_written_and_opens_again_for_editing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.RuleAsync(new() { Name = "Cortes", Any = "corte, sin  servicio\nSIN SERVICIO", All = "luz", Without = "corte de pelo", Kind = TicketKind.Claim, Weight = 7, Urgency = Urgency.High });

        var form = RuleForm.Of(Assert.Single(await desk.Get<KeepRules>().ReadAsync(CancellationToken.None)));
        Assert.Equal(("corte\nsin servicio", "luz", "corte de pelo", 7, Urgency.High), (form.Any, form.All, form.Without, form.Weight, form.Urgency));
        form.Any = "apagón";
        await desk.RuleAsync(form);
        Assert.Single((await desk.Get<ClassificationShelf>().BookAsync()).Read("", "apagon de luz").Hits);
        Assert.Null(await desk.Get<KeepRules>().DeleteAsync(form.Id!.Value, ClassifiedHouse.Admin, CancellationToken.None));
        Assert.Equal(ClassifyingProblem.Gone, (await desk.Get<KeepRules>().SaveAsync(form, ClassifiedHouse.Admin, CancellationToken.None))!.Problem);
    }

    [SkippableTheory, Engines]
    public async Task The_rules_are_tried_over_the_latest_cases(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var area = await desk.BillingAsync();
        await desk.FileAsync(Samples.Filing with { Topic = ClassifiedHouse.Billing, AreaId = area.Id });
        await desk.FileAsync(Samples.Filing with { Topic = "Otra cosa", Kind = TicketKind.Petition });
        await desk.FileAsync(Samples.Filing with { Topic = null });
        await desk.FileAsync(Samples.Filing with { Subject = "Hueco", Description = "En la calle." });

        var trial = await desk.Get<TryRules>().OverLatestAsync(CancellationToken.None);

        Assert.Equal(4, trial.Cases);
        Assert.Equal([new("Kind", 3, 2), new("Topic", 2, 1), new("Area", 3, 1)], trial.Targets);
        Assert.Equal([new Agreement("Cobros", 2, 1)], trial.Rules);
    }
}
