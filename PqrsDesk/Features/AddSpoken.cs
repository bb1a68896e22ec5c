using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Adds what somebody said to a case of theirs that is open, in place of filing twice.</summary>
public sealed class AddSpoken(TicketDoor door)
{
    public Task<Decision> RunAsync(string radicado, int contactId, string words, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, null, by, (ticket, book, now) =>
            ticket.PetitionerId == contactId && !ticket.ReservedIdentity ? ticket.Hear(words, book, now) : RefusalCode.TicketNotFound, cancel);
}
