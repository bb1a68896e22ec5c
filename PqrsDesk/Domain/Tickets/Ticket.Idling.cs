using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Whose turn it is, and for how long: what lies with somebody who does nothing goes back to the queue, and what somebody
// cannot do while they are away goes to whoever stands in.
public sealed partial class Ticket
{
    /// <summary>Since when it is its owner's turn and they have done nothing; null when it is not, as while it waits or is set aside.</summary>
    public DateTimeOffset? IdleSince { get; private set; }

    /// <summary>Number of the absence for which its owner stands in and has not touched it yet; null otherwise.</summary>
    public int? StandsInFor { get; private set; }

    /// <summary>Takes it from whoever has done nothing for so long, at the instant at which it was so long.</summary>
    /// <param name="ownerName">Of whoever has it.</param>
    /// <param name="limit">Working time of the desk.</param>
    public Decision ReturnIfIdle(string ownerName, TimeSpan limit, SlaBook book, Moment now)
    {
        if (IdleSince is not { } since || OwnerId is not { } owner) return Decision.Ok;
        var at = book.Hours.Add(since, limit);
        if (at > now.At) return Decision.Ok;

        // Others may have done something since, before anybody noticed: the log keeps its order.
        if (at < ChangedAt) at = ChangedAt;
        return Record(new TicketEvent.ReturnedToQueue(owner, ownerName, (int)limit.TotalMinutes), new Moment(at, book.DateOf(at), Actor.Desk), book);
    }

    /// <summary>To whoever stands in. Nothing is done to what its owner does not have any more.</summary>
    public Decision HandTo(StaffMember standIn, StaffMember away, int absenceId, SlaBook book, Moment now) =>
        !IsOpen || OwnerId != away.Id || standIn.Id == away.Id ? Decision.Ok
        : Record(new TicketEvent.HandedOver(standIn.Id, standIn.Name, away.Id, away.Name, absenceId, false), now with { By = Actor.Desk }, book);

    /// <summary>Back to whoever was away, unless somebody of the staff has touched it since.</summary>
    public Decision HandBack(StaffMember back, string standInName, int absenceId, SlaBook book, Moment now) =>
        !IsOpen || StandsInFor != absenceId || OwnerId is not { } standIn ? Decision.Ok
        : Record(new TicketEvent.HandedOver(back.Id, back.Name, standIn, standInName, absenceId, true), now with { By = Actor.Desk }, book);

    private void LieOrAct(LoggedEvent line)
    {
        if (line.Event.IsOfItsSubject) return;
        if (!IsOpen) SnoozedUntil = null;
        if (line.Event is TicketEvent.HandedOver { Back: false } handed) StandsInFor = handed.AbsenceId;
        else if (line.ByKind is ActorKind.Staff or ActorKind.Program || line.Event.ChangesOwner || !IsOpen) StandsInFor = null;
        if (OwnerId is null || Status != TicketStatus.InProgress || SnoozedUntil is not null) IdleSince = null;
        else if (IdleSince is null || line.ByStaffId == OwnerId || line.Event.ChangesOwner) IdleSince = line.At;
    }
}
