using System.Net.Sockets;
using System.Text;

namespace PqrsDesk.Features.Hardening;

/// <summary>A request byte by byte, as no client of good manners sends it.</summary>
internal sealed record RawRequest(string Method, byte[] Target, IReadOnlyList<(string Name, byte[] Value)> Headers, byte[]? Body)
{
    /// <summary>An answer that goes on for ever, as a circuit's, is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int Most = 256 * 1024;

    /// <summary>Says more than comes: the body breaks off.</summary>
    public int Missing { get; init; }

    public async Task<RawAnswer> SendAsync(Uri desk)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(desk.Host, desk.Port, patience.Token);
        var wire = socket.GetStream();
        var head = new MemoryStream();
        Write($"{Method} ");
        head.Write(Target);
        Write($" HTTP/1.1\r\nHost: {desk.Authority}\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers)
        {
            Write($"{name}: ");
            head.Write(value);
            Write("\r\n");
        }

        if (Body is not null) Write($"Content-Length: {Body.Length + Missing}\r\n");
        Write("\r\n");
        try
        {
            await wire.WriteAsync(head.ToArray(), patience.Token);
            if (Body is { Length: > 0 }) await wire.WriteAsync(Body, patience.Token);
            if (Missing > 0) socket.Client.Shutdown(SocketShutdown.Send);
        }
        catch (IOException)
        {
            // It answered before it heard all of it, and hung up.
        }

        return await ReadAsync(wire, patience.Token);

        void Write(string text) => head.Write(Encoding.Latin1.GetBytes(text));
    }

    private static async Task<RawAnswer> ReadAsync(NetworkStream wire, CancellationToken patience)
    {
        var (heard, chunk) = (new MemoryStream(), new byte[16 * 1024]);
        try
        {
            for (int read; heard.Length < Most && (read = await wire.ReadAsync(chunk, patience)) > 0;) heard.Write(chunk, 0, read);
        }
        catch (Exception wrong) when (wrong is IOException or OperationCanceledException)
        {
            // Reset after the answer, or one without an end.
        }

        var text = Encoding.Latin1.GetString(heard.GetBuffer(), 0, (int)heard.Length);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = (end < 0 ? text : text[..end]).Split("\r\n");
        var status = lines[0].Split(' ') is [_, var code, ..] && int.TryParse(code, out var number) ? number : 0;
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new(status, headers, end < 0 ? "" : text[(end + 4)..]);
    }

    public override string ToString() =>
        $"{Method} {Encoding.Latin1.GetString(Target)[..Math.Min(Target.Length, 200)]} [{string.Join("; ", Headers.Select(header => $"{header.Name}: {Encoding.Latin1.GetString(header.Value)[..Math.Min(header.Value.Length, 60)]}"))}] {(Body is null ? "" : Encoding.Latin1.GetString(Body)[..Math.Min(Body.Length, 200)])}";
}

/// <param name="Status">0: it hung up without a word.</param>
internal sealed record RawAnswer(int Status, ILookup<string, string> Headers, string Body);
