namespace PqrsDesk.Domain.Kpis;

/// <summary>One local day's comings and goings.</summary>
/// <param name="Ended">Withdrawn, transferred, voided or merged: gone without an answer of its own.</param>
public sealed record DayCount(DateOnly Day, int Received, int Answered, int Closed, int Ended = 0);

public static class DayCounts
{
    /// <summary>One row for every day of the period: a query returns none for a day on which nothing happened.</summary>
    public static IReadOnlyList<DayCount> Filled(this IEnumerable<DayCount> known, Period period)
    {
        var byDay = known.ToDictionary(row => row.Day);
        return [.. period.Days.Select(day => byDay.GetValueOrDefault(day) ?? new DayCount(day, 0, 0, 0))];
    }

    /// <summary>The backlog at the end of each day, from what was open before the first.</summary>
    public static IEnumerable<CountBy<DateOnly>> Backlog(this IEnumerable<DayCount> days, int openBefore)
    {
        var open = openBefore;
        foreach (var day in days)
        {
            open += day.Received - day.Answered - day.Ended;
            yield return new CountBy<DateOnly>(day.Day, open);
        }
    }
}
