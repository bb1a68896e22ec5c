using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>New rows of several tables, inserted as <see cref="TableInsert"/> does, in the order of their adding and in one journey to PostgreSQL.</summary>
internal sealed class RowBatch(DeskDb db)
{
    private readonly List<Func<CancellationToken, Task>> _inserts = [];
    private readonly List<NpgsqlBatchCommand> _commands = [];

    public RowBatch Add<T>(IReadOnlyList<T> rows)
        where T : class
    {
        if (rows.Count == 0) return this;
        if (db is not PostgresDeskDb)
        {
            _inserts.Add(cancel => db.InsertAsync(rows, cancel));
            return this;
        }

        var table = TableShape<T>.Of(db);
        var command = new NpgsqlBatchCommand(table.Sql(numbered: false));
        command.Parameters.AddRange(TableInsert.Columns(table, rows));
        _commands.Add(command);
        return this;
    }

    public async Task InsertAsync(CancellationToken cancel)
    {
        foreach (var insertAsync in _inserts) await insertAsync(cancel);
        if (_commands.Count == 0) return;
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("Rows are inserted inside a transaction.");
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction);
        foreach (var command in _commands) batch.BatchCommands.Add(command);
        await batch.PrepareAsync(cancel);
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
