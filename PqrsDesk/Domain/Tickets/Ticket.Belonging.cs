using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Whose it is, where the desk kept one person or organisation twice.
public sealed partial class Ticket
{
    /// <summary>Goes over to the record that stays, or back. Of those that are not of the first one nothing changes.</summary>
    /// <param name="toName">As the record is called that it goes to.</param>
    public Decision Belong(PartyKind of, int from, int to, string toName, bool undone, SlaBook book, Moment now) =>
        (of == PartyKind.Person ? PetitionerId : CustomerId) == from ? Record(new TicketEvent.PartyMerged(of, from, to, toName, undone), now, book) : Decision.Ok;

    private object? Belong(TicketEvent.PartyMerged merged) => merged.Of == PartyKind.Person ? PetitionerId = merged.To : CustomerId = merged.To;
}
