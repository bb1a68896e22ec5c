using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Who must do it: take, assign, release, and move to another area.
public sealed partial class Ticket
{
    /// <summary>Takes the ticket for oneself. Of two who take it at once, one gets it and the other is told.</summary>
    public Decision TakeFor(StaffMember member, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (OwnerId == member.Id) return Decision.Ok;
        if (OwnerId is not null) return new Refusal(RefusalCode.AlreadyOwnedByAnother);
        return Record(new TicketEvent.Assigned(member.Id, member.Name, null), now, book);
    }

    /// <summary>Takes the ticket that they were handed out as the next. Of two who are handed the same, one gets it.</summary>
    public Decision TakeNext(StaffMember member, CaseDraw why, SlaBook book, Moment now) =>
        !IsOpen ? RefusalCode.TicketNotOpen
        : OwnerId is not null ? new Refusal(RefusalCode.AlreadyOwnedByAnother)
        : Record(new TicketEvent.Assigned(member.Id, member.Name, null, why), now, book);

    /// <summary>Gives the ticket to somebody. Taking it from a colleague is for leads.</summary>
    public Decision Assign(StaffMember member, string? note, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!member.Active) return new Refusal(RefusalCode.AgentUnknown, "OwnerId");
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        if (OwnerId == member.Id) return Decision.Ok;
        if (OwnerId is not null && OwnerId != now.By.StaffId && !now.By.Is(Role.Lead)) return RefusalCode.NotYourTicket;
        return Record(new TicketEvent.Assigned(member.Id, member.Name, NullIfBlank(note)), now, book);
    }

    /// <summary>Gives the ticket back to the queue.</summary>
    public Decision Release(string? note, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (OwnerId is null) return Decision.Ok;
        if (Texts.TooLong(note, Filing.ReasonLimit, "Note") is { } tooLong) return tooLong;
        if (OwnerId != now.By.StaffId && !now.By.Is(Role.Lead)) return RefusalCode.NotYourTicket;
        return Record(new TicketEvent.Released(NullIfBlank(note)), now, book);
    }

    /// <summary>Moves the ticket to another area, without an owner there.</summary>
    public Decision Reassign(Area to, string fromName, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (to.Id == AreaId) return RefusalCode.NothingChanged;
        if (!to.Active) return new Refusal(RefusalCode.AreaUnknown, "AreaId");
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.Reassigned(to.Id, to.Name, fromName, Tidy(reason)), now, book);
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Tidy(text);
}
