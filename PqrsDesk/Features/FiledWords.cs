using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>What cases were filed with, which a merging writes into the log of the one that goes on.</summary>
internal static class FiledWords
{
    /// <returns>By the case's number in the store.</returns>
    public static async Task<Dictionary<long, string>> OfAsync(DeskDb db, IReadOnlyList<Ticket> tickets, CancellationToken cancel)
    {
        var ids = tickets.Select(ticket => ticket.Id).Distinct().ToArray();
        var first = await db.Events.AsNoTracking().Where(line => ids.Contains(line.TicketId) && line.Sequence == 1).ToListAsync(cancel);
        return first.ToDictionary(line => line.TicketId, line => TicketDocument.DescriptionOf(line.Event));
    }
}
