using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The store as it stands at one instant, for several questions that must agree. It holds up no writer.</summary>
internal sealed class Snapshot : IAsyncDisposable
{
    private readonly DbTransaction _transaction;

    private Snapshot(DeskDb db, DbTransaction transaction) => (Db, _transaction) = (db, transaction);

    public DeskDb Db { get; }

    /// <param name="fixedNow">Whether it shows the store as it is now, or may wait for the first question.</param>
    public static async Task<Snapshot> TakeAsync(IDbContextFactory<DeskDb> desk, CancellationToken cancel, bool fixedNow = true)
    {
        var db = await desk.CreateDbContextAsync(cancel);
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            var connection = db.Database.GetDbConnection();

            // Undeferred, SQLite would take the one writer's place.
            var transaction = connection is SqliteConnection sqlite
                ? sqlite.BeginTransaction(deferred: true)
                : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
            await db.Database.UseTransactionAsync(transaction, cancel);

            // Both engines fix what they show at the first question, not before.
            if (fixedNow) await db.Areas.AnyAsync(cancel);
            return new Snapshot(db, transaction);
        }
        catch
        {
            await db.Database.CloseConnectionAsync();
            await db.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();

        // The context goes back to its pool, which does not close what was opened by hand.
        await Db.Database.CloseConnectionAsync();
        await Db.DisposeAsync();
    }
}
