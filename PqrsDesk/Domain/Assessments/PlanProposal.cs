using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Assessments;

/// <summary>Which support plan a class proposes: the one that was chosen for it, and without one the nearest.</summary>
/// <remarks>
/// The nearest: the plans that are offered stand in a row from the least demanding to the most, by their first response at high
/// priority and then by the availability that they promise, and the four classes are spread over the row from one end to the other.
/// </remarks>
public static class PlanProposal
{
    /// <param name="offered">Those that are offered now.</param>
    /// <returns>Null: nothing is offered.</returns>
    public static string? PlanFor(this CriticalityScheme scheme, CriticalityClass known, IReadOnlyCollection<SupportPlan> offered) =>
        scheme.Plans.GetValueOrDefault(known) is { } chosen && offered.Any(plan => plan.Key == chosen) ? chosen : Nearest(known, offered);

    public static string? Nearest(CriticalityClass known, IReadOnlyCollection<SupportPlan> offered)
    {
        if (offered.Count == 0) return null;
        var row = offered.OrderByDescending(plan => plan.Definition.Targets.TryGetValue(Priority.High, out var target) ? target.FirstResponseMinutes : int.MaxValue)
            .ThenBy(plan => plan.Definition.AvailabilityPercent ?? 0).ThenBy(plan => plan.Key, StringComparer.Ordinal).ToList();
        var classes = Enum.GetValues<CriticalityClass>();
        var share = (decimal)Array.IndexOf(classes, known) / (classes.Length - 1);
        return row[(int)Math.Round(share * (row.Count - 1), MidpointRounding.AwayFromZero)].Key;
    }
}
