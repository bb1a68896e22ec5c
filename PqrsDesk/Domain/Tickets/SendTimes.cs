using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Tickets;

/// <summary>A time to send something that is chosen with one key.</summary>
public enum SendTime
{
    /// <summary>When the desk opens, while it is shut.</summary>
    NextOpening = 1,

    /// <summary>When it opens on its next day.</summary>
    NextDay = 2,

    /// <summary>When it opens on Monday, or on the first day after it that is no holiday.</summary>
    Monday = 3,
}

/// <summary>The times to send a message that are proposed, as the desk's hours have them.</summary>
public static class SendTimes
{
    /// <param name="hours">Of the desk.</param>
    /// <returns>In the order of their instants, each instant once.</returns>
    public static IReadOnlyList<(SendTime Time, DateTimeOffset At)> From(DateTimeOffset now, BusinessCalendar hours) =>
        [.. Enum.GetValues<SendTime>().Select(time => (Time: time, At: At(time, now, hours))).Where(each => each.At > now).DistinctBy(each => each.At).OrderBy(each => each.At)];

    /// <summary>The next such time, also while the desk is open.</summary>
    public static DateTimeOffset Next(SendTime time, DateTimeOffset now, BusinessCalendar hours) =>
        At(time, now, hours) is var at && at > now ? at : At(SendTime.NextDay, now, hours);

    /// <returns>Of <see cref="SendTime.NextOpening"/> while the desk is open: now.</returns>
    public static DateTimeOffset At(SendTime time, DateTimeOffset now, BusinessCalendar hours)
    {
        var today = hours.DateOf(now);
        return time switch
        {
            SendTime.NextOpening => hours.Add(now, TimeSpan.Zero),
            SendTime.NextDay => hours.Add(hours.StartOf(today.AddDays(1)), TimeSpan.Zero),
            SendTime.Monday => hours.Add(hours.StartOf(today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7 + 1)), TimeSpan.Zero),
        };
    }
}
