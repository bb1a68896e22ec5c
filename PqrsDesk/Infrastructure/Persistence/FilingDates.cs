using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Filing dates, sought by the instants beside them: one index serves both, and the order of filing.</summary>
internal static class FilingDates
{
    /// <summary>No zone is further from UTC; the dates themselves have the say.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromHours(14);

    public static IQueryable<Ticket> FiledFrom(this IQueryable<Ticket> tickets, DateOnly day)
    {
        var from = Earliest(day);
        return tickets.Where(t => t.FiledAt >= from && t.FiledOn >= day);
    }

    public static IQueryable<Ticket> FiledTo(this IQueryable<Ticket> tickets, DateOnly day)
    {
        var before = Latest(day);
        return tickets.Where(t => t.FiledAt < before && t.FiledOn <= day);
    }

    /// <summary>Those filed by the end of a day, and perhaps a few more.</summary>
    public static IQueryable<Ticket> NotAfter(this IQueryable<Ticket> tickets, DateOnly day)
    {
        var before = Latest(day);
        return tickets.Where(t => t.FiledAt < before);
    }

    /// <summary>No ticket with that filing date was filed earlier.</summary>
    public static DateTimeOffset Earliest(DateOnly day) => Midnight(day) - Furthest;

    /// <summary>All tickets with that filing date were filed earlier.</summary>
    public static DateTimeOffset Latest(DateOnly day) => Midnight(day) + TimeSpan.FromDays(1) + Furthest;

    // The ends of the calendar are far enough from either end of what can be stored.
    private static DateTimeOffset Midnight(DateOnly day) =>
        new(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber, First, Last)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static readonly int First = new DateOnly(2, 1, 1).DayNumber;
    private static readonly int Last = new DateOnly(9998, 1, 1).DayNumber;
}
