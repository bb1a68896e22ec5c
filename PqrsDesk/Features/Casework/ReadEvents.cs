using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Reads the log for programs that come back for the rest.</summary>
/// <remarks>Positions run in the order of the commits on all nodes together, so nothing appears later behind what was read.</remarks>
public sealed class ReadEvents(IDbContextFactory<DeskDb> desk, LogReader log)
{
    public const int Most = 500;

    /// <param name="after">A version of the ticket: what came later.</param>
    /// <returns>Null when there is no such ticket.</returns>
    public async Task<EventList?> OfTicketAsync(string radicado, int after, int most, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Tickets.Where(ticket => ticket.Number == radicado).Select(ticket => (long?)ticket.Id).SingleOrDefaultAsync(cancel) is not { } id) return null;
        var lines = await db.Events.AsNoTracking().Where(line => line.TicketId == id && line.Sequence > after).OrderBy(line => line.Sequence).Take(most).ToListAsync(cancel);
        return new([.. lines.Select(EventDocument.Of)], lines is [.., var last] ? last.Sequence : after);
    }

    /// <param name="after">A position: what came later. Null: nothing but where to begin.</param>
    public async Task<ChangeList> ChangesAsync(long? after, int most, CancellationToken cancel)
    {
        if (after is not { } position) return new([], await log.EndAsync(cancel));
        await using var db = await desk.CreateDbContextAsync(cancel);
        var lines = await db.Events.AsNoTracking().Where(line => line.Id > position).OrderBy(line => line.Id).Take(most)
            .Join(db.Tickets, line => line.TicketId, ticket => ticket.Id, (line, ticket) => new { Line = line, ticket.Number, ticket.Status, ticket.AreaId, ticket.OwnerId })
            .ToListAsync(cancel);
        var items = lines.Select(each => new ChangeDocument(each.Line.Id, each.Number, each.Line.Sequence, each.Line.Event.StoredName, each.Line.At, each.Status, each.AreaId, each.OwnerId))
            .OrderBy(change => change.Position).ToList();
        return new(items, items is [.., var last] ? last.Position : position);
    }
}
