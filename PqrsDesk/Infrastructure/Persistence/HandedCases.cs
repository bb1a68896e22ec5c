using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

public static class HandedCases
{
    /// <summary>The open cases that an absence gives to whoever stands in, as they are now.</summary>
    public static IQueryable<Ticket> HandedOverIn(this IQueryable<Ticket> tickets, Absence absence)
    {
        var (owner, back) = (absence.StaffId, absence.To);
        var open = tickets.Where(t => t.Status < TicketStatus.Answered && t.OwnerId == owner);
        return absence.HandOver switch
        {
            HandOver.All => open,
            HandOver.DueMeanwhile => open.Where(t => t.QueueAt < back),
            _ => open.Where(t => false),
        };
    }
}
