namespace PqrsDesk.Domain.Kpis;

/// <summary>A period seen from its end, or from the reading of the data where that came earlier.</summary>
/// <remarks>
/// Every count rule is here, once, as a question about one ticket. A query that counts in SQL must mean the same.
/// Volume goes by the instant of filing, timeliness by the instant of the answer, and what is open and overdue at
/// the cut counts as late. What was withdrawn, transferred, voided or merged is outside timeliness: nothing was owed any more.
/// </remarks>
public sealed class Cut
{
    private readonly DateTimeOffset seenBefore;

    public Cut(Period period, TimeZoneInfo zone, DateTimeOffset readAt)
    {
        Period = period;
        Zone = zone;
        Start = period.Start(zone);
        End = period.End(zone);
        AsOf = readAt < End ? readAt : End;
        // What happened at the very instant of reading has happened; what happened at the period's end has not.
        seenBefore = readAt < End ? readAt.AddTicks(1) : End;
    }

    public Period Period { get; }

    public TimeZoneInfo Zone { get; }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    /// <summary>The instant at which the backlog is counted.</summary>
    public DateTimeOffset AsOf { get; }

    public bool Received(TicketFact fact) => Within(fact.FiledAt);

    public bool Answered(TicketFact fact) => Within(fact.AnsweredAt);

    public bool Closed(TicketFact fact) => Within(fact.ClosedAt);

    public bool Open(TicketFact fact) => Happened(fact.FiledAt) && !Happened(fact.SettledAt);

    /// <summary>Open at the cut, with a deadline behind it. Due at the cut itself is still in time.</summary>
    public bool Overdue(TicketFact fact) => Open(fact) && fact.MissedAt < AsOf;

    /// <summary>Null outside the denominator: neither answered in the period nor open and overdue at the cut.</summary>
    public bool? InTime(TicketFact fact) =>
        Answered(fact) ? fact.BreachedAt is null
        : Overdue(fact) ? false
        : null;

    public bool FirstReplied(TicketFact fact) => Within(fact.FirstReplyAt);

    /// <summary>The same of the first reply: given in the period, or still owed at the cut with its deadline missed.</summary>
    public bool? FirstReplyInTime(TicketFact fact) =>
        Within(fact.FirstReplyAt) ? fact.FirstResponseBreachedAt is null
        : AwaitsFirstReply(fact) && fact.FirstResponseBreachedAt < AsOf ? false
        : null;

    /// <summary>The same of one promise by itself: done in the period, or still owed at the cut and missed.</summary>
    public bool? Kept(PromiseFact promise) =>
        !promise.IsReleased && Within(promise.SettledAt) ? promise.BreachedAt is null
        : Happened(promise.StartedAt) && !Happened(promise.SettledAt) && promise.MissedAt < AsOf ? false
        : null;

    /// <summary>Where the lateness of a missed promise ends: when it was done, or at the cut.</summary>
    public DateTimeOffset LateUntil(PromiseFact promise) => Happened(promise.SettledAt) ? promise.SettledAt!.Value : AsOf;

    /// <summary>Where a ticket stood at the cut.</summary>
    public Standing Standing(TicketFact fact) =>
        Happened(fact.ClosedAt) ? (fact.AnsweredAt is null ? Kpis.Standing.Ended : Kpis.Standing.Closed)
        : Happened(fact.AnsweredAt) ? Kpis.Standing.Answered
        : Kpis.Standing.Open;

    /// <summary>From filing to answer; null unless answered in the period.</summary>
    public TimeSpan? Wait(TicketFact fact) => Answered(fact) ? fact.AnsweredAt - fact.FiledAt : null;

    /// <summary><see cref="Wait"/> in calendar days, with their fraction.</summary>
    public double? ResponseDays(TicketFact fact) => Wait(fact)?.TotalDays;

    /// <summary>True if some indicator of the period can depend on the ticket.</summary>
    public bool Concerns(TicketFact fact) =>
        Received(fact) || Answered(fact) || Closed(fact) || Open(fact) || Within(fact.FirstReplyAt);

    private bool AwaitsFirstReply(TicketFact fact) => Open(fact) && !Happened(fact.FirstReplyAt);

    private bool Happened(DateTimeOffset? at) => at < seenBefore;

    private bool Within(DateTimeOffset? at) => at >= Start && Happened(at);
}
