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
                TicketPromises.Begin(ticket, filed, line.At, book);
                break;
            case TicketEvent.Imported { Facts.DueAt: { } due }:
                ticket.Clocks.Add(Deadline.At(DeadlineKind.Imported, due, line.At));
                break;
            case TicketEvent.Replied when line.ByKind is not ActorKind.Petitioner:
                Reply(ticket, line.At, book);
                break;
            case TicketEvent.Extended extended:
                if (ticket.LegalTerm is { } term) term.Extend(extended.Days, line.On, CalendarOf(term, book)!, ticket.EffectiveFiledOn, line.At);
                Reply(ticket, line.At, book);
                break;
            case TicketEvent.Answered:
            case TicketEvent.Closed:
                foreach (var deadline in ticket.Clocks) Settle(ticket, deadline, line.At, book);
                TicketPauses.Hold(ticket, line, PauseReason.Answered, book);
                break;
            case TicketEvent.Withdrawn:
            case TicketEvent.Transferred:
            case TicketEvent.Voided:
            case TicketEvent.Merged:
                foreach (var deadline in ticket.Clocks) deadline.Release(line.At);
                TicketPauses.Hold(ticket, line, PauseReason.Answered, book);
                break;
            case TicketEvent.WaitStarted:
                TicketPauses.Hold(ticket, line, PauseReason.AwaitingPetitioner, book);
                break;
            case TicketEvent.CompletionRequested:
                Reply(ticket, line.At, book);
                TicketPauses.Hold(ticket, line, PauseReason.Completion, book);
                ticket.Clocks.Add(Deadline.Term(
                    DeadlineKind.Completion, DeadlineUnit.Months, ticket.RuleOfLaw(book)?.Definition.CompletionMonths ?? 1, ticket.LegalCalendar(book), line.At, line.On));
                break;
            case TicketEvent.WaitEnded:
                GoOn(ticket, line, book);
                break;
            case TicketEvent.PetitionerResponded heard:
                GoOn(ticket, line, book);
                if (!heard.NeedsNoAnswer) TicketPromises.Await(ticket, line.At, book);
                break;
            case TicketEvent.Reassigned:
                Settle(ticket, DeadlineKind.AreaStage, line.At, book);
                TicketPromises.Stage(ticket, line.At, book);
                break;
            case TicketEvent.HeardThrough heard:
                if (heard.SamePetitioner) GoOn(ticket, line, book);
                if (!heard.NeedsNoAnswer) TicketPromises.Await(ticket, line.At, book);
                break;
            case TicketEvent.Separated:
            case TicketEvent.Reopened:
                foreach (var deadline in ticket.Clocks) OweAgain(deadline, line);
                TicketPauses.Run(ticket, line, PauseReason.Answered);
                TicketPromises.Stage(ticket, line.At, book);
                break;
            case TicketEvent.PriorityChanged changed:
                TicketPromises.Retarget(ticket, line.At, book);
                if (changed.Ground is { } ground) TicketPromises.RetargetLegal(ticket, ground, line.At, book);
                break;
            case TicketEvent.Reclassified reclassified:
                TicketPromises.Retarget(ticket, line.At, book);
                TicketPromises.RetargetLegal(ticket, reclassified.Ground, line.At, book);
                break;
            case TicketEvent.Repromised promised:
                foreach (var deadline in ticket.Clocks)
                    Repromise.Renew(deadline, book.Terms(promised.PolicyVersionId), ticket.Priority, promised.LegalCalendarVersionId, line.At);
                break;
            case TicketEvent.ThresholdReached reached:
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == reached.Deadline && deadline.IsOwed)) deadline.Reach(reached.Percent);
                break;
            case TicketEvent.Reviewed:
                foreach (var pause in ticket.Holes) pause.WantsReview = false;
                break;
            case TicketEvent.DeadlineBreached breached:
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == breached.Deadline && deadline.IsOwed)) deadline.Breach(line.At);
                break;
        }

        Lay(ticket, book);
        ticket.RefreshDue(book);
    }

    /// <summary>The last instant at which a deadline is in time, if nothing happens before.</summary>
    public static DateTimeOffset? BreachOf(Ticket ticket, Deadline deadline, SlaBook book) =>
        deadline.BreachesAt(CalendarOf(deadline, book), TicketPauses.HolesOf(ticket, deadline, DateTimeOffset.MaxValue));

    /// <summary>What happens to a deadline next if nobody acts: a threshold of the ticket's policy, or else the breach.</summary>
    /// <param name="breach">As by <see cref="BreachOf"/>.</param>
    public static DeadlineMark? NextMarkOf(Ticket ticket, Deadline deadline, DateTimeOffset? breach, SlaBook book)
    {
        if (breach is not { } missed) return null;
        if (deadline.Kind.IsWatched() && CalendarOf(deadline, book) is { } calendar)
        {
            foreach (var percent in ticket.Thresholds(book))
                if (percent > deadline.Reached) return new(deadline.Kind, percent, deadline.ReachesAt(percent, calendar, TicketPauses.HolesOf(ticket, deadline, DateTimeOffset.MaxValue), ticket.EffectiveFiledOn));
        }

        return new(deadline.Kind, null, missed);
    }

    /// <summary>A reply that the petitioner sees answers the first message, and whichever waits.</summary>
    private static void Reply(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        Settle(ticket, DeadlineKind.FirstResponse, at, book);
        Settle(ticket, DeadlineKind.NextResponse, at, book);
    }

    private static void Settle(Ticket ticket, DeadlineKind kind, DateTimeOffset at, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == kind)) Settle(ticket, deadline, at, book);
    }

    private static void Settle(Ticket ticket, Deadline deadline, DateTimeOffset at, SlaBook book)
    {
        if (!deadline.IsOwed) return;
        deadline.Settle(at, deadline.CalendarVersionId is not null && !deadline.Unit.IsTerm() ? (int)TicketPauses.UsedBy(ticket, deadline, at, book).TotalMinutes : null);
    }

    /// <summary>The wait is over. If it was for what was missing, the legal term begins anew the day after.</summary>
    private static void GoOn(Ticket ticket, LoggedEvent line, SlaBook book)
    {
        TicketPauses.Run(ticket, line, PauseReason.AwaitingPetitioner);
        if (!TicketPauses.Run(ticket, line, PauseReason.Completion)) return;
        Settle(ticket, DeadlineKind.Completion, line.At, book);
        ticket.LegalTerm?.Restart(line.On, line.At);
    }

    /// <summary>
    /// The answer is owed again, and whatever else was released without having been done. The stage of the area is
    /// begun anew instead, and a petitioner who came back has nothing more to complete.
    /// </summary>
    private static void OweAgain(Deadline deadline, LoggedEvent line)
    {
        var owedAgain = deadline.Kind is DeadlineKind.Resolution or DeadlineKind.Imported
            || (deadline.IsReleased && deadline.Kind is not (DeadlineKind.AreaStage or DeadlineKind.Completion));
        if (!owedAgain) return;
        if (deadline is { Kind: DeadlineKind.LegalAnswer, IsPaused: true }) deadline.Restart(line.On, line.At);
        deadline.Unsettle(line.At);
    }

    private static void Lay(Ticket ticket, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed))
            deadline.Lay(
                CalendarOf(deadline, book),
                TicketPauses.HolesOf(ticket, deadline, DateTimeOffset.MaxValue),
                ticket.EffectiveFiledOn);
    }

    internal static BusinessCalendar? CalendarOf(Deadline deadline, SlaBook book) =>
        deadline.CalendarVersionId is { } calendar ? book.Calendar(calendar) : null;
}
