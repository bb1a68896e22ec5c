using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Which tickets there are for a reader: a ticket that one may not see is not found.</summary>
public static class TicketReaders
{
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, Reader reader) =>
        reader.AllTickets ? tickets : tickets.Where(_ => false);
}
