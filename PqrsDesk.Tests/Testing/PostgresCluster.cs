using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace PqrsDesk.Testing;

/// <summary>
/// A PostgreSQL server of the suite's own: started by the first test that needs one, on a free port of the loopback
/// interface and in a folder of its own, stopped and swept away when the run ends, however it ends.
/// </summary>
internal sealed class PostgresCluster
{
    private const string Template = "desk_template";

    /// <summary>
    /// Holds the server as its child until its own input closes. That happens when the run ends, even when it is killed,
    /// so that no server is left behind. Each line on its input stops the server, or starts it again.
    /// </summary>
    private const string Keeper = """
        start() {
          "$1/postgres" -D "$2/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
            -c max_connections=400 -c timezone=UTC >> "$2/log" 2>&1 < /dev/null &
          server=$!
        }
        stop() {
          if [ -n "$server" ]; then kill -INT $server; wait $server; server=; fi
        }
        trap '' INT TERM HUP
        start "$@"
        while read -r line; do
          if [ -n "$server" ]; then stop; else start "$@"; fi
          echo done
        done
        stop
        rm -rf "$2"
        """;

    private static readonly Lazy<Task<PostgresCluster>> Running = new(StartAsync);
    private static int _made;
    private readonly int _port;
    private readonly string _log;

    // Held for as long as the run: were it collected, its input would close and the server stop.
    private readonly Process _keeper;

    private PostgresCluster(int port, Process keeper, string log) => (_port, _keeper, _log) = (port, keeper, log);

    public static Task<PostgresCluster> RunningAsync() => Running.Value;

    /// <summary>A server that a test may stop, for itself alone. To be given up with <see cref="GiveUpAsync"/>.</summary>
    public static Task<PostgresCluster> OwnAsync() => StartAsync();

    /// <summary>Stops the server, or starts it again after a stop.</summary>
    public async Task TurnAsync(bool on)
    {
        await _keeper.StandardInput.WriteLineAsync(on ? "start" : "stop");
        await _keeper.StandardInput.FlushAsync();
        await _keeper.StandardOutput.ReadLineAsync();
        if (on) await AnswerAsync(_log);
    }

    public async Task GiveUpAsync()
    {
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
    }

    public async Task<(string Connection, Func<ValueTask> Remove)> MakeDatabaseAsync(bool blank)
    {
        var name = $"desk_{Interlocked.Increment(ref _made)}";
        await SayAsync($"CREATE DATABASE {name} TEMPLATE {(blank ? "template0" : Template)}");
        var connection = ConnectionTo(name);
        return (connection, async () =>
        {
            await using (var any = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(any);
            await SayAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
        );
    }

    private static async Task<PostgresCluster> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("pqrsdesk-postgres-").FullName;
        var programs = Machine.PostgresPrograms!;
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", [Account(), folder]);
        await RunAsync(programs + "/initdb", ["-D", folder + "/data", "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], folder);

        var port = FreePort();
        var keeper = Start("/bin/sh", ["-c", Keeper, "keeper", programs, folder, port.ToString(CultureInfo.InvariantCulture)], folder);
        var cluster = new PostgresCluster(port, keeper, folder + "/log");
        await cluster.AnswerAsync(folder + "/log");
        await cluster.SayAsync($"CREATE DATABASE {Template} TEMPLATE template0");
        var template = cluster.ConnectionTo(Template);
        await TestDesk.LayAsync(Engine.Postgres, template, folder);
        await using (var any = new NpgsqlConnection(template)) NpgsqlConnection.ClearPool(any);
        return cluster;
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = _port, Username = "postgres", Database = database, Timeout = 30, IncludeErrorDetail = true }.ConnectionString;

    private async Task AnswerAsync(string log)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await SayAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_keeper.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                // Still starting: asked again until it answers or gives up.
            }
            catch (NpgsqlException wrong)
            {
                throw new InvalidOperationException($"The PostgreSQL server of the tests did not start: {await File.ReadAllTextAsync(log)}", wrong);
            }
        }
    }

    private async Task SayAsync(string sql)
    {
        await using var server = new NpgsqlConnection(ConnectionTo("postgres"));
        await server.OpenAsync();
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync();
    }

    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string program, string[] arguments, string? asServerIn = null)
    {
        using var running = Start(program, arguments, asServerIn);
        running.StandardInput.Close();
        var error = await running.StandardError.ReadToEndAsync();
        await running.WaitForExitAsync();
        if (running.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {error}");
    }

    /// <summary>PostgreSQL refuses to run as root, so there its programs run under an account without rights.</summary>
    private static Process Start(string program, string[] arguments, string? asServerIn)
    {
        var lowered = asServerIn is not null && Environment.IsPrivilegedProcess;
        return Process.Start(new ProcessStartInfo(lowered ? "runuser" : program, lowered ? ["-u", Account(), "--", program, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = asServerIn ?? "/",
        })!;
    }

    private static string Account() =>
        File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";
}
