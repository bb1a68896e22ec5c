using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Importing;

/// <summary>Writes new tickets with all that belongs to them, many at once.</summary>
internal static class TicketInsert
{
    private const int RowsInPostgresStatement = 50;

    /// <returns>What the feed is told after the commit.</returns>
    public static async Task<IReadOnlyList<TicketChange>> RunAsync(DeskDb db, DatabaseProvider provider, IReadOnlyList<Ticket> tickets, CancellationToken cancel)
    {
        var rows = provider == DatabaseProvider.Postgres ? RowsInPostgresStatement : 1;
        var given = await new TableInsert<Ticket>(db.Model, rows).RunAsync(db, tickets, null, nameof(Ticket.Number), cancel);
        var ids = given.ToDictionary(pair => pair.Key, pair => pair.Id);
        await PartsAsync(ticket => ticket.Events);
        await PartsAsync(ticket => ticket.Deadlines);
        await PartsAsync(ticket => ticket.Pauses);
        await SearchRows.InsertAsync(db, [.. tickets.Select(ticket => (ids[ticket.Number], ticket))], cancel);
        return [.. tickets.Select(ticket => new TicketChange(ids[ticket.Number], ticket.Number, ticket.AreaId, ticket.OwnerId, ticket.Version))];

        async Task PartsAsync<TPart>(Func<Ticket, IReadOnlyList<TPart>> of)
            where TPart : class
        {
            var owners = tickets.SelectMany(ticket => of(ticket).Select(part => (part, Id: (object)ids[ticket.Number])))
                .ToDictionary(pair => pair.part, pair => pair.Id, (IEqualityComparer<TPart>)ReferenceEqualityComparer.Instance);
            await new TableInsert<TPart>(db.Model, rows).RunAsync(db, [.. owners.Keys], (nameof(Deadline.TicketId), part => owners[part]), null, cancel);
        }
    }
}
