using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>What is counted of a day.</summary>
public enum Figure
{
    Received,
    Kind,
    Channel,
    Topic,
    AnsweredInTime,
    AnsweredLate,

    /// <summary>How long an answer took.</summary>
    Wait,
    Closed,
    ClosedReopened,

    /// <summary>Withdrawn, transferred, voided or merged: gone without an answer of its own.</summary>
    Ended,
    RepliedInTime,
    RepliedLate,

    /// <summary>Open and overdue: so many more than the day before.</summary>
    Overdue,

    /// <summary>Open, with the first reply overdue: so many more than the day before.</summary>
    OwedReply,
}

/// <summary>What one ticket adds to one figure of one day.</summary>
/// <param name="Value">The kind, the channel, the wait in microseconds, or the change by one; else 0.</param>
/// <param name="Topic">Of <see cref="Figure.Topic"/>; null for tickets that nobody has classified.</param>
public readonly record struct DayShare(DateOnly Day, int AreaId, Priority Priority, Figure Figure, long Value, string? Topic);
