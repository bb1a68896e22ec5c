using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>An outside program that speaks SignalR's JSON protocol over a WebSocket, as it is specified.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    private const char RecordEnd = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _read = [];
    private readonly Queue<JsonElement> _kept = [];

    public static async Task<HubClient> ConnectAsync(string address, string key, CancellationToken cancel)
    {
        var client = new HubClient();
        client._socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        await client._socket.ConnectAsync(new Uri(address.Replace("http", "ws", StringComparison.Ordinal) + "/hubs/desk"), cancel);
        await client.SendAsync("""{"protocol":"json","version":1}""", cancel);
        await client.ReceiveAsync(cancel);
        return client;
    }

    /// <summary>Calls a method of the hub and waits until it is done; what the hub calls meanwhile is kept for later.</summary>
    /// <returns>What it returned; undefined when it returns nothing.</returns>
    /// <exception cref="InvalidOperationException">The hub refused; the message is the hub's.</exception>
    public async Task<JsonElement> InvokeAsync(string method, object?[] arguments, CancellationToken cancel)
    {
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }), cancel);
        while (true)
        {
            var message = await ReceiveAsync(cancel);
            if (message.GetProperty("type").GetInt32() != 3) _kept.Enqueue(message);
            else if (message.TryGetProperty("error", out var error)) throw new InvalidOperationException(error.GetString());
            else return message.TryGetProperty("result", out var result) ? result : default;
        }
    }

    /// <summary>The arguments of the next call that the hub makes.</summary>
    public async Task<(string Target, JsonElement Argument)> CalledAsync(CancellationToken cancel)
    {
        while (true)
        {
            var message = await NextAsync(cancel);
            if (message.TryGetProperty("target", out var target)) return (target.GetString()!, message.GetProperty("arguments")[0]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        await ValueTask.CompletedTask;
    }

    private Task SendAsync(string message, CancellationToken cancel) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + RecordEnd), WebSocketMessageType.Text, true, cancel);

    private Task<JsonElement> NextAsync(CancellationToken cancel) => _kept.TryDequeue(out var kept) ? Task.FromResult(kept) : ReceiveAsync(cancel);

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancel)
    {
        while (_read.Count == 0)
        {
            var buffer = new byte[16 * 1024];
            var text = new StringBuilder();
            WebSocketReceiveResult received;
            do
            {
                received = await _socket.ReceiveAsync(buffer, cancel);
                text.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            }
            while (!received.EndOfMessage);
            foreach (var record in text.ToString().Split(RecordEnd, StringSplitOptions.RemoveEmptyEntries)) _read.Enqueue(JsonDocument.Parse(record).RootElement);
        }

        return _read.Dequeue();
    }
}
