using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Features.Me;

/// <summary>The results of everybody. It is shared by all who look, and none of them is shown more of it than <see cref="For"/> gives.</summary>
/// <param name="People">Those who have any.</param>
/// <param name="AreaOf">Of everybody who works here, their area, or none.</param>
public sealed record Team(Cut Cut, IReadOnlyList<PersonResults> People, IReadOnlyDictionary<int, int?> AreaOf, IReadOnlyDictionary<int, string> Areas)
{
    /// <summary>One person's own, and what the others of their area reach; of whoever has no area, all others.</summary>
    public MyResults For(int memberId)
    {
        var area = AreaOf.GetValueOrDefault(memberId);
        List<PersonResults> others = [.. People.Where(person => person.PersonId != memberId && AreaOf.TryGetValue(person.PersonId, out var their) && (area is null || their == area))];
        return new(
            Cut,
            People.FirstOrDefault(person => person.PersonId == memberId) ?? PersonResults.Nothing(memberId),
            PersonKpis.All.ToDictionary(kpi => kpi, kpi => TeamMedian.Of(others.Select(person => person[kpi]).OfType<double>())),
            area is { } number ? Areas.GetValueOrDefault(number) : null);
    }
}

/// <param name="Area">Null: the team is the whole desk.</param>
public sealed record MyResults(Cut Cut, PersonResults Mine, IReadOnlyDictionary<PersonKpi, TeamMedian> Team, string? Area)
{
    /// <summary>Nothing of theirs and nothing of the others: there is nothing to lay side by side.</summary>
    public bool IsEmpty => Mine == PersonResults.Nothing(Mine.PersonId) && Team.Values.All(median => median.Others == 0);
}
