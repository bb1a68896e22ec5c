using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>How far the history is read into the index, newest first.</summary>
/// <param name="Remaining">Tickets up to this number are still to be read; 0: none.</param>
/// <param name="Tickets">The number that it began from.</param>
public sealed record SearchProgress(long Remaining, long Tickets)
{
    public bool Done => Remaining == 0;

    /// <summary>Of a hundred.</summary>
    public int Percent => Tickets == 0 ? 100 : (int)(100 * (Tickets - Remaining) / Tickets);
}

/// <summary>Reads the log of all tickets into the index: the first time, and whenever it is asked to again.</summary>
/// <remarks>
/// In batches of a transaction each, with where it stands: a stop in the middle goes on from there. The desk serves
/// meanwhile, for what is said meanwhile writes its own rows, and a row written twice is the same row.
/// </remarks>
public sealed class BuildSearch(DeskWriter writer, IDbContextFactory<DeskDb> desk)
{
    /// <summary>Some tens of milliseconds, which a filing may have to wait for on SQLite.</summary>
    private const int Batch = 250;

    public async Task<SearchProgress> ProgressAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await ReadAsync(db, cancel);
    }

    /// <summary>From the start, whatever is there.</summary>
    public Task BeginAgainAsync(CancellationToken cancel) => writer.RunAsync(
        db => db.Database.ExecuteSqlRawAsync("""
            UPDATE "SearchBuild" SET "Remaining" = (SELECT coalesce(max("Id"), 0) FROM "Tickets"), "Tickets" = (SELECT coalesce(max("Id"), 0) FROM "Tickets")
            """, cancel), cancel);

    /// <summary>Reads what is left.</summary>
    /// <param name="report">Told after each batch.</param>
    public async Task RunAsync(Action<SearchProgress> report, CancellationToken cancel)
    {
        await LookAsync(cancel);
        for (var progress = await ProgressAsync(cancel); !progress.Done; report(progress))
            progress = await writer.RunAsync(db => BatchAsync(db, cancel), cancel);
    }

    /// <summary>An index that was emptied by other hands is read again too.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var empty = await db.Database.SqlQueryRaw<long>("""SELECT "TicketId" AS "Value" FROM "SearchRows" LIMIT 1""").ToListAsync(cancel) is [];
        if (empty && await db.Tickets.AnyAsync(cancel)) await BeginAgainAsync(cancel);
    }

    private static async Task<SearchProgress> BatchAsync(DeskDb db, CancellationToken cancel)
    {
        // Another node that builds too waits here, and goes on where this one ended.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlRawAsync("""SELECT 1 FROM "SearchBuild" FOR UPDATE""", cancel);
        var progress = await ReadAsync(db, cancel);
        var ids = await db.Tickets.Where(t => t.Id <= progress.Remaining).OrderByDescending(t => t.Id).Select(t => t.Id).Take(Batch).ToListAsync(cancel);
        ids.Reverse();
        var wanted = ids.ToArray();

        // Whoever writes to one of them meanwhile comes before or after, not between the reading of its log and its row.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Tickets" WHERE "Id" = ANY ({wanted}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel);
        await SearchRows.RewriteAsync(db, ids, cancel);
        var remaining = ids.Count < Batch ? 0 : ids[0] - 1;
        await db.Database.ExecuteSqlAsync($"""UPDATE "SearchBuild" SET "Remaining" = {remaining}""", cancel);
        return progress with { Remaining = remaining };
    }

    private static async Task<SearchProgress> ReadAsync(DeskDb db, CancellationToken cancel) =>
        (await db.Database.SqlQueryRaw<SearchProgress>("""SELECT "Remaining", "Tickets" FROM "SearchBuild" """).ToListAsync(cancel))[0];
}
