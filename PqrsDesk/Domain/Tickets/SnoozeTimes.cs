using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A time that is chosen with one key.</summary>
public enum SnoozeTime
{
    InAnHour = 1,
    ThisAfternoon = 2,

    /// <summary>When the desk next opens, after today.</summary>
    NextOpening = 3,

    /// <summary>When it opens on Monday, or on the first day after it that is no holiday.</summary>
    Monday = 4,
}

/// <summary>The quick times to put a case aside until, as the desk's hours have them.</summary>
public static class SnoozeTimes
{
    private static readonly TimeOnly Afternoon = new(16, 0);

    /// <summary>Less than that is no time to put a case aside for.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMinutes(20);

    /// <param name="hours">Of the desk.</param>
    /// <returns>In the order of their instants, each instant once.</returns>
    public static IReadOnlyList<(SnoozeTime Time, DateTimeOffset At)> From(DateTimeOffset now, BusinessCalendar hours)
    {
        var times = Enum.GetValues<SnoozeTime>().Select(time => (Time: time, At: At(time, now, hours))).ToList();
        times.RemoveAll(each => each.Time == SnoozeTime.ThisAfternoon && each.At - now < Least);
        return [.. times.DistinctBy(time => time.At).OrderBy(time => time.At)];
    }

    /// <returns>Of <see cref="SnoozeTime.ThisAfternoon"/> perhaps an instant that is past.</returns>
    public static DateTimeOffset At(SnoozeTime time, DateTimeOffset now, BusinessCalendar hours)
    {
        var today = hours.DateOf(now);
        return time switch
        {
            SnoozeTime.InAnHour => now.AddHours(1),
            SnoozeTime.ThisAfternoon => Routing.Absence.Instant(today, Afternoon, hours.Zone),
            SnoozeTime.NextOpening => hours.Add(hours.StartOf(today.AddDays(1)), TimeSpan.Zero),
            SnoozeTime.Monday => hours.Add(hours.StartOf(today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7 + 1)), TimeSpan.Zero),
        };
    }
}
