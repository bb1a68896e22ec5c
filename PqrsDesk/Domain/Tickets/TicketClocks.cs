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
                Settle(ticket, DeadlineKind.FirstResponse, line.At, book);
                break;
            case TicketEvent.Answered:
            case TicketEvent.Closed:
                foreach (var deadline in ticket.Clocks) Settle(ticket, deadline.Kind, line.At, book);
                Hold(ticket, line.At, PauseReason.Answered);
                break;
            case TicketEvent.WaitStarted:
                Hold(ticket, line.At, PauseReason.AwaitingPetitioner);
                break;
            case TicketEvent.WaitEnded:
            case TicketEvent.PetitionerResponded:
                Run(ticket, line.At, PauseReason.AwaitingPetitioner);
                break;
            case TicketEvent.Reopened:
                Run(ticket, line.At, PauseReason.Answered);
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind is DeadlineKind.Resolution or DeadlineKind.Imported)) deadline.Unsettle(line.At);
                break;
            case TicketEvent.PriorityChanged or TicketEvent.Reclassified:
                Retarget(ticket, line.At, book);
                break;
            case TicketEvent.Repromised promised:
                foreach (var deadline in ticket.Clocks)
                    Repromise.Renew(deadline, book.Terms(promised.PolicyVersionId), ticket.Priority, promised.LegalCalendarVersionId, line.At);
                break;
            case TicketEvent.DeadlineBreached breached:
                foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == breached.Deadline)) deadline.Breach(line.At);
                break;
        }

        Lay(ticket, book);
        ticket.RefreshDue(book);
    }

    /// <summary>The ended pauses that stop this deadline, up to an instant.</summary>
    public static List<Stretch> HolesOf(Ticket ticket, Deadline deadline, DateTimeOffset upTo) =>
        deadline.Pauses ? Holes(ticket.Holes, upTo) : [];

    public static List<Stretch> Holes(IEnumerable<Pause> pauses, DateTimeOffset upTo) =>
        [.. pauses.OrderBy(pause => pause.From).Select(pause => pause.UpTo(upTo)).Where(hole => !hole.IsEmpty)];

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
        PromiseLegal(ticket, at, book);
    }

    /// <summary>Counted from the filing, also when a new kind brings the promise later.</summary>
    private static void PromiseLegal(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (LegalTerms.BusinessDaysFor(ticket.Kind) is not { } days) return;
        var legal = Deadline.InDays(DeadlineKind.LegalAnswer, days, ticket.LegalCalendarVersionId ?? book.FirstLegalCalendarVersionId, ticket.FiledAt);
        legal.Retarget(days, at);
        ticket.Clocks.Add(legal);
    }

    private static void Settle(Ticket ticket, DeadlineKind kind, DateTimeOffset at, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Kind == kind && deadline.IsOwed))
        {
            int? used = deadline is { Unit: DeadlineUnit.BusinessMinutes, CalendarVersionId: { } calendar }
                ? (int)book.Calendar(calendar).Between(deadline.StartedAt, at, HolesOf(ticket, deadline, at)).TotalMinutes
                : null;
            deadline.Settle(at, used);
        }
    }

    private static void Hold(Ticket ticket, DateTimeOffset at, PauseReason reason)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.Pauses && deadline.IsOwed)) deadline.Pause();
        var open = ticket.Holes.Find(pause => pause.To is null);
        if (open?.Reason == reason) return;

        // A wait that ends in an answer is two pauses side by side, so that each keeps its own reason.
        if (open is not null) open.To = at;
        ticket.Holes.Add(new Pause { From = at, Reason = reason });
    }

    private static void Run(Ticket ticket, DateTimeOffset at, PauseReason reason)
    {
        if (ticket.Holes.Find(pause => pause.To is null && pause.Reason == reason) is not { } open) return;
        open.To = at;
        foreach (var deadline in ticket.Clocks) deadline.Resume();
    }

    private static void Retarget(Ticket ticket, DateTimeOffset at, SlaBook book)
    {
        if (ticket.PolicyVersionId is not { } policy) return;
        var target = book.Terms(policy).For(ticket.Priority);
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed && deadline.Unit == DeadlineUnit.BusinessMinutes))
        {
            var minutes = deadline.Kind == DeadlineKind.FirstResponse ? target.FirstResponseMinutes : target.ResolutionMinutes;
            if (minutes != deadline.Amount) deadline.Retarget(minutes, at);
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
