using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A verb on a loaded ticket, with the book its clocks are kept by and the moment it happens.</summary>
public delegate Decision TicketVerb(Ticket ticket, SlaBook book, Moment now);

/// <summary>A verb that looks something up first: the member who takes it, the area it goes to.</summary>
public delegate Task<Decision> TicketVerbWithLookup(DeskDb db, Ticket ticket, SlaBook book, Moment now);

/// <summary>The one door by which tickets change: load, decide, save with the event, in one transaction.</summary>
public sealed class TicketDoor(DeskWriter writer, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Twice is enough: the first loser of a race decides again on what the winner left.</summary>
    private const int Tries = 3;

    /// <param name="seen">The version the person had before their eyes; null when the verb may follow whatever happened.</param>
    public Task<Decision> ChangeAsync(string number, int? seen, Actor by, TicketVerb verb, CancellationToken cancel) =>
        ChangeAsync(number, seen, by, (_, ticket, book, now) => Task.FromResult(verb(ticket, book, now)), cancel);

    /// <inheritdoc cref="ChangeAsync(string, int?, Actor, TicketVerb, CancellationToken)"/>
    public async Task<Decision> ChangeAsync(string number, int? seen, Actor by, TicketVerbWithLookup verb, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writer.RunAsync(db => DecideAsync(db, number, seen, by, verb, cancel), cancel, decision => decision.Succeeded);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // Another node was quicker. The next round sees what it did, and refuses or follows.
            }
        }
    }

    /// <summary>The same verb on many tickets in one transaction, by the same door. Tickets that are gone are left out.</summary>
    /// <param name="verb">Decides for each, and says what came of it.</param>
    public async Task<List<T>> ChangeManyAsync<T>(IReadOnlyList<long> ids, Actor by, Func<Ticket, SlaBook, Moment, T> verb, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writer.RunAsync(db => DecideAsync(db, ids, by, verb, cancel), cancel);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                // As above: nothing of this round was kept.
            }
        }
    }

    private async Task<List<T>> DecideAsync<T>(DeskDb db, IReadOnlyList<long> ids, Actor by, Func<Ticket, SlaBook, Moment, T> verb, CancellationToken cancel)
    {
        // In the order of their numbers, so that two that want many cannot block each other.
        var wanted = ids.Order().ToArray();
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Tickets" WHERE "Id" = ANY ({wanted}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel);
        var tickets = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .Where(t => wanted.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(cancel);
        var said = new List<T>(tickets.Count);
        foreach (var ticket in tickets)
        {
            var book = await shelf.BookForAsync(ticket);
            var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
            await CatchUpAsync(db, ticket, book, now, cancel);
            said.Add(verb(ticket, book, now));
        }

        return said;
    }

    private async Task<Decision> DecideAsync(DeskDb db, string number, int? seen, Actor by, TicketVerbWithLookup verb, CancellationToken cancel)
    {
        // Writers of several nodes, and of this one, stand in line at the row: else two would write the same line of the log.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Tickets" WHERE "Number" = {number} FOR NO KEY UPDATE""", cancel);
        var ticket = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null) return RefusalCode.TicketNotFound;
        if (seen is { } version && version != ticket.Version && await SinceAsync(db, ticket.Id, version, cancel) is { Count: > 0 } since)
            return new Decision.Stale(since);
        var book = await shelf.BookForAsync(ticket);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        await CatchUpAsync(db, ticket, book, now, cancel);
        return await verb(db, ticket, book, now);
    }

    private static async Task CatchUpAsync(DeskDb db, Ticket ticket, SlaBook book, Moment now, CancellationToken cancel)
    {
        var wanted = ticket.NextMarkAt <= now.At ? ticket.EscalatesTo(book) : [];
        ticket.CatchUp(now.At, book, wanted.Count == 0 ? [] : await db.Staff.Where(member => wanted.Contains(member.Id)).ToListAsync(cancel));
    }

    /// <summary>What others did meanwhile. A deadline that passed by itself overwrites nobody.</summary>
    private static async Task<List<LoggedEvent>> SinceAsync(DeskDb db, long ticketId, int version, CancellationToken cancel)
    {
        var since = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId && line.Sequence > version)
            .OrderBy(line => line.Sequence).ToListAsync(cancel);
        return since.FindAll(line => !line.Event.HappensByItself);
    }
}
