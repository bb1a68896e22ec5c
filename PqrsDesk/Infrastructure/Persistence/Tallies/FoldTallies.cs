using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Tallies;

/// <summary>Puts many rows of a key in one, so that reading the counts costs what there is to tell apart and not what happened.</summary>
public sealed class FoldTallies(DeskWriter writer)
{
    private const int Loose = 300;

    /// <param name="loose">Rows beyond one for each key that are let pile up.</param>
    /// <returns>How many rows became fewer.</returns>
    public Task<int> RunAsync(CancellationToken cancel, int loose = Loose) => writer.RunAsync(db => FoldAsync(db, loose, cancel), cancel, fewer => fewer > 0);

    /// <summary>Counts the tickets themselves, whatever the rows say. Who writes tickets meanwhile waits some milliseconds.</summary>
    public Task RecountAsync(CancellationToken cancel) => writer.RunAsync(async db =>
    {
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlRawAsync("""LOCK TABLE "Tickets" IN SHARE ROW EXCLUSIVE MODE""", cancel);
        var open = db.Tickets.Where(t => t.Status < TicketStatus.Answered);
        var owners = await open.GroupBy(t => t.OwnerId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var snoozed = await db.Tickets.Where(t => t.SnoozedUntil != null && t.Status < TicketStatus.Answered).GroupBy(t => t.OwnerId)
            .Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancel);
        var dues = open.Select(t => t.QueueAt).AsAsyncEnumerable();
        var hours = new Dictionary<int, int>();
        await foreach (var due in dues.WithCancellation(cancel)) hours[TallyMarks.HourOf(due)] = hours.GetValueOrDefault(TallyMarks.HourOf(due)) + 1;
        await db.OpenTallies.ExecuteDeleteAsync(cancel);
        await db.InsertAsync(TallyMarks.Sum(owners.Select(owner => (TallyBy.Owner, owner.Key ?? 0, owner.Count))
            .Concat(hours.Select(hour => (TallyBy.DueHour, hour.Key, hour.Value))).Concat(snoozed.Select(owner => (TallyBy.Snoozed, owner.Key ?? 0, owner.Count)))), cancel);
        return true;
    }, cancel);

    private static async Task<int> FoldAsync(DeskDb db, int loose, CancellationToken cancel)
    {
        var rows = await db.OpenTallies.AsNoTracking().ToListAsync(cancel);
        var sums = TallyMarks.Sum(rows.Select(row => (row.By, row.Key, row.Count)));
        if (rows.Count - sums.Count <= loose) return 0;

        // What came after the reading stays as it is. Whoever folds at the same time waits for these rows, and finds them gone.
        var read = rows.ConvertAll(row => row.Id).ToArray();
        if (await db.OpenTallies.Where(row => EF.Parameter(read).Contains(row.Id)).ExecuteDeleteAsync(cancel) != read.Length) return 0;
        await db.InsertAsync(sums, cancel);
        return rows.Count - sums.Count;
    }
}
