using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Assessments;

public class PlanProposalTests
{
    private static readonly SupportPlan[] Three = [Plan("critico", 30), Plan("basico", 240), Plan("profesional", 60)];

    [Theory]
    [InlineData(CriticalityClass.Low, "basico")]
    [InlineData(CriticalityClass.Medium, "profesional")]
    [InlineData(CriticalityClass.High, "profesional")]
    [InlineData(CriticalityClass.Critical, "critico")]
    public void Of_three_plans_each_class_proposes_the_nearest(CriticalityClass known, string key) => Assert.Equal(key, new CriticalityScheme().PlanFor(known, Three));

    [Fact]
    public void What_was_chosen_goes_before_the_nearest_while_it_is_offered()
    {
        var scheme = new CriticalityScheme { Plans = new Dictionary<CriticalityClass, string> { [CriticalityClass.Low] = "critico", [CriticalityClass.Critical] = "retirado" } };
        Assert.Equal(("critico", "critico"), (scheme.PlanFor(CriticalityClass.Low, Three), scheme.PlanFor(CriticalityClass.Critical, Three)));
        Assert.Equal("basico", PlanProposal.Nearest(CriticalityClass.Low, Three));
        Assert.Null(scheme.PlanFor(CriticalityClass.Low, []));
    }

    [Fact]
    public void However_many_are_offered_the_ends_meet_and_no_class_proposes_less_than_a_lower_one()
    {
        for (var count = 1; count <= 9; count++)
        {
            var offered = Enumerable.Range(0, count).Select(at => Plan($"p{at}", 1_000 - at * 100)).Reverse().ToList();
            var proposed = Enum.GetValues<CriticalityClass>().Select(known => offered.Find(plan => plan.Key == PlanProposal.Nearest(known, offered))!.Definition.Targets[Priority.High].FirstResponseMinutes).ToList();
            Assert.Equal(proposed.OrderDescending(), proposed);
            Assert.Equal((1_000, 1_000 - (count - 1) * 100), (count == 1 ? 1_000 : proposed[0], proposed[^1]));
        }
    }

    private static SupportPlan Plan(string key, int first) => new()
    {
        Key = key,
        Version = 1,
        IsCurrent = true,
        Definition = Agreements.Professional with { Name = key, Targets = new Dictionary<Priority, Target> { [Priority.High] = new(first, 2_000) } },
    };
}
