using System.Globalization;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a contract promised for a product by one version of its policy, and when that version held.</summary>
public sealed record HeldTerms(int ProductId, SlaPolicy Policy, Stretch Span);

/// <summary>A version of a plan that a contract stood on, from a day to another.</summary>
public sealed record HeldPlan(SupportPlan Plan, DateOnly From, DateOnly Until);

/// <summary>A plan that was promised for a product, from a day to another.</summary>
public sealed record HeldPromise(int ProductId, PlanDefinition Plan, DateOnly From, DateOnly Until);

/// <summary>What a contract promised when: a month that is past is told by what held in it, and not by what holds today.</summary>
public static class ContractHistory
{
    /// <param name="versions">All versions of the contract's policies.</param>
    /// <remarks>A contract that was signed after its first day promises from that day on: what was made of it first reaches back.</remarks>
    public static IReadOnlyList<HeldTerms> Terms(Contract contract, IEnumerable<SlaPolicy> versions, TimeZoneInfo zone)
    {
        var all = versions.ToList();
        if (all.Count == 0) return [];
        var term = new Stretch(LocalSpans.StartOf(contract.From, zone), LocalSpans.StartOf(contract.EndsOn.AddDays(1), zone));
        var first = all.Min(MadeAt);
        List<HeldTerms> held = [];
        foreach (var policy in all.GroupBy(each => each.Key))
        {
            var rising = policy.OrderBy(each => each.Version).ToList();
            if (ContractPolicies.ProductOf(policy.Key) is not { } product) continue;
            for (var at = 0; at < rising.Count; at++)
            {
                var from = at == 0 && MadeAt(rising[at]) == first ? DateTimeOffset.MinValue : MadeAt(rising[at]);
                var span = term & new Stretch(from, at + 1 < rising.Count ? MadeAt(rising[at + 1]) : DateTimeOffset.MaxValue);
                if (!span.IsEmpty && !rising[at].Definition.IsRetired) held.Add(new(product, rising[at], span));
            }
        }

        return held;
    }

    /// <param name="contract">With its plan and its steps.</param>
    /// <param name="plans">All versions that it may have stood on.</param>
    /// <remarks>The day on which it moved is the new version's.</remarks>
    public static IReadOnlyList<HeldPlan> Plans(Contract contract, IReadOnlyCollection<SupportPlan> plans, TimeZoneInfo zone)
    {
        var signed = contract.SignedAt ?? DateTimeOffset.MaxValue;
        var stood = new SortedDictionary<DateOnly, SupportPlan>();
        foreach (var step in contract.Steps.Where(step => step.Kind is ContractStepKind.Drafted or ContractStepKind.PlanMoved).OrderBy(step => step.At).ThenBy(step => step.Id))
        {
            var on = step.At <= signed ? contract.From : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(step.At, zone).DateTime);
            if (PlanOf(step, contract, plans) is { } plan) stood[on < contract.From ? contract.From : on] = plan;
        }

        // Nothing was kept of it, or not all: what it stands on is all that is known.
        if (stood.Count == 0 || stood.Values.Last().Id != contract.PlanId || stood.Keys.First() != contract.From) return [new(contract.Plan!, contract.From, contract.EndsOn)];
        var days = stood.Keys.ToList();
        return
        [
            .. days.Select((day, at) => new HeldPlan(stood[day], day, at + 1 < days.Count && days[at + 1].AddDays(-1) < contract.EndsOn ? days[at + 1].AddDays(-1) : contract.EndsOn))
                .Where(held => held.From <= held.Until),
        ];
    }

    /// <summary>Which plan was promised for which product when. A contract without policies is for all of its products from its first day to its last.</summary>
    public static IReadOnlyList<HeldPromise> Promises(Contract contract, IEnumerable<SlaPolicy> versions, IReadOnlyCollection<SupportPlan> plans, TimeZoneInfo zone)
    {
        var policies = versions.ToList();
        var products = policies.Count == 0
            ? contract.Products.Select(product => (product.ProductId, contract.From, Until: contract.EndsOn))
            : Terms(contract, policies, zone).GroupBy(held => held.ProductId).SelectMany(held => Days(held.Select(each => each.Span), zone).Select(days => (ProductId: held.Key, days.From, days.Until)));
        var stood = Plans(contract, plans, zone);
        return
        [
            .. from product in products
               from plan in stood
               let first = plan.From > product.From ? plan.From : product.From
               let last = plan.Until < product.Until ? plan.Until : product.Until
               where first <= last
               select new HeldPromise(product.ProductId, plan.Plan.Definition, first, last),
        ];
    }

    /// <summary>The local days that spans touch: those that meet are one.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly Until)> Days(IEnumerable<Stretch> spans, TimeZoneInfo zone)
    {
        List<(DateOnly From, DateOnly Until)> days = [];
        foreach (var span in spans.OrderBy(span => span.From))
        {
            var (from, until) = (DateOf(span.From), DateOf(span.To.AddTicks(-1)));
            if (days.Count > 0 && days[^1].Until.AddDays(1) >= from) days[^1] = (days[^1].From, until > days[^1].Until ? until : days[^1].Until);
            else days.Add((from, until));
        }

        return days;

        DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
    }

    private static DateTimeOffset MadeAt(SlaPolicy policy) => policy.MadeAt ?? DateTimeOffset.MinValue;

    /// <summary>Steps of before they kept the plan's number have its name and version in words, and the first of them nothing: it was on what was offered then.</summary>
    private static SupportPlan? PlanOf(ContractStep step, Contract contract, IReadOnlyCollection<SupportPlan> plans) => step switch
    {
        { PlanId: { } id } => plans.FirstOrDefault(plan => plan.Id == id),
        { Kind: ContractStepKind.PlanMoved } => plans.FirstOrDefault(plan => string.Create(CultureInfo.InvariantCulture, $"{plan.Definition.Name}, v{plan.Version}") == step.Detail),
        _ when contract.Steps.TrueForAll(each => each.Kind != ContractStepKind.PlanMoved) => contract.Plan,
        _ => plans.Where(plan => plan.Key == contract.Plan!.Key && (plan.MadeAt is null || plan.MadeAt <= step.At)).MaxBy(plan => plan.Version),
    };
}
