using System.Net;
using System.Net.Sockets;

namespace PqrsDesk.Testing;

/// <summary>The network between a browser and a desk, which can be cut: every connection breaks, and none is made until it is mended.</summary>
public sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _desk;
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private bool _cut;

    public Cable(WebDesk desk)
    {
        var address = new Uri(desk.Address);
        _desk = new IPEndPoint(IPAddress.Loopback, address.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Cut()
    {
        lock (_open)
        {
            _cut = true;
            foreach (var client in _open) client.Dispose();
            _open.Clear();
        }
    }

    public void Mend()
    {
        lock (_open) _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var desk = new TcpClient();
        if (!Keep(browser) || !Keep(desk)) return;
        try
        {
            await desk.ConnectAsync(_desk);
            await Task.WhenAny(browser.GetStream().CopyToAsync(desk.GetStream()), desk.GetStream().CopyToAsync(browser.GetStream()));
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, or one end hung up: the other end hears of it below.
        }
        finally
        {
            browser.Dispose();
        }
    }

    private bool Keep(TcpClient client)
    {
        lock (_open)
        {
            if (_cut) client.Dispose();
            else _open.Add(client);
            return !_cut;
        }
    }
}
