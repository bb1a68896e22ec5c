using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a plan promises for a product, by how much stands on the product.</summary>
public static class PlanTimes
{
    /// <summary>Percent of a plan's times that is left for each class, where the plan says nothing else: the critical gets half of the time.</summary>
    public static IReadOnlyDictionary<CriticalityClass, int> UsualPercents { get; } = new Dictionary<CriticalityClass, int>
    {
        [CriticalityClass.Low] = 100,
        [CriticalityClass.Medium] = 100,
        [CriticalityClass.High] = 75,
        [CriticalityClass.Critical] = 50,
    };

    /// <summary>What was never assessed has all of the time.</summary>
    public static int PercentFor(this PlanDefinition plan, CriticalityClass? criticality) =>
        criticality is { } known ? plan.PercentByClass.GetValueOrDefault(known, 100) : 100;

    /// <summary>Business minutes of the plan's calendar. Parts of a minute count as a whole one, and a minute is the least.</summary>
    public static Target TargetFor(this PlanDefinition plan, Priority priority, CriticalityClass? criticality)
    {
        var (target, percent) = (plan.Targets[priority], plan.PercentFor(criticality));
        return new(Part(target.FirstResponseMinutes, percent), Part(target.ResolutionMinutes, percent), Part(target.NextResponseMinutes, percent), Part(target.AreaStageMinutes, percent));
    }

    public static IReadOnlyDictionary<Priority, Target> TargetsFor(this PlanDefinition plan, CriticalityClass? criticality) =>
        plan.Targets.Keys.ToDictionary(priority => priority, priority => plan.TargetFor(priority, criticality));

    /// <summary>Priorities that have more time for something than a lower one: allowed, and hardly meant.</summary>
    public static IEnumerable<(Priority Higher, Priority Lower)> Inversions(this PlanDefinition plan) =>
        from higher in plan.Targets.Keys
        from lower in plan.Targets.Keys
        where higher > lower && IsSlower(plan.Targets[higher], plan.Targets[lower])
        orderby higher descending, lower
        select (higher, lower);

    /// <summary>What is not filled in says nothing.</summary>
    private static bool IsSlower(Target one, Target other) =>
        (one.FirstResponseMinutes > other.FirstResponseMinutes && other.FirstResponseMinutes > 0) || (one.ResolutionMinutes > other.ResolutionMinutes && other.ResolutionMinutes > 0)
        || (one.NextResponseMinutes > other.NextResponseMinutes && other.NextResponseMinutes > 0);

    private static int Part(int minutes, int percent) => Math.Max(1, (int)(((long)minutes * percent + 99) / 100));

    private static int? Part(int? minutes, int percent) => minutes is { } some ? Part(some, percent) : null;
}
