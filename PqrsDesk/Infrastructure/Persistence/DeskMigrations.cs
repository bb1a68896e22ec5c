using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Brings the database to the model of this version.</summary>
public sealed class DeskMigrations(IDbContextFactory<DeskDb> desk, DatabaseSettings database, KeyDocuments documents)
{
    private const long Lock = 0x5051_5253_0003;

    /// <summary>Does what must be done once before the desk serves; of several nodes that start at the same time one after another does.</summary>
    /// <exception cref="SettingException">The database cannot be opened.</exception>
    public async Task InTurnAsync(Func<Task> start, CancellationToken cancel)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            await start();
            return;
        }

        await using var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await turn.OpenAsync(cancel);
        }
        catch (Exception wrong) when (Cause(wrong) is { } cause)
        {
            throw Unopened(cause);
        }

        // Held until the connection is closed.
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Lock})", turn);
        await command.ExecuteNonQueryAsync(cancel);
        await start();
    }

    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="SettingException">The database cannot be opened.</exception>
    public async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancel)
    {
        try
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
            if (pending.Count > 0) await db.Database.MigrateAsync(cancel);

            // Readers go on while one writes; the file remembers it.
            if (database.Provider == DatabaseProvider.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
            await documents.RunAsync(cancel);
            return pending;
        }
        catch (Exception wrong) when (Cause(wrong) is { } cause)
        {
            throw Unopened(cause);
        }
    }

    private SettingException Unopened(Exception cause) => new($"The {database.Provider} database that ConnectionStrings:Desk names cannot be opened: {cause.Message}");

    /// <summary>What the engine or the network said; null when the fault is another.</summary>
    private static Exception? Cause(Exception? wrong) =>
        wrong is null ? null : wrong is DbException or SocketException or TimeoutException ? wrong : Cause(wrong.InnerException);
}
