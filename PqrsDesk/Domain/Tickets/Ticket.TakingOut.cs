using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Expediente: the whole case in one file leaves the desk, and the case says so.
public sealed partial class Ticket
{
    /// <param name="withNotes">With what only the house was to read.</param>
    /// <param name="withIdentity">With who the petitioner with a reserved identity is: for leads.</param>
    /// <param name="files">How many of the case's files are in it.</param>
    public Decision TakeExpediente(bool withNotes, bool withIdentity, int files, SlaBook book, Moment now)
    {
        if (withIdentity && !ReservedIdentity) return RefusalCode.IdentityNotReserved;
        if (withIdentity && !now.By.Is(Role.Lead)) return RefusalCode.RoleTooLow;
        return Record(new TicketEvent.ExpedienteTaken(withNotes, withIdentity, files), now, book);
    }
}
