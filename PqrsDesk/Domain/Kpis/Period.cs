using System.Globalization;

namespace PqrsDesk.Domain.Kpis;

/// <summary>A span of whole local days. Both dates belong to it: June is 1 to 30 June.</summary>
/// <remarks>As instants it is half-open, from the first midnight to the midnight after the last day.</remarks>
public sealed record Period
{
    public Period(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        From = from;
        To = to;
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public int Length => To.DayNumber - From.DayNumber + 1;

    public bool IsWholeMonth => From.Day == 1 && To == LastOfMonth(From);

    /// <summary>The month before, for a whole month; else as many days just before.</summary>
    public Period Previous => IsWholeMonth
        ? Month(From.AddMonths(-1))
        : new Period(From.AddDays(-Length), From.AddDays(-1));

    /// <summary>The same dates a year earlier; 29 February falls back to the 28th, and a whole month stays whole.</summary>
    public Period SameLastYear => IsWholeMonth
        ? Month(From.AddYears(-1))
        : new Period(From.AddYears(-1), To.AddYears(-1));

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, Length).Select(From.AddDays);

    /// <summary>ISO weeks, Monday to Sunday, cut at both ends of the period: their counts add up to the period's.</summary>
    public IEnumerable<Period> Weeks
    {
        get
        {
            for (var start = From; start <= To;)
            {
                var sunday = start.AddDays((7 - (int)start.DayOfWeek) % 7);
                var end = sunday < To ? sunday : To;
                yield return new Period(start, end);
                start = end.AddDays(1);
            }
        }
    }

    public int IsoWeek => ISOWeek.GetWeekOfYear(From);

    public static Period Month(int year, int month) => Month(new DateOnly(year, month, 1));

    /// <summary>The whole month a day lies in.</summary>
    public static Period Month(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), LastOfMonth(day));

    /// <summary>So many whole months, oldest first, of which the last holds this period's last day.</summary>
    public IEnumerable<Period> MonthsUpTo(int count) =>
        Enumerable.Range(1 - count, count).Select(offset => Month(new DateOnly(To.Year, To.Month, 1).AddMonths(offset)));

    public bool Contains(DateOnly day) => From <= day && day <= To;

    /// <summary>The first instant of the period.</summary>
    public DateTimeOffset Start(TimeZoneInfo zone) => StartOf(From, zone);

    /// <summary>The first instant that no longer belongs to the period.</summary>
    public DateTimeOffset End(TimeZoneInfo zone) => StartOf(To.AddDays(1), zone);

    private static DateOnly LastOfMonth(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    // Some zones change their clocks at midnight: a day may begin at 01:00, or begin twice, and then the first one counts.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }
}
