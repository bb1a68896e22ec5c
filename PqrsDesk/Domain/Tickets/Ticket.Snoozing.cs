using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Posponer: out of its owner's sight until an instant. The clocks run on, so it cannot be put behind a deadline.
public sealed partial class Ticket
{
    /// <summary>Whatever can lie for longer is forgotten.</summary>
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(90);

    /// <summary>When it comes back by itself; null: it is before its owner.</summary>
    public DateTimeOffset? SnoozedUntil { get; private set; }

    /// <remarks>
    /// The answer is owed on its day, whoever put the case aside (Ley 1755 of 2015, art. 14): a time after a deadline that is
    /// still to come is refused, and so is any while an answer is overdue. A promise of a reply that was missed already can
    /// be missed no more, and holds nothing up.
    /// </remarks>
    public Decision Snooze(DateTimeOffset until, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (OwnerId is null) return RefusalCode.SnoozeWithoutOwner;
        if (!IsTheirs(now.By)) return RefusalCode.NotYourTicket;
        if (Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } tooLong) return tooLong;
        if (until <= now.At) return new Refusal(RefusalCode.SnoozePast, "Until");
        if (until - now.At > LongestSnooze) return new Refusal(RefusalCode.SnoozeTooLong, "Until", LongestSnooze.Days.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (_deadlines.Exists(deadline => deadline.Kind.IsAnswer() && Runs(deadline) && deadline.DueAt < now.At)) return RefusalCode.SnoozeOverdue;
        if (until > NextDueAfter(now.At)) return new Refusal(RefusalCode.SnoozeBeyondDeadline, "Until");
        var at = new DateTimeOffset(until.UtcTicks - until.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return at == SnoozedUntil ? Decision.Ok : Record(new TicketEvent.Snoozed(TimeZoneInfo.ConvertTime(at, book.Zone), NullIfBlank(reason)), now, book);
    }

    /// <summary>A person brings it back before its time.</summary>
    public Decision Wake(SlaBook book, Moment now) =>
        SnoozedUntil is null ? Decision.Ok
        : !IsTheirs(now.By) ? RefusalCode.NotYourTicket
        : Record(new TicketEvent.Woken(WakeCause.Hand), now, book);

    /// <summary>The nearest of the desk's deadlines that is still to come; null when none is.</summary>
    public DateTimeOffset? NextDueAfter(DateTimeOffset now) =>
        _deadlines.Where(deadline => Runs(deadline) && deadline.DueAt >= now && !deadline.Kind.IsPetitioners()).Min(deadline => deadline.DueAt);

    private static bool Runs(Deadline deadline) => deadline is { IsOwed: true, IsPaused: false, DueAt: not null };

    private bool IsTheirs(Actor by) => (OwnerId is not null && OwnerId == by.StaffId) || by.Is(Role.Lead);

    private static WakeCause? WakesBy(TicketEvent happened) =>
        happened is TicketEvent.PetitionerResponded or TicketEvent.HeardThrough ? WakeCause.Petitioner
        : happened.ChangesOwner ? WakeCause.Owner
        : happened is TicketEvent.ThresholdReached or TicketEvent.DeadlineBreached ? WakeCause.Deadline
        : null;

    /// <summary>When it comes back by the time alone, if that is what happens next.</summary>
    private DateTimeOffset? WakesFirst(DeadlineMark? next, DateTimeOffset now) =>
        SnoozedUntil is { } wakes && wakes <= now && !(next?.At < wakes) ? wakes : null;
}
