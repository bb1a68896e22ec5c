using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>One promise on one ticket, with its own calendar and pause rule.</summary>
/// <remarks>
/// The due instant is always derived: the target laid from the start over the calendar, with the pauses as holes
/// in it. What is stored beside it is what the queue and the sweep read.
/// </remarks>
public sealed class Deadline
{
    private static readonly TimeSpan Least = TimeSpan.FromTicks(1);

    private Deadline()
    {
    }

    public long Id { get; private set; }
    public long TicketId { get; private set; }
    public DeadlineKind Kind { get; private set; }
    public DeadlineUnit Unit { get; private set; }

    /// <summary>By <see cref="Unit"/>; 0 for a fixed instant.</summary>
    public int Amount { get; private set; }

    /// <summary>What an extension (prórroga) added, in the same unit.</summary>
    public int ExtendedBy { get; private set; }

    /// <summary>The date that a term in days or months counts from; null for the ticket's effective filing date.</summary>
    public DateOnly? CountsFrom { get; private set; }

    /// <summary>The rule of law behind a legal term; null for other deadlines, and for terms promised before rules were data.</summary>
    public int? LegalRuleId { get; private set; }

    /// <summary>The calendar version it was promised on; null for a fixed instant.</summary>
    public int? CalendarVersionId { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Null while paused.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The last day of a term in days.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>When what was promised was done, or nobody was owed it any more; null while it is owed.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>The case ended without it: withdrawn, sent to another authority, voided or merged. Neither met nor missed.</summary>
    public bool IsReleased { get; private set; }

    /// <summary>The exact instant of the breach. Recorded once; survives closing, reopening and later changes.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }

    /// <summary>Since when the present target holds: a target cannot have been missed before it was set.</summary>
    public DateTimeOffset TargetSince { get; private set; }

    public bool IsPaused { get; private set; }

    /// <summary>Percent of the target up to which its thresholds are behind it.</summary>
    public int Reached { get; private set; }

    /// <summary>Business minutes used when it was settled, rounded down; null while owed or when not counted in minutes.</summary>
    public int? UsedMinutes { get; private set; }

    public DeadlineState State =>
        BreachedAt is not null ? DeadlineState.Breached
        : IsReleased ? DeadlineState.Released
        : SettledAt is not null ? DeadlineState.Met
        : IsPaused ? DeadlineState.Paused
        : DeadlineState.Running;

    /// <summary>Whether the queue must still watch it.</summary>
    public bool IsOwed => SettledAt is null;

    public static Deadline InMinutes(DeadlineKind kind, int minutes, int calendarVersionId, DateTimeOffset start) =>
        new() { Kind = kind, Unit = DeadlineUnit.BusinessMinutes, Amount = minutes, CalendarVersionId = calendarVersionId, StartedAt = start, TargetSince = start };

    /// <param name="unit">Business days, calendar days or months.</param>
    public static Deadline Term(DeadlineKind kind, DeadlineUnit unit, int amount, int calendarVersionId, DateTimeOffset start, DateOnly? countsFrom = null) =>
        new() { Kind = kind, Unit = unit, Amount = amount, CalendarVersionId = calendarVersionId, StartedAt = start, TargetSince = start, CountsFrom = countsFrom };

    /// <param name="filedAt">A term in clock hours runs from it.</param>
    public static Deadline Legal(LegalDefinition rule, int? ruleId, int calendarVersionId, DateTimeOffset filedAt, DateTimeOffset at) => new()
    {
        Kind = DeadlineKind.LegalAnswer,
        Unit = rule.Unit,
        Amount = rule.Amount,
        LegalRuleId = ruleId,
        CalendarVersionId = calendarVersionId,
        StartedAt = filedAt,
        TargetSince = at,
    };

    public static Deadline At(DeadlineKind kind, DateTimeOffset due, DateTimeOffset start) =>
        new() { Kind = kind, Unit = DeadlineUnit.Instant, StartedAt = start, TargetSince = start, DueAt = due };

    /// <summary>Lays the target over the calendar again.</summary>
    /// <param name="calendar">The version of <see cref="CalendarVersionId"/>; null for a fixed instant.</param>
    /// <param name="holes">The pauses that have ended; those that stop this deadline only.</param>
    /// <param name="filedOn">The ticket's effective filing date.</param>
    internal void Lay(BusinessCalendar? calendar, IReadOnlyList<Stretch> holes, DateOnly filedOn)
    {
        if (Unit == DeadlineUnit.Instant) return;
        ArgumentNullException.ThrowIfNull(calendar);
        if (Unit.IsTerm())
        {
            LastDay = IsPaused ? null : Unit.LastDay(calendar, CountsFrom ?? filedOn, Amount + ExtendedBy);
            DueAt = LastDay is { } last ? calendar.EndOf(last) : null;
        }
        else
        {
            LastDay = null;
            DueAt = IsPaused ? null : Unit.Over(calendar).Add(StartedAt, TimeSpan.FromMinutes(Amount), holes);
        }
    }

    /// <summary>The last instant in time, if nothing happens before; null when it cannot be missed, or already was.</summary>
    /// <remarks>
    /// Used time equal to the target is in time: a target used up at closing time is missed when the calendar opens
    /// again, and one used up at the answer when the ticket is reopened. It cannot have been missed before it was set.
    /// </remarks>
    /// <param name="calendar">As for <see cref="Lay"/>.</param>
    /// <param name="holes">As for <see cref="Lay"/>.</param>
    internal DateTimeOffset? BreachesAt(BusinessCalendar? calendar, IReadOnlyList<Stretch> holes)
    {
        if (!IsOwed || IsPaused || BreachedAt is not null || DueAt is not { } last) return null;
        if (Unit is DeadlineUnit.BusinessMinutes or DeadlineUnit.ClockMinutes)
        {
            ArgumentNullException.ThrowIfNull(calendar);
            if (!Unit.Over(calendar).TryAdd(StartedAt, TimeSpan.FromMinutes(Amount) + Least, holes, out var exceeded)) return null;
            last = exceeded - Least;
        }

        return last < TargetSince ? TargetSince : last;
    }

    internal void Pause() => IsPaused = true;

    internal void Resume() => IsPaused = false;

    internal void Retarget(int amount, DateTimeOffset at) => (Amount, TargetSince) = (amount, at);

    /// <summary>The term is longer: the thresholds that it had passed and has before it again are reached again.</summary>
    internal void Extend(int by, DateOnly on, BusinessCalendar calendar, DateOnly filedOn, DateTimeOffset at)
    {
        (ExtendedBy, TargetSince) = (by, at);
        Reached = Math.Min(Reached, this.UsedPercent(on, calendar, filedOn));
    }

    /// <summary>Another rule of law, from the same filing. An extension stays while it is counted in the same unit.</summary>
    internal void Follow(LegalDefinition rule, int? ruleId, DateTimeOffset at)
    {
        LegalRuleId = ruleId;
        if (rule.Unit != Unit) (Unit, ExtendedBy, TargetSince) = (rule.Unit, 0, at);
        if (rule.Amount != Amount) Retarget(rule.Amount, at);
    }

    /// <summary>The term begins anew, the day after.</summary>
    internal void Restart(DateOnly countsFrom, DateTimeOffset at) => (CountsFrom, TargetSince, Reached) = (countsFrom, at, 0);

    internal void Reach(int percent) => Reached = Math.Max(Reached, percent);

    /// <summary>Another target on another calendar, from the original start.</summary>
    /// <returns>False when it was promised so already.</returns>
    internal bool Repromise(int amount, int calendarVersionId, DateTimeOffset at)
    {
        if (amount == Amount && calendarVersionId == CalendarVersionId) return false;
        (Amount, CalendarVersionId, TargetSince) = (amount, calendarVersionId, at);
        return true;
    }

    internal void Settle(DateTimeOffset at, int? usedMinutes) => (SettledAt, UsedMinutes, IsPaused) = (at, usedMinutes, false);

    /// <summary>Nobody is owed it any more, whether it was paused or not.</summary>
    internal void Release(DateTimeOffset at)
    {
        if (IsOwed) (SettledAt, IsReleased) = (at, true);
    }

    /// <summary>It is owed again. What nobody was owed until now was not late until now, and a fixed instant does not move.</summary>
    internal void Unsettle(DateTimeOffset at)
    {
        if (Unit == DeadlineUnit.Instant || IsReleased) TargetSince = at;
        (SettledAt, UsedMinutes, IsPaused, IsReleased) = (null, null, false, false);
    }

    internal void Breach(DateTimeOffset at) => BreachedAt ??= at;
}
