using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Tickets;

/// <summary>When something is done, and by whom. Verbs take it as an argument: the domain reads no clock.</summary>
/// <param name="At">The instant, in UTC.</param>
/// <param name="On">The date of that instant in the desk's zone, by which reports count.</param>
public readonly record struct Moment(DateTimeOffset At, DateOnly On, Actor By)
{
    /// <summary>The stores keep microseconds; an instant is cut to them when it is read off the clock.</summary>
    public static Moment Of(DateTimeOffset now, TimeZoneInfo zone, Actor by)
    {
        var at = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return new Moment(at, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime), by);
    }
}
