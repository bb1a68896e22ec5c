using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Makes all kept figures anew from the log of events alone, whatever the tickets say that were made from it.</summary>
public sealed class RebuildRollUp(IDbContextFactory<DeskDb> desk, DeskWriter writer, SlaShelf shelf, FoldDays fold, TimeProvider clock)
{
    private const int Batch = 1_000;
    private const int HoldEvery = 20 * Batch;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <param name="progress">Told how many tickets have been read.</param>
    /// <returns>How many tickets there were.</returns>
    public async Task<long> RunAsync(Action<long> progress, CancellationToken cancel)
    {
        // What was never kept has its marks first, so that what comes in meanwhile is not lost.
        var book = await shelf.BookAsync();
        await fold.BeginAsync(book.Zone, book.DateOf(clock.GetUtcNow()), cancel);
        await HoldAsync(cancel);
        var (batch, tickets) = await ReadAsync(progress, cancel);
        var kept = await writer.RunAsync(async db =>
        {
            if (!await batch.KeepAsync(db, cancel)) return false;
            await db.RollUps.ExecuteUpdateAsync(set => set.SetProperty(rollUp => rollUp.RebuildingUntil, (DateTimeOffset?)null), cancel);
            return true;
        }, cancel, done => done);
        return kept ? tickets : throw new InvalidOperationException("Another rebuilding was quicker.");
    }

    /// <summary>The figures of all days before today, by the log.</summary>
    public async Task<(DayBatch Batch, long Tickets)> ReadAsync(Action<long> progress, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var today = book.DateOf(clock.GetUtcNow());
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel);
        var db = snapshot.Db;
        var round = (await db.RollUps.AsNoTracking().SingleAsync(cancel)).Round;
        var marks = await db.StaleDays.Where(stale => stale.Day < today).Select(stale => stale.Id).ToListAsync(cancel);
        var sums = new DaySums();
        var seen = 0L;
        for (var after = 0L; ;)
        {
            var ids = await db.Tickets.Where(t => t.Id > after).OrderBy(t => t.Id).Select(t => t.Id).Take(Batch).ToListAsync(cancel);
            if (ids.Count == 0) break;
            var (first, last) = (ids[0], ids[^1]);
            var log = await db.Events.AsNoTracking().Where(line => line.TicketId >= first && line.TicketId <= last).OrderBy(line => line.TicketId).ThenBy(line => line.Sequence).ToListAsync(cancel);
            foreach (var lines in log.GroupBy(line => line.TicketId))
                foreach (var share in Footprint.Of(Ticket.Rebuild(lines, book)).Shares(book.Zone))
                    if (share.Day < today) sums.Add(share);
            after = last;
            progress(seen += ids.Count);
            if (seen % HoldEvery == 0) await HoldAsync(cancel);
        }

        return (new DayBatch(round, [new Period(DateOnly.MinValue, today.AddDays(-1))], sums, marks), seen);
    }

    /// <summary>Keeps foldings away for a while; if this process dies, for no longer.</summary>
    private Task<int> HoldAsync(CancellationToken cancel)
    {
        DateTimeOffset? until = clock.GetUtcNow() + Lease;
        return writer.RunAsync(db => db.RollUps.ExecuteUpdateAsync(set => set.SetProperty(rollUp => rollUp.RebuildingUntil, until), cancel), cancel);
    }
}
