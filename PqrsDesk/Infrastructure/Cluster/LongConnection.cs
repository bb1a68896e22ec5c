using Npgsql;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>Connections that a node keeps for as long as it lives, and whose end both sides must notice soon.</summary>
internal static class LongConnection
{
    private const int Seconds = 3;

    public static string Of(string connection, string use) => new NpgsqlConnectionStringBuilder(connection)
    {
        Pooling = false,
        Timeout = Seconds,
        CommandTimeout = Seconds,

        // On our side; of the server's the options are.
        KeepAlive = Seconds,
        Options = $"-c tcp_keepalives_idle={Seconds} -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3",
        ApplicationName = $"PqrsDesk {use}",
    }.ConnectionString;
}
