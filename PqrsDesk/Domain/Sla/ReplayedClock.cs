using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>One clock between two events of a history: what is settled of it, and what is still counted. Immutable.</summary>
/// <param name="Target">Null: nothing is promised.</param>
/// <param name="TargetSince">Since when the target holds: it cannot have been missed before it was set.</param>
internal sealed record ReplayedClock(BusinessCalendar Calendar, DateTimeOffset Start, TimeSpan? Target, DateTimeOffset TargetSince)
{
    private static readonly TimeSpan Least = TimeSpan.FromTicks(1);

    /// <summary>The pauses that have ended, in order.</summary>
    public IReadOnlyList<Stretch> Ended { get; private init; } = [];
    public DateTimeOffset? HeldSince { get; private init; }

    /// <summary>When it stopped for good.</summary>
    public DateTimeOffset? StoppedAt { get; private init; }
    public DateTimeOffset? BreachedAt { get; private init; }

    public TimeSpan UsedAt(DateTimeOffset asOf) => Calendar.Between(Start, StoppedAt ?? asOf, PausesAt(asOf));

    /// <summary>When the target is used up; a pause that lasts counts as if it ended now.</summary>
    /// <exception cref="CalendarRangeException">Beyond what the calendar counts.</exception>
    public DateTimeOffset? DueAt(DateTimeOffset asOf) => Target is { } target ? Calendar.Add(Start, target, PausesAt(asOf)) : null;

    public IReadOnlyList<Stretch> PausesAt(DateTimeOffset asOf) =>
        HeldSince is { } since ? [.. Ended, new Stretch(since, asOf)] : Ended;

    /// <summary>With the breach that has happened by then, at its own instant: the last one in time.</summary>
    /// <remarks>
    /// As <see cref="Deadline.BreachesAt"/>: what is used up at closing time is missed when the calendar opens again,
    /// one tick later than the last instant in time.
    /// </remarks>
    public ReplayedClock CaughtUp(DateTimeOffset asOf)
    {
        if (BreachedAt is not null || Target is not { } target || UsedAt(asOf) <= target) return this;
        var last = Calendar.Add(Start, target + Least, PausesAt(asOf)) - Least;
        return this with { BreachedAt = last < TargetSince ? TargetSince : last };
    }

    /// <summary>A clock that has stopped keeps the target it stopped with.</summary>
    public ReplayedClock Retargeted(TimeSpan? target, DateTimeOffset at) =>
        StoppedAt is not null || target == Target ? this : this with { Target = target, TargetSince = at };

    public ReplayedClock Held(DateTimeOffset at) => HeldSince is null ? this with { HeldSince = at } : this;

    public ReplayedClock Released(DateTimeOffset at) =>
        HeldSince is { } since ? this with { HeldSince = null, Ended = since < at ? [.. Ended, new Stretch(since, at)] : Ended } : this;

    public ReplayedClock Stopped(DateTimeOffset at) => StoppedAt is null ? this with { StoppedAt = at } : this;
}
