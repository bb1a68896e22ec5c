using System.Net;
using System.Net.Sockets;

namespace PqrsDesk.Bench.Browsing;

/// <summary>The way from a browser to a desk, on which each byte is counted as it goes by; and which can be made long.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private const int Room = 64 * 1024;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _desk;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;
    private long _sent;
    private long _received;
    private long _circuit;

    /// <param name="address">Of the desk, on the loopback interface.</param>
    public Wire(string address)
    {
        _desk = new(IPAddress.Loopback, new Uri(address).Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>From the desk to the browser, all told.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Of it over WebSockets: what circuits draw, packed as it was sent.</summary>
    public long Circuit => Interlocked.Read(ref _circuit);

    /// <summary>From the browser to the desk.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>How long each piece is held back, in either direction.</summary>
    public TimeSpan Delay { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The listener was stopped.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var desk = new TcpClient { NoDelay = true };
        using var _ = browser;
        browser.NoDelay = true;
        var circuit = false;
        try
        {
            await desk.ConnectAsync(_desk, _end.Token);
            var (there, back) = (browser.GetStream(), desk.GetStream());
            await Task.WhenAny(
                CopyAsync(there, back, piece =>
                {
                    Interlocked.Add(ref _sent, piece.Length);
                    // A browser opens a connection of its own for each WebSocket, and says so in its first words.
                    circuit |= piece.StartsWith("GET /_blazor"u8) && piece.IndexOf("Upgrade: websocket"u8) >= 0;
                }),
                CopyAsync(back, there, piece =>
                {
                    Interlocked.Add(ref _received, piece.Length);
                    if (circuit) Interlocked.Add(ref _circuit, piece.Length);
                }));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One end hung up.
        }
    }

    /// <summary>Each piece is on its way while the next is read: a long way is not a narrow one.</summary>
    private async Task CopyAsync(NetworkStream from, NetworkStream to, Counted counted)
    {
        var before = Task.CompletedTask;
        while (true)
        {
            var room = new byte[Room];
            var count = await from.ReadAsync(room, _end.Token);
            if (count == 0) break;
            counted(room.AsSpan(0, count));
            before = SendAsync(before, Task.Delay(Delay, _end.Token), to, room.AsMemory(0, count));
        }

        await before;
    }

    private async Task SendAsync(Task before, Task due, NetworkStream to, ReadOnlyMemory<byte> piece)
    {
        await due;
        await before;
        await to.WriteAsync(piece, _end.Token);
    }

    private delegate void Counted(ReadOnlySpan<byte> piece);
}
