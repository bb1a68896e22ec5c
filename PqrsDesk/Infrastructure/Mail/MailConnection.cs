using System.Buffers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>A mail server said something that the protocol does not allow, or hung up.</summary>
public sealed class MailServerException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>Lines to and from a mail server. Whoever is silent for too long is gone, and whoever sends too long a line too.</summary>
internal sealed class MailConnection : IAsyncDisposable
{
    private const int LineLimit = 1024 * 1024;
    private const int Chunk = 16 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MailServer _server;
    private readonly TcpClient _client;
    private readonly byte[] _read = new byte[Chunk];
    private Stream _stream;
    private int _from;
    private int _to;

    private MailConnection(MailServer server, TcpClient client) => (_server, _client, _stream) = (server, client, client.GetStream());

    public static async Task<MailConnection> OpenAsync(MailServer server, CancellationToken cancel)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await WithinAsync(limit => client.ConnectAsync(server.Host, server.Port, limit).AsTask(), cancel);
            var connection = new MailConnection(server, client);
            if (server.Tls == MailTls.Implicit) await connection.SecureAsync(cancel);
            return connection;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>From here on nobody on the way can read along. What was read ahead in the clear is not believed.</summary>
    public async Task SecureAsync(CancellationToken cancel)
    {
        if (_from != _to) throw new MailServerException("The server spoke before the connection was secured.");
        var secure = new SslStream(_stream);
        await WithinAsync(limit => secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = _server.Host,
            CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
            CertificateChainPolicy = Trust(),
        }, limit), cancel);
        _stream = secure;
    }

    /// <summary>Without its line end, in Latin-1: a byte is a letter.</summary>
    public async Task<string> LineAsync(CancellationToken cancel)
    {
        var line = new ArrayBufferWriter<byte>();
        while (true)
        {
            var end = _read.AsSpan(_from, _to - _from).IndexOf((byte)'\n');
            var part = _read.AsSpan(_from, end < 0 ? _to - _from : end);
            if (line.WrittenCount + part.Length > LineLimit) throw new MailServerException("The server sent a line without an end.");
            line.Write(part);
            _from += part.Length + (end < 0 ? 0 : 1);
            if (end >= 0) return Encoding.Latin1.GetString(line.WrittenSpan).TrimEnd('\r');
            await FillAsync(cancel);
        }
    }

    public async Task<byte[]> BytesAsync(int count, CancellationToken cancel)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            if (_from == _to) await FillAsync(cancel);
            var more = Math.Min(count - have, _to - _from);
            _read.AsSpan(_from, more).CopyTo(bytes.AsSpan(have));
            (_from, have) = (_from + more, have + more);
        }

        return bytes;
    }

    public Task SayAsync(string line, CancellationToken cancel) => SayAsync(Encoding.UTF8.GetBytes(line + "\r\n"), cancel);

    public Task SayAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) => WithinAsync(async limit =>
    {
        await _stream.WriteAsync(bytes, limit);
        await _stream.FlushAsync(limit);
    }, cancel);

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        _client.Dispose();
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        (_from, _to) = (0, 0);
        await WithinAsync(async limit => _to = await _stream.ReadAsync(_read, limit), cancel);
        if (_to == 0) throw new MailServerException("The server hung up.");
    }

    private static async Task WithinAsync(Func<CancellationToken, Task> work, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        try
        {
            await work(limit.Token);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new MailServerException("The server did not answer in time.", late);
        }
    }

    /// <summary>The machine's authorities or, where a house has its own, those. The name must be the server's in any case.</summary>
    private X509ChainPolicy? Trust()
    {
        if (_server.Certificate is not { } file) return null;
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
