using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>What of one ticket the indicators count, and on which days: the rules of <see cref="Cut"/>, said of days.</summary>
/// <remarks>
/// The figures of a day are the sum of what all tickets leave on it, so that they can be kept and added up. A ticket
/// whose past is corrected leaves other shares than before: the days on which they differ must be counted again.
/// </remarks>
public sealed record Footprint
{
    public required int AreaId { get; init; }
    public required Priority Priority { get; init; }
    public required TicketKind Kind { get; init; }
    public required Channel Channel { get; init; }
    public string? Topic { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public required DateOnly FiledOn { get; init; }
    public DateTimeOffset? FirstReplyAt { get; init; }
    public DateTimeOffset? AnsweredAt { get; init; }
    public DateOnly? AnsweredOn { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public bool Reopened { get; init; }

    /// <summary>Whether the answer was late, whenever that happened.</summary>
    public bool Late { get; init; }

    /// <summary>When the answer was missed.</summary>
    public DateTimeOffset? MissedAt { get; init; }
    public bool ReplyLate { get; init; }

    /// <summary>When the first reply was missed.</summary>
    public DateTimeOffset? ReplyMissedAt { get; init; }

    public static Footprint Of(Ticket ticket) => new()
    {
        AreaId = ticket.AreaId,
        Priority = ticket.Priority,
        Kind = ticket.Kind,
        Channel = ticket.Channel,
        Topic = ticket.Topic,
        FiledAt = ticket.FiledAt,
        FiledOn = ticket.FiledOn,
        FirstReplyAt = ticket.FirstReplyAt,
        AnsweredAt = ticket.AnsweredAt,
        AnsweredOn = ticket.AnsweredOn,
        ClosedAt = ticket.ClosedAt,
        ClosedOn = ticket.ClosedOn,
        Reopened = ticket.ReopenedCount > 0,
        Late = ticket.BreachedAt is not null,
        MissedAt = ticket.BreachedAt,
        ReplyLate = ticket.FirstResponseBreachedAt is not null,
        ReplyMissedAt = ticket.FirstResponseBreachedAt,
    };

    /// <summary>As it stood at an instant: what came after it has not happened. Null: nothing had.</summary>
    /// <remarks>A deadline missed at the very instant is still in time, as <see cref="Cut.Overdue"/> has it.</remarks>
    public Footprint? SeenAt(DateTimeOffset readAt)
    {
        if (FiledAt > readAt) return null;
        var seen = this;
        if (FirstReplyAt > readAt) seen = seen with { FirstReplyAt = null };
        if (AnsweredAt > readAt) seen = seen with { AnsweredAt = null, AnsweredOn = null };
        if (ClosedAt > readAt) seen = seen with { ClosedAt = null, ClosedOn = null };
        if (MissedAt >= readAt) seen = seen with { MissedAt = null };
        if (ReplyMissedAt >= readAt) seen = seen with { ReplyMissedAt = null };
        return seen;
    }

    /// <summary>What it adds to the figures of days, each share once.</summary>
    public IEnumerable<DayShare> Shares(TimeZoneInfo zone)
    {
        yield return On(FiledOn, Figure.Received);
        yield return On(FiledOn, Figure.Kind, (long)Kind);
        yield return On(FiledOn, Figure.Channel, (long)Channel);
        yield return On(FiledOn, Figure.Topic) with { Topic = Topic };
        var repliedOn = FirstReplyAt is { } replied ? DateOf(replied, zone) : (DateOnly?)null;
        if (repliedOn is { } reply) yield return On(reply, ReplyLate ? Figure.RepliedLate : Figure.RepliedInTime);
        if (AnsweredOn is { } answered)
        {
            yield return On(answered, Late ? Figure.AnsweredLate : Figure.AnsweredInTime);
            yield return On(answered, Figure.Wait, (AnsweredAt!.Value - FiledAt).Ticks / TimeSpan.TicksPerMicrosecond);
        }

        if (ClosedOn is { } closed)
        {
            yield return On(closed, Figure.Closed);
            if (Reopened) yield return On(closed, Figure.ClosedReopened);
            if (AnsweredOn is null) yield return On(closed, Figure.Ended);
        }

        var left = AnsweredOn ?? ClosedOn;
        foreach (var share in Standing(Figure.Overdue, MissedAt, left, zone)) yield return share;
        foreach (var share in Standing(Figure.OwedReply, ReplyMissedAt, left < repliedOn ? left : repliedOn ?? left, zone)) yield return share;
    }

    /// <summary>One more from the day on which it was missed, and one less from the day on which it was over.</summary>
    private IEnumerable<DayShare> Standing(Figure figure, DateTimeOffset? missedAt, DateOnly? until, TimeZoneInfo zone)
    {
        if (missedAt is not { } missed) yield break;
        var from = DateOf(missed, zone);
        if (from < FiledOn) from = FiledOn;
        if (until <= from) yield break;
        yield return On(from, figure, 1);
        if (until is { } over) yield return On(over, figure, -1);
    }

    private DayShare On(DateOnly day, Figure figure, long value = 0) => new(day, AreaId, Priority, figure, value, null);

    private static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
