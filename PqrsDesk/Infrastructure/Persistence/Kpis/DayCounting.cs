using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

internal static class DayCounting
{
    /// <summary>One heading over all days.</summary>
    public static IReadOnlyList<CountBy<T>> CountBy<T>(this IReadOnlyList<DayParts> days, Func<DayParts, Dictionary<T, int>> heading)
        where T : notnull =>
        days.SelectMany(heading).GroupBy(count => count.Key, count => count.Value).Select(group => new CountBy<T>(group.Key, group.Sum())).MostFirst();
}
