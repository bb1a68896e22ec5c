using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Anular, marcar como no deseado: it should not have been filed.
public sealed partial class Ticket
{
    /// <summary>Ends a case that should not have been filed. It keeps its number, which is never given again.</summary>
    /// <remarks>To void is to say that nobody is owed an answer: for leads. Who works a case can see that it is spam.</remarks>
    public Decision Void(VoidKind kind, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(kind)) return new Refusal(RefusalCode.VoidingUnknown, "Kind");
        if (!now.By.Is(Role.Lead))
        {
            if (kind == VoidKind.Void) return RefusalCode.RoleTooLow;
            if (now.By.StaffId is null || OwnerId != now.By.StaffId) return RefusalCode.NotYourTicket;
        }

        if (Texts.Reason(reason) is { } refusal) return refusal;
        return RecordFor(new TicketEvent.Voided(kind, Tidy(reason)), now, book);
    }
}
