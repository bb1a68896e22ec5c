using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Importing;

/// <summary>Writes rows in one transaction: all of them that are not there yet, or none.</summary>
public sealed class BatchWriter(DeskWriter writer, DatabaseSettings database, FilingNumbers numbers, ITicketFeed feed, TimeProvider clock)
{
    /// <returns>How many were new.</returns>
    public async Task<int> WriteAsync(IReadOnlyList<ImportRow> rows, string source, SlaBook book, CancellationToken cancel)
    {
        var written = await writer.RunAsync(async db =>
        {
            var fresh = await FreshAsync(db, rows, source, cancel);
            var areas = await AreasAsync(db, fresh, cancel);
            var contacts = await BatchContacts.FindAsync(db, fresh, cancel);
            var sequences = await SequencesAsync(db, fresh, book, cancel);
            var tickets = fresh.Select(row => Ticket(row, source, areas[row.AreaName], contacts.Of(row.Petitioner), sequences, book)).ToList();
            StaleDays.Mark(db, tickets, book.Zone);
            return await TicketInsert.RunAsync(db, database.Provider, tickets, cancel);
        }, cancel);

        // These did not go through the change tracker, which the feed listens to.
        if (written.Count > 0) feed.Publish(written);
        return written.Count;
    }

    private Ticket Ticket(ImportRow row, string source, Area area, Contact? contact, Dictionary<int, int> sequences, SlaBook book)
    {
        var opened = Moment.Of(row.FiledAt, book.Zone, Actor.Desk);
        var filing = row.Filing with { AreaId = area.Id, PetitionerId = contact?.Id, PetitionerName = row.Petitioner.Name, CustomerId = contact?.CustomerId };
        var ticket = Domain.Tickets.Ticket.Import(
            numbers.Format(opened.On, sequences[opened.On.Year]++),
            filing,
            area,
            new ImportedFacts(source, row.ExternalId, row.DueAt),
            book,
            opened,
            row.ClosedAt is { } closed ? Moment.Of(closed, book.Zone, Actor.Desk) : null);
        ticket.CatchUp(clock.GetUtcNow(), book);
        return ticket;
    }

    /// <summary>The rows that are not in the database, each once.</summary>
    private static async Task<List<ImportRow>> FreshAsync(DeskDb db, IReadOnlyList<ImportRow> rows, string source, CancellationToken cancel)
    {
        var ids = rows.Select(row => row.ExternalId).ToList();
        var known = await db.Tickets.Where(t => t.Source == source && ids.Contains(t.ExternalId!)).Select(t => t.ExternalId!).ToListAsync(cancel);
        var seen = known.ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => seen.Add(row.ExternalId))];
    }

    private static async Task<Dictionary<string, Area>> AreasAsync(DeskDb db, List<ImportRow> rows, CancellationToken cancel)
    {
        var names = rows.Select(row => row.AreaName).Distinct(StringComparer.Ordinal).ToList();
        var areas = await db.Areas.Where(area => names.Contains(area.Name)).ToDictionaryAsync(area => area.Name, StringComparer.Ordinal, cancel);
        foreach (var name in names.Where(name => !areas.ContainsKey(name))) db.Areas.Add(areas[name] = new Area { Name = name });
        await db.SaveChangesAsync(cancel);
        return areas;
    }

    /// <summary>The next number of each year that the rows were opened in, taken in the order of the years so that two imports cannot block each other.</summary>
    private static async Task<Dictionary<int, int>> SequencesAsync(DeskDb db, List<ImportRow> rows, SlaBook book, CancellationToken cancel)
    {
        var next = new Dictionary<int, int>();
        foreach (var year in rows.CountBy(row => book.DateOf(row.FiledAt).Year).OrderBy(year => year.Key))
            next[year.Key] = await FilingSequence.TakeAsync(db, year.Key, year.Value, cancel);
        return next;
    }
}
