using System.Net.WebSockets;
using System.Text.Json;

namespace PqrsDesk.Bench.Circuits;

/// <summary>Takes what a circuit draws. Called by the circuit's reader: return at once.</summary>
internal delegate void BatchDrawn(ReadOnlySpan<byte> batch);

/// <summary>
/// One tab without a browser: it fetches the page, starts its circuit over a WebSocket of its own in Blazor's message
/// format, and acknowledges every batch as the script does, without applying it to a document.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly HubFrames _frames = new();
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource<string> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http;
    private readonly BatchDrawn _onBatch;
    private Task _work = Task.CompletedTask;
    private string? _id;
    private volatile Sought? _sought;

    private Circuit(HttpClient http, BatchDrawn onBatch) => (_http, _onBatch) = (http, onBatch);

    /// <summary>Why it ended by itself; null while it lives.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Opens a page and returns when its interactive parts are in place.</summary>
    /// <param name="http">With the address of the desk and the cookie of whoever looks.</param>
    public static async Task<Circuit> OpenAsync(HttpClient http, string address, BatchDrawn onBatch, CancellationToken cancel)
    {
        var page = await CircuitPage.FetchAsync(http, address, cancel);
        var circuit = new Circuit(http, onBatch);
        try
        {
            await circuit.ConnectAsync(cancel);
            var root = http.BaseAddress!;
            await circuit.SendAsync(HubCall.Of("0", "StartCircuit", root.ToString(), new Uri(root, address).ToString(), "[]", page.State));
            circuit._id = await circuit._started.Task.WaitAsync(cancel);
            await circuit.SendAsync(HubCall.Of(null, "UpdateRootComponents", page.Operations, page.State));
            await circuit._drawn.Task.WaitAsync(cancel);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Follows a link of the page: the circuit draws the other page, as it does for whoever stays in the desk.</summary>
    /// <returns>When something was drawn that <paramref name="there"/> is found in.</returns>
    public async Task GoAsync(string address, byte[] there, CancellationToken cancel)
    {
        var sought = new Sought(there);
        _sought = sought;
        await SendAsync(HubCall.Of(null, "OnLocationChanged", new Uri(_http.BaseAddress!, address).ToString(), null, true));
        await sought.Found.Task.WaitAsync(cancel);
    }

    /// <summary>As a tab that is closed: it says so, and the server keeps nothing for its return.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_id is not null)
        {
            using var goodbye = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
            using var response = await _http.PostAsync("/_blazor/disconnect", goodbye);
        }

        await _work;
        _socket.Abort();
        _socket.Dispose();
        _sending.Dispose();
        _end.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        // As browsers offer it; what the server makes of it costs it time and memory for each socket.
        _socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();
        foreach (var cookie in _http.DefaultRequestHeaders.TryGetValues("Cookie", out var cookies) ? cookies : []) _socket.Options.SetRequestHeader("Cookie", cookie);
        var address = new UriBuilder(new Uri(_http.BaseAddress!, "/_blazor")) { Scheme = "ws" };
        await _socket.ConnectAsync(address.Uri, cancel);
        await _socket.SendAsync(HubCall.Handshake, WebSocketMessageType.Binary, true, cancel);
        var agreed = await _socket.ReceiveAsync(_frames.Room(), cancel);
        if (agreed.Count != 3) throw new InvalidOperationException("The server does not agree to Blazor's format.");
        _work = Task.WhenAll(Task.Run(ReadAsync, CancellationToken.None), Task.Run(PingAsync, CancellationToken.None));
    }

    private async Task ReadAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var received = await _socket.ReceiveAsync(_frames.Room(), _end.Token);
                if (received.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException("The server closed the socket.");
                _frames.Received(received.Count);
                while (TakeNext() is { } taken) await SendAsync(taken);
            }
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
            // The tab was closed, and whatever was under way with it.
        }
        catch (Exception wrong)
        {
            Fault = wrong;
            _started.TrySetException(wrong);
            _drawn.TrySetException(wrong);
            _sought?.Found.TrySetException(wrong);
        }
    }

    /// <returns>What is to be said to the next message, perhaps nothing at all; null when there is no message.</returns>
    private byte[]? TakeNext() => _frames.TryNext(out var message) ? Take(new PackReader(message)) : null;

    private byte[] Take(PackReader message)
    {
        message.Array();
        var kind = message.Whole();
        if (kind == HubCall.Close) throw new InvalidOperationException($"The server ends the connection: {message.Text()}");
        if (kind is not (HubCall.Invocation or HubCall.Completion)) return [];
        message.Skip();
        var id = message.Text();
        if (kind == HubCall.Invocation) return Called(message);
        var how = message.Whole();
        if (how == HubCall.Failed) throw new InvalidOperationException(message.Text());
        if (id == "0") _started.TrySetResult(how == HubCall.Nothing ? throw new InvalidOperationException("No circuit.") : message.Text()!);
        return [];
    }

    private byte[] Called(PackReader message)
    {
        var target = message.Text();
        message.Array();
        switch (target)
        {
            case "JS.RenderBatch":
                var batch = message.Whole();
                var drawn = message.Bytes();
                _onBatch(drawn);
                if (_sought is { } sought && drawn.IndexOf(sought.Text) >= 0) sought.Found.TrySetResult();
                return HubCall.Of(null, "OnRenderCompleted", batch, null);
            case "JS.BeginInvokeJS":
                var task = message.Whole();
                return task == 0 ? [] : HubCall.Of(null, "EndInvokeJSFromDotNet", task, true, JsonSerializer.Serialize(new object?[] { task, true, null }));
            case "JS.EndUpdateRootComponents":
                _drawn.TrySetResult();
                return [];
            case "JS.Error":
                throw new InvalidOperationException($"The circuit failed: {message.Text()}");
            default:
                return [];
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token) && Fault is null) await SendAsync(HubCall.Ping);
        }
        catch (Exception) when (_end.IsCancellationRequested || Fault is not null)
        {
            // Nobody to be kept awake.
        }
    }

    private async Task SendAsync(byte[] message)
    {
        if (message.Length == 0) return;
        await _sending.WaitAsync(_end.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _end.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private sealed record Sought(byte[] Text)
    {
        public TaskCompletionSource Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
