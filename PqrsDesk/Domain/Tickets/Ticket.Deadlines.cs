using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What the queue sorts by and the sweep looks for, kept in step with the deadlines.
public sealed partial class Ticket
{
    /// <summary>Later than any deadline, and an instant that both stores can keep.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The nearest deadline that is owed and running; null when none is.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }
    public DeadlineKind? NextDueKind { get; private set; }

    /// <summary><see cref="NextDueAt"/>, or <see cref="Never"/>: what the queue is ordered and paged by.</summary>
    public DateTimeOffset QueueAt { get; private set; } = Never;

    /// <summary>When the next breach will have happened if nobody acts; null when there is none to come.</summary>
    public DateTimeOffset? NextBreachAt { get; private set; }

    /// <summary>The first breach of the answer that was owed: resolution, legal term or imported due instant.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }
    public DateTimeOffset? FirstResponseBreachedAt { get; private set; }

    /// <summary>Business minutes from filing to the first reply; null before it.</summary>
    public int? FirstResponseMinutes { get; private set; }

    /// <summary>Business minutes to the answer, without the pauses; null before it.</summary>
    public int? ResolutionMinutes { get; private set; }

    /// <summary>Whether the answer was owed before an instant; what the sweep has yet to record counts already.</summary>
    /// <remarks>
    /// For that it must have been loaded with its deadlines. Due and missed are two instants: what is due at closing
    /// time is missed when the calendar opens again.
    /// </remarks>
    public bool MissedBy(DateTimeOffset at) =>
        BreachedAt is { } breached
            ? breached < at
            : NextBreachAt < at && _deadlines.Exists(deadline => deadline.Kind.IsAnswer() && deadline is { IsOwed: true, IsPaused: false } && deadline.DueAt < at);

    internal void RefreshDue(SlaBook book)
    {
        var next = _deadlines.Where(deadline => deadline is { IsOwed: true, IsPaused: false, DueAt: not null } && !deadline.Kind.IsPetitioners()).MinBy(deadline => deadline.DueAt);
        NextDueAt = next?.DueAt;
        NextDueKind = next?.Kind;
        QueueAt = NextDueAt ?? Never;
        LookAhead(book);
        BreachedAt = _deadlines.Where(deadline => deadline.Kind.IsAnswer()).Min(deadline => deadline.BreachedAt);
        FirstResponseBreachedAt = Clock(DeadlineKind.FirstResponse)?.BreachedAt;
        FirstResponseMinutes = Clock(DeadlineKind.FirstResponse)?.UsedMinutes;
        ResolutionMinutes = Clock(DeadlineKind.Resolution)?.UsedMinutes;
    }

    private Deadline? Clock(DeadlineKind kind) => _deadlines.Find(deadline => deadline.Kind == kind);
}
