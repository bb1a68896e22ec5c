using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>The reader of the log that keeps a ticket's deadlines: rules 5 to 8 of the engine.</summary>
internal static class TicketClocks
{
    public static void Follow(Ticket ticket, LoggedEvent line, SlaBook book)
    {
        switch (line.Event)
        {
            case TicketEvent.Filed filed:
                Promise(ticket, filed, line.At, book);
                break;
            case TicketEvent.Imported { Facts.DueAt: { } due }:
                ticket.Clocks.Add(Deadline.At(DeadlineKind.Imported, due, line.At));
                break;
            case TicketEvent.Replied when line.ByKind is not ActorKind.Petitioner:
            case TicketEvent.Extended:
                if (line.Event is TicketEvent.Extended extended) ticket.LegalTerm?.Extend(extended.Days, line.At);
                Reply(ticket, line.At, book);
                break;
            case TicketEvent.Answered:
            case TicketEvent.Closed:
            case TicketEvent.Withdrawn:
            case TicketEvent.Transferred:
                foreach (var deadline in ticket.Clocks) Settle(ticket, deadline, line.At, book);
                Hold(ticket, line.At, PauseReason.Answered);
                break;
            case TicketEvent.WaitStarted:
                Hold(ticket, line.At, PauseReason.AwaitingPetitioner);
                break;
            case TicketEvent.CompletionRequested:
                Reply(ticket, line.At, book);
                Hold(ticket, line.At, PauseReason.Completion);
                ticket.Clocks.Add(Deadline.Term(
                    DeadlineKind.Completion, DeadlineUnit.Months, LegalWindows.CompletionMonths, ticket.LegalCalendar(book), line.At, line.On));
                break;
            case TicketEvent.WaitEnded:
                GoOn(ticket, line, book);
                break;
            case TicketEvent.PetitionerResponded heard:
                GoOn(ticket, line, book);
                if (!heard.NeedsNoAnswer) Await(ticket, line.At, book);
                break;
            case TicketEvent.Reassigned:
                Settle(ticket, DeadlineKind.AreaStage, line.At, book);
                Stage(ticket, line.At, book);
                break;
            case TicketEvent.Reopened:
                Run(ticket, line.At, PauseReason.Answered);
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind is DeadlineKind.Resolution or DeadlineKind.Imported)) deadline.Unsettle(line.At);
                Stage(ticket, line.At, book);
                break;
            case TicketEvent.PriorityChanged or TicketEvent.Reclassified:
                Retarget(ticket, line.At, book);
                break;
            case TicketEvent.Repromised promised:
                foreach (var deadline in ticket.Clocks)
                    Repromise.Renew(deadline, book.Terms(promised.PolicyVersionId), ticket.Priority, promised.LegalCalendarVersionId, line.At);
                break;
            case TicketEvent.DeadlineBreached breached:
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == breached.Deadline && deadline.IsOwed)) deadline.Breach(line.At);
                break;
        }

        Lay(ticket, book);
        ticket.RefreshDue(book);
    }

    /// <summary>The ended pauses that stop this deadline, up to an instant.</summary>
    public static List<Stretch> HolesOf(Ticket ticket, Deadline deadline, DateTimeOffset upTo) =>
        HolesOf(deadline.Kind, ticket.Holes, upTo);

    public static List<Stretch> HolesOf(DeadlineKind kind, IEnumerable<Pause> pauses, DateTimeOffset upTo) =>
        [.. pauses.Where(pause => kind.StoppedBy(pause.Reason)).OrderBy(pause => pause.From).Select(pause => pause.UpTo(upTo)).Where(hole => !hole.IsEmpty)];

    /// <summary>The last instant at which a deadline is in time, if nothing happens before.</summary>
    public static DateTimeOffset? BreachOf(Ticket ticket, Deadline deadline, SlaBook book) =>
        deadline.BreachesAt(CalendarOf(deadline, book), HolesOf(ticket, deadline, DateTimeOffset.MaxValue));

    private static void Promise(Ticket ticket, TicketEvent.Filed filed, DateTimeOffset at, SlaBook book)
    {
        var terms = book.Terms(filed.PolicyVersionId);
        var target = terms.For(filed.Priority);
        var calendar = terms.Policy.CalendarVersionId;
        ticket.Clocks.Add(Deadline.InMinutes(DeadlineKind.FirstResponse, target.FirstResponseMinutes, calendar, at));
        ticket.Clocks.Add(Deadline.InMinutes(DeadlineKind.Resolution, target.ResolutionMinutes, calendar, at));
        Stage(ticket, at, book);
        PromiseLegal(ticket, at, book);
    }

    /// <summary>Counted from the filing, also when a new kind brings the promise later.</summary>
    private static void PromiseLegal(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (LegalTerms.BusinessDaysFor(ticket.Kind) is not { } days) return;
        var legal = Deadline.Term(DeadlineKind.LegalAnswer, DeadlineUnit.BusinessDays, days, ticket.LegalCalendar(book), ticket.FiledAt);
        legal.Retarget(days, at);
        ticket.Clocks.Add(legal);
    }

    /// <summary>A reply that the petitioner sees answers the first message, and whichever waits.</summary>
    private static void Reply(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        Settle(ticket, DeadlineKind.FirstResponse, at, book);
        Settle(ticket, DeadlineKind.NextResponse, at, book);
    }

    /// <summary>
    /// The clock of the next reply, from the oldest message that waits for one. While the first reply is owed that
    /// clock covers it, and after the answer nothing more is owed.
    /// </summary>
    private static void Await(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (!ticket.IsOpen || ticket.FirstReplyAt is null) return;
        if (ticket.Clocks.Exists(deadline => deadline is { Kind: DeadlineKind.NextResponse, IsOwed: true })) return;
        Promise(ticket, DeadlineKind.NextResponse, at, book);
    }

    /// <summary>An area begins its stage.</summary>
    private static void Stage(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        Promise(ticket, DeadlineKind.AreaStage, at, book);
        if (ticket.Holes.Exists(pause => pause.To is null))
            foreach (var stage in ticket.Clocks.Where(deadline => deadline is { Kind: DeadlineKind.AreaStage, IsOwed: true })) stage.Pause();
    }

    private static void Promise(Ticket ticket, DeadlineKind kind, DateTimeOffset at, SlaBook book)
    {
        if (ticket.PolicyVersionId is not { } policy || book.Terms(policy) is not { } terms) return;
        if (terms.For(ticket.Priority).MinutesFor(kind) is { } minutes)
            ticket.Clocks.Add(Deadline.InMinutes(kind, minutes, terms.Policy.CalendarVersionId, at));
    }

    private static void Settle(Ticket ticket, DeadlineKind kind, DateTimeOffset at, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == kind)) Settle(ticket, deadline, at, book);
    }

    private static void Settle(Ticket ticket, Deadline deadline, DateTimeOffset at, SlaBook book)
    {
        if (!deadline.IsOwed) return;
        int? used = deadline is { CalendarVersionId: { } calendar } && !deadline.Unit.IsTerm()
            ? (int)deadline.Unit.Over(book.Calendar(calendar)).Between(deadline.StartedAt, at, HolesOf(ticket, deadline, at)).TotalMinutes
            : null;
        deadline.Settle(at, used);
    }

    /// <summary>The wait is over. If it was for what was missing, the legal term begins anew the day after.</summary>
    private static void GoOn(Ticket ticket, LoggedEvent line, SlaBook book)
    {
        Run(ticket, line.At, PauseReason.AwaitingPetitioner);
        if (!Run(ticket, line.At, PauseReason.Completion)) return;
        Settle(ticket, DeadlineKind.Completion, line.At, book);
        ticket.LegalTerm?.Restart(line.On, line.At);
    }

    private static void Hold(Ticket ticket, DateTimeOffset at, PauseReason reason)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed && deadline.Kind.StoppedBy(reason))) deadline.Pause();
        var open = ticket.Holes.Find(pause => pause.To is null);
        if (open?.Reason == reason) return;

        // A wait that ends in an answer is two pauses side by side, so that each keeps its own reason.
        if (open is not null) open.To = at;
        ticket.Holes.Add(new Pause { From = at, Reason = reason });
    }

    private static bool Run(Ticket ticket, DateTimeOffset at, PauseReason reason)
    {
        if (ticket.Holes.Find(pause => pause.To is null && pause.Reason == reason) is not { } open) return false;
        open.To = at;
        foreach (var deadline in ticket.Clocks) deadline.Resume();
        return true;
    }

    private static void Retarget(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (ticket.PolicyVersionId is not { } policy) return;
        var target = book.Terms(policy).For(ticket.Priority);
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed && deadline.Unit == DeadlineUnit.BusinessMinutes))
        {
            if (target.MinutesFor(deadline.Kind) is { } minutes && minutes != deadline.Amount) deadline.Retarget(minutes, at);
        }

        RetargetLegal(ticket, at, book);
    }

    /// <summary>The legal term follows the kind: another length, or none.</summary>
    private static void RetargetLegal(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        var days = LegalTerms.BusinessDaysFor(ticket.Kind);
        var legal = ticket.Clocks.Find(deadline => deadline.Kind == DeadlineKind.LegalAnswer);
        if (legal is null)
        {
            PromiseLegal(ticket, at, book);
        }
        else if (legal.IsOwed && days != legal.Amount)
        {
            if (days is { } amount) legal.Retarget(amount, at);
            else if (legal.BreachedAt is null) ticket.Clocks.Remove(legal);
        }
    }

    private static void Lay(Ticket ticket, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed))
            deadline.Lay(
                CalendarOf(deadline, book),
                HolesOf(ticket, deadline, DateTimeOffset.MaxValue),
                ticket.EffectiveFiledOn);
    }

    private static BusinessCalendar? CalendarOf(Deadline deadline, SlaBook book) =>
        deadline.CalendarVersionId is { } calendar ? book.Calendar(calendar) : null;
}
