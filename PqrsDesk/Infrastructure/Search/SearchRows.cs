using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Keeps the search rows beside the log, inside the transaction that writes the log.</summary>
public static class SearchRows
{
    /// <summary>Of tickets that are new with their whole log, among the statements that write them.</summary>
    public static void Insert(RowBatch batch, DeskDb db, IReadOnlyList<Ticket> tickets)
    {
        if (tickets.Count > 0) ISearchIndex.Of(db).Insert(batch, db, [.. tickets.Select(ticket => Row(ticket.Id, ticket.Events))]);
    }

    /// <summary>Reads the logs of those tickets again, as they stand in this transaction, and writes their rows anew.</summary>
    public static async Task RewriteAsync(DeskDb db, IReadOnlyList<long> ticketIds, CancellationToken cancel)
    {
        if (ticketIds.Count == 0) return;
        var ids = ticketIds.ToArray();
        var log = await db.Events.AsNoTracking().Where(line => EF.Parameter(ids).Contains(line.TicketId))
            .OrderBy(line => line.TicketId).ThenBy(line => line.Sequence).ToListAsync(cancel);
        await ISearchIndex.Of(db).WriteAsync(db, [.. log.GroupBy(line => line.TicketId).Select(lines => Row(lines.Key, lines))], cancel);
    }

    private static SearchRow Row(long ticketId, IEnumerable<LoggedEvent> log) => new(ticketId, SearchedWords.Of(log.OrderBy(line => line.Sequence).Select(line => line.Event)));
}
