using Npgsql;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>
/// On duty is who holds an advisory lock of PostgreSQL on a connection of its own. When that node dies the server lets
/// go of the lock with the connection, and the next to ask has it.
/// </summary>
public sealed class PostgresDuty(DatabaseSettings database, ILogger<PostgresDuty> log) : BackgroundService, IDuty
{
    /// <summary>Said by this number: any that nobody else uses in the database.</summary>
    private const long Lock = 0x5051_5253_0001;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Shorter than the server waits before it gives up a node that it cannot hear: two are never on duty at once.</summary>
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(4);

    private readonly string _connection = LongConnection.Of(database.ConnectionString, "duty");
    private long _heldAt;

    public bool IsMine => Interlocked.Read(ref _heldAt) is not 0 and var held && TimeProvider.System.GetElapsedTime(held) < Trust;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connection);
                await connection.OpenAsync(stop);
                while (true)
                {
                    await HoldAsync(connection, stop);
                    await Task.Delay(Every, stop);
                }
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                if (Interlocked.Exchange(ref _heldAt, 0) != 0) log.LogWarning(wrong, "This node is no longer on duty; it asks again.");
            }

            await Task.Delay(Every, stop);
        }
    }

    private async Task HoldAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var mine = Interlocked.Read(ref _heldAt) != 0;
        var asked = TimeProvider.System.GetTimestamp();
        await using var command = new NpgsqlCommand(mine ? "SELECT true" : $"SELECT pg_try_advisory_lock({Lock})", connection);
        if (!(bool)(await command.ExecuteScalarAsync(stop))!) return;
        if (!mine) log.LogInformation("This node is on duty.");
        Interlocked.Exchange(ref _heldAt, asked);
    }
}
