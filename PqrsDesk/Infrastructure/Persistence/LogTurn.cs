using Microsoft.EntityFrameworkCore;
using Npgsql;
using PqrsDesk.Infrastructure.Cluster;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// Whoever writes lines of the log takes a turn that lasts to the commit. So their numbers grow in the order of the
/// commits, on all nodes together: a reader that has seen a number will not find a smaller one later.
/// </summary>
/// <remarks>SQLite has one writer at a time anyhow. Taken last, after the locks on numbers and tickets, so that no two wait for each other.</remarks>
public sealed class LogTurn(Node node)
{
    public const string Topic = "log";

    private const long Lock = 0x5051_5253_0002;

    private static readonly string Take = $"SELECT pg_advisory_xact_lock({Lock}), pg_notify('{PostgresWire.Channel}', @said)";

    private readonly string _payload = PostgresWire.Payload(node, Topic, "");

    /// <summary>Takes the turn, and announces to the other nodes what the commit will bring. Asked again in one transaction it does nothing.</summary>
    public Task TakeAsync(DbContext db, CancellationToken cancel)
    {
        if (db is not PostgresDeskDb) return Task.CompletedTask;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("The log is written inside a transaction.");
        return db.Database.ExecuteSqlRawAsync(Take, Parameters, cancel);
    }

    /// <summary>The same as one of the statements of a journey. Before the lines of the log.</summary>
    public void TakeIn(RowBatch batch, DeskDb db)
    {
        if (db is PostgresDeskDb) batch.Add(new NpgsqlBatchCommand(Take), Parameters, (taken, cancel) => taken.ReadAsync(cancel));
    }

    private NpgsqlParameter[] Parameters => [new NpgsqlParameter<string>("said", _payload)];
}
