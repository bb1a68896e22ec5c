using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Statements that follow one another inside the caller's transaction, and to PostgreSQL make one journey.</summary>
public sealed class RowBatch(DeskDb db)
{
    private readonly List<Func<CancellationToken, Task>> _steps = [];
    private readonly List<(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task>? Read)> _commands = [];

    /// <summary>New rows, inserted as <see cref="TableInsert"/> does.</summary>
    /// <param name="numbered">Gives each entity the number that the database gave its row.</param>
    public RowBatch Insert<T>(IReadOnlyList<T> rows, bool numbered = false)
        where T : class
    {
        if (rows.Count == 0) return this;
        if (db is not PostgresDeskDb) return Add(cancel => db.InsertAsync(rows, cancel, numbered));
        var table = TableShape<T>.Of(db);
        return Add(new NpgsqlBatchCommand(table.Sql(numbered)), TableInsert.Columns(table, rows), numbered ? (given, cancel) => TableInsert.NumberAsync(table, rows, given, cancel) : null);
    }

    /// <summary>A step on SQLite, where statements make no journeys.</summary>
    internal RowBatch Add(Func<CancellationToken, Task> runAsync)
    {
        _steps.Add(runAsync);
        return this;
    }

    /// <summary>A statement on PostgreSQL.</summary>
    internal RowBatch Add(NpgsqlBatchCommand command, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, CancellationToken, Task>? read = null)
    {
        command.Parameters.AddRange(parameters);
        _commands.Add((command, read));
        return this;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var runAsync in _steps) await runAsync(cancel);
        if (_commands.Count == 0) return;
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are written inside a transaction.");
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction);
        foreach (var (command, _) in _commands) batch.BatchCommands.Add(command);
        await batch.PrepareAsync(cancel);
        await using var given = await batch.ExecuteReaderAsync(cancel);

        // Only a statement that returns rows has a result of its own.
        foreach (var (_, read) in _commands.Where(each => each.Read is not null))
        {
            await read!(given, cancel);
            await given.NextResultAsync(cancel);
        }

        // What is not read to the end could fail unheard.
        while (await given.NextResultAsync(cancel))
        {
        }
    }
}
