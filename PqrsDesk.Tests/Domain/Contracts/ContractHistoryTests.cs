using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What held when, worked out by hand. In Bogotá, five hours behind UTC all the year.</summary>
public class ContractHistoryTests
{
    private static readonly TimeZoneInfo Bogota = TimeZoneInfo.FindSystemTimeZoneById("America/Bogota");

    [Fact]
    public void Each_version_held_until_the_next_and_the_first_reaches_back_to_the_first_day()
    {
        // Signed on the 5th of October for the whole month; the class was approved on 12 November at three.
        var held = ContractHistory.Terms(Of(), [Policy(1, 1, "2026-10-05T15:00Z", 30), Policy(1, 2, "2026-11-12T20:00Z", 45)], Bogota);

        Assert.Equal([(1, At("2026-10-01T05:00Z"), At("2026-11-12T20:00Z")), (2, At("2026-11-12T20:00Z"), At("2027-01-01T05:00Z"))], held.Select(each => (each.Policy.Version, each.Span.From, each.Span.To)));
        Assert.Equal([(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 12))], ContractHistory.Days([held[0].Span], Bogota));
    }

    [Fact]
    public void A_platform_that_came_later_was_promised_from_then_and_one_that_went_until_then()
    {
        var held = ContractHistory.Terms(
            Of(), [Policy(1, 1, "2026-10-01T15:00Z", 30), Policy(2, 1, "2026-11-03T15:00Z", 30), Policy(1, 2, "2026-12-01T15:00Z", 30, retired: true)], Bogota);

        Assert.Equal(
            [(1, new DateOnly(2026, 10, 1), new DateOnly(2026, 12, 1)), (2, new DateOnly(2026, 11, 3), new DateOnly(2026, 12, 31))],
            held.Select(each => (each.ProductId, Days: ContractHistory.Days([each.Span], Bogota).Single())).Select(each => (each.ProductId, each.Days.From, each.Days.Until)));
    }

    [Fact]
    public void A_contract_stood_on_the_plan_of_then()
    {
        var (one, two) = (Plan(1, "2026-01-01T00:00Z"), Plan(2, "2026-11-01T00:00Z"));
        var contract = Of();
        contract.Keep(ContractStepKind.Drafted, At("2026-09-20T15:00Z"), "Luz", null, one.Id);
        contract.Keep(ContractStepKind.PlanMoved, At("2026-11-15T03:00Z"), "Luz", "Oro, v2", two.Id);
        Stand(contract, two);

        // Three in the morning UTC is the evening of the 14th.
        Assert.Equal(
            [(1, new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 13)), (2, new DateOnly(2026, 11, 14), new DateOnly(2026, 12, 31))],
            ContractHistory.Plans(contract, [one, two], Bogota).Select(held => (held.Plan.Version, held.From, held.Until)));
    }

    [Fact]
    public void Steps_of_before_the_plan_was_kept_are_told_by_their_words()
    {
        var (one, two) = (Plan(1, "2026-01-01T00:00Z"), Plan(2, "2026-11-01T00:00Z"));
        var contract = Of();
        contract.Keep(ContractStepKind.Drafted, At("2026-09-20T15:00Z"), "Luz", null);
        contract.Keep(ContractStepKind.PlanMoved, At("2026-11-14T15:00Z"), "Luz", "Oro, v2");
        Stand(contract, two);

        Assert.Equal([1, 2], ContractHistory.Plans(contract, [one, two], Bogota).Select(held => held.Plan.Version));
    }

    [Fact]
    public void What_moved_before_it_was_signed_was_never_promised()
    {
        var (one, two) = (Plan(1, "2026-01-01T00:00Z"), Plan(2, "2026-09-22T00:00Z"));
        var contract = Of();
        contract.Keep(ContractStepKind.Drafted, At("2026-09-20T15:00Z"), "Luz", null, one.Id);
        contract.Keep(ContractStepKind.PlanMoved, At("2026-10-03T15:00Z"), "Luz", "Oro, v2", two.Id);
        contract.SignedAt = At("2026-10-05T15:00Z");
        Stand(contract, two);

        Assert.Equal([(2, new DateOnly(2026, 10, 1))], ContractHistory.Plans(contract, [one, two], Bogota).Select(held => (held.Plan.Version, held.From)));
    }

    [Fact]
    public void Days_that_meet_are_one()
    {
        var days = ContractHistory.Days([new(At("2026-10-01T05:00Z"), At("2026-10-03T20:00Z")), new(At("2026-10-03T20:00Z"), At("2026-10-05T05:00Z")), new(At("2026-10-08T05:00Z"), At("2026-10-09T05:00Z"))], Bogota);
        Assert.Equal([(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 4)), (new DateOnly(2026, 10, 8), new DateOnly(2026, 10, 8))], days);
    }

    private static Contract Of() => new()
    {
        Number = "C-1",
        CustomerId = 1,
        PlanId = 0,
        State = ContractState.Agreed,
        From = new(2026, 10, 1),
        Until = new(2026, 12, 31),
        Price = Money.Pesos(1),
        Surcharge = Money.Pesos(0),
        SignedAt = At("2026-09-28T15:00Z"),
    };

    private static SlaPolicy Policy(int product, int version, string madeAt, int minutes, bool retired = false) => new()
    {
        Key = ContractPolicies.KeyOf(7, product),
        Version = version,
        Order = 0,
        CalendarVersionId = 1,
        IsCurrent = true,
        MadeAt = At(madeAt),
        Definition = new PolicyDefinition("C-1", [], [], new Dictionary<Priority, Target> { [Priority.High] = new(minutes, 480) }) { IsRetired = retired },
    };

    private static SupportPlan Plan(int version, string madeAt)
    {
        var plan = new SupportPlan { Key = "oro", Version = version, IsCurrent = version == 2, MadeAt = At(madeAt), Definition = Agreements.Professional with { Name = "Oro" } };
        typeof(SupportPlan).GetProperty(nameof(SupportPlan.Id))!.SetValue(plan, version);
        return plan;
    }

    /// <summary>As the store reads it.</summary>
    private static void Stand(Contract contract, SupportPlan plan)
    {
        contract.PlanId = plan.Id;
        typeof(Contract).GetProperty(nameof(Contract.Plan))!.SetValue(contract, plan);
    }

    private static DateTimeOffset At(string at) => DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
