using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>
/// Lets those who look at a case see that a message about it has come further, or that a file was looked through. Nothing
/// happened to the case itself, so nothing is in its log.
/// </summary>
/// <remarks>Pages of other nodes ask again within a minute.</remarks>
public sealed class CaseNews(FeedInterceptor feed)
{
    /// <summary>Inside the transaction of <paramref name="db"/>; they hear of it when it is committed.</summary>
    public async Task TellAsync(DeskDb db, long ticketId, CancellationToken cancel)
    {
        var change = await db.Tickets.Where(ticket => ticket.Id == ticketId)
            .Select(ticket => new TicketChange(ticket.Id, ticket.Number, ticket.AreaId, ticket.OwnerId, ticket.Version, Array.Empty<Domain.Tickets.TicketEvent>())).SingleOrDefaultAsync(cancel);
        if (change is not null) feed.Tell(db, [change]);
    }
}
