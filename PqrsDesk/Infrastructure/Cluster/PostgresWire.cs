using Npgsql;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Cluster;

/// <summary>PostgreSQL's LISTEN and NOTIFY on a connection of its own, opened again whenever it is lost.</summary>
public sealed class PostgresWire : BackgroundService, INodeWire
{
    /// <summary>The one channel; a payload is the node, the topic and the text.</summary>
    public const string Channel = "pqrsdesk";

    private const char Gap = ' ';
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly string _connection;
    private readonly string _pooled;
    private readonly Node _node;
    private readonly ILogger<PostgresWire> _log;
    private readonly Ears<Heard> _heard;
    private readonly Ears<bool> _opened;
    private volatile bool _open;

    public PostgresWire(DatabaseSettings database, Node node, ILogger<PostgresWire> log)
    {
        (_node, _log, _heard, _opened) = (node, log, new(log), new(log));
        (_connection, _pooled) = (LongConnection.Of(database.ConnectionString, "wire"), database.ConnectionString);
    }

    public bool IsOpen => _open;

    public static string Payload(Node node, string topic, string text) => $"{node.Id}{Gap}{topic}{Gap}{text}";

    public async Task SayAsync(string topic, string text, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(_pooled);
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, new() { Value = Payload(_node, topic, text) } } };
        await command.ExecuteNonQueryAsync(cancel);
    }

    public IDisposable Hear(string topic, Action<string, string> hear) => _heard.Add(said =>
    {
        if (said.Topic == topic) hear(said.Node, said.Text);
    });

    public IDisposable Opened(Action opened) => _opened.Add(_ => opened());

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await ListenAsync(stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                if (_open) _log.LogWarning(wrong, "The other nodes cannot be heard; the connection is opened again.");
                _open = false;
            }

            await Task.Delay(Again, stop);
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(_connection);
        connection.Notification += (_, notice) => Take(notice.Payload);
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        _open = true;
        _opened.Call(true);
        while (true) await connection.WaitAsync(stop);
    }

    private void Take(string payload)
    {
        var parts = payload.Split(Gap, 3);
        if (parts is [var node, var topic, var text] && node != _node.Id) _heard.Call(new Heard(node, topic, text));
    }

    private sealed record Heard(string Node, string Topic, string Text);
}
