using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The commit was asked for and not confirmed: it may stand, or not.</summary>
public sealed class CommitInDoubtException(Exception lost) : DbException("The database did not confirm the commit.", lost);

/// <summary>The way in for everything that writes: one context, one transaction, on disk when it returns.</summary>
/// <remarks>
/// SQLite has one writer at a time. Writers of this process stand in a fair line here instead of sleeping and
/// retrying on the file's lock; PostgreSQL needs no line.
/// </remarks>
public sealed class DeskWriter(IDbContextFactory<DeskDb> desk, DatabaseSettings database) : IDisposable
{
    private readonly SemaphoreSlim? _line = database.Provider == DatabaseProvider.Sqlite ? new(1, 1) : null;

    /// <summary>Runs <paramref name="work"/>, saves, and commits unless <paramref name="keep"/> says otherwise.</summary>
    /// <exception cref="CommitInDoubtException">The commit failed.</exception>
    public async Task<T> RunAsync<T>(Func<DeskDb, Task<T>> work, CancellationToken cancel, Func<T, bool>? keep = null)
    {
        if (_line is not null) await _line.WaitAsync(cancel);
        try
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var result = await work(db);
            if (keep is not null && !keep(result)) return result;
            await db.SaveChangesAsync(cancel);
            try
            {
                // From here on it is decided: giving up on the answer must not leave the caller in doubt.
                await transaction.CommitAsync(CancellationToken.None);
            }
            catch (Exception lost)
            {
                throw new CommitInDoubtException(lost);
            }

            return result;
        }
        finally
        {
            _line?.Release();
        }
    }

    /// <summary>Whether nothing of a failed <see cref="RunAsync"/> can have been kept, and the database still answers.</summary>
    public static bool MayTryAgain(Exception wrong)
    {
        for (Exception? cause = wrong; cause is not null; cause = cause.InnerException)
            if (cause is CommitInDoubtException or NpgsqlException and not PostgresException) return false;
        return true;
    }

    public void Dispose() => _line?.Dispose();
}
