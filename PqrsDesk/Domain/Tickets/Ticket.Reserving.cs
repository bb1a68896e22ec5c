using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Identidad reservada: the petitioner is known to the house, and to nobody who works the case.
public sealed partial class Ticket
{
    /// <summary>The petitioner asked that who they are is kept from the back office. It is not the same as anonymous.</summary>
    public bool ReservedIdentity { get; private set; }

    /// <summary>A lead looks at who it is. That they did, and why, is in the log for good.</summary>
    public Decision RevealIdentity(string? reason, SlaBook book, Moment now)
    {
        if (!ReservedIdentity) return RefusalCode.IdentityNotReserved;
        if (!now.By.Is(Role.Lead)) return RefusalCode.RoleTooLow;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.IdentityRevealed(Tidy(reason)), now, book);
    }
}
