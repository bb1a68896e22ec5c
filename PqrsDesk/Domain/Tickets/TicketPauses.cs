using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

/// <summary>The times for which a ticket's clocks stand still: records of their own, and holes in the calendar of each clock they stop.</summary>
internal static class TicketPauses
{
    /// <summary>The ended pauses that stop this deadline, up to an instant.</summary>
    public static List<Stretch> HolesOf(Ticket ticket, Deadline deadline, DateTimeOffset upTo) =>
        HolesOf(deadline.Kind, ticket.Holes, upTo);

    public static List<Stretch> HolesOf(DeadlineKind kind, IEnumerable<Pause> pauses, DateTimeOffset upTo) =>
        [.. pauses.Where(pause => kind.StoppedBy(pause.Reason)).OrderBy(pause => pause.From).Select(pause => pause.UpTo(upTo)).Where(hole => !hole.IsEmpty)];

    /// <summary>The clocks that such a pause stops stand still from here on.</summary>
    public static void Hold(Ticket ticket, LoggedEvent line, PauseReason reason, SlaBook book)
    {
        foreach (var deadline in ticket.Clocks.Where(deadline => deadline.IsOwed && deadline.Kind.StoppedBy(reason))) deadline.Pause();
        var open = ticket.Holes.Find(pause => pause.To is null);
        if (open?.Reason == reason) return;

        // A wait that ends in an answer is two pauses side by side, so that each keeps its own reason.
        if (open is not null) (open.To, open.EndedBy) = (line.At, line.ByName);
        var used = UsedPercent(ticket, line.At, book);
        var petitionerWaits = ticket.Clocks.Exists(deadline => deadline.IsOwed && deadline.Kind.IsReply());
        ticket.Holes.Add(new Pause
        {
            From = line.At,
            Reason = reason,
            Cause = (line.Event as TicketEvent.WaitStarted)?.Cause,
            By = line.ByName,
            UsedPercent = used,
            PetitionerWaited = petitionerWaits,
            WantsReview = reason != PauseReason.Answered && (petitionerWaits || used > Pause.Most),
        });
    }

    /// <summary>What a clock in minutes has used, without the pauses that stop it.</summary>
    public static TimeSpan UsedBy(Ticket ticket, Deadline clock, DateTimeOffset at, SlaBook book) =>
        clock.Unit.Over(TicketClocks.CalendarOf(clock, book)!).Between(clock.StartedAt, at, HolesOf(ticket, clock, at));

    /// <returns>False when there was no such pause.</returns>
    public static bool Run(Ticket ticket, LoggedEvent line, PauseReason reason)
    {
        if (ticket.Holes.Find(pause => pause.To is null && pause.Reason == reason) is not { } open) return false;
        (open.To, open.EndedBy) = (line.At, line.ByName);
        foreach (var deadline in ticket.Clocks) deadline.Resume();
        return true;
    }

    /// <summary>Of the resolution's target; null without one that is owed.</summary>
    private static int? UsedPercent(Ticket ticket, DateTimeOffset at, SlaBook book) =>
        ticket.Clocks.Find(deadline => deadline is { Kind: DeadlineKind.Resolution, IsOwed: true, CalendarVersionId: not null }) is { } clock
            ? (int)(100 * UsedBy(ticket, clock, at, book) / TimeSpan.FromMinutes(clock.Amount))
            : null;
}
