using System.Buffers;
using System.Globalization;
using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Smtp;

/// <summary>The server answered with a code that is no yes.</summary>
/// <param name="code">Four hundred and something: later perhaps; five hundred and something: never.</param>
/// <param name="aboutTheMessage">Whether it was said of the message or its recipient, and not of the desk as such.</param>
public sealed class SmtpRefusedException(int code, string words, bool aboutTheMessage) : IOException(string.Create(CultureInfo.InvariantCulture, $"{code} {words}"))
{
    /// <summary>Trying again would be no use.</summary>
    public bool ForGood => code >= 500 && aboutTheMessage;
}

/// <summary>The little of SMTP (RFC 5321) that handing messages to a server takes.</summary>
public sealed class SmtpSession : IAsyncDisposable
{
    private const int LinesLimit = 200;

    private readonly MailConnection _connection;
    private string[] _can = [];

    private SmtpSession(MailConnection connection) => _connection = connection;

    /// <exception cref="IOException">The server cannot be reached, or lets nobody in. No password is in the message.</exception>
    public static async Task<SmtpSession> OpenAsync(MailServer server, string ownName, CancellationToken cancel)
    {
        var session = new SmtpSession(await MailConnection.OpenAsync(server, cancel));
        try
        {
            await session.HearAsync(false, cancel);
            await session.HelloAsync(ownName, cancel);
            if (server.Tls == MailTls.StartTls)
            {
                await session.AskAsync("STARTTLS", false, cancel);
                await session._connection.SecureAsync(cancel);
                await session.HelloAsync(ownName, cancel);
            }

            if (server.User is not null) await session.SignInAsync(server.User, server.Password ?? "", cancel);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <param name="message">With CRLF at the end of each line.</param>
    /// <exception cref="SmtpRefusedException">The server refused it; the session can take the next one.</exception>
    public async Task SendAsync(string from, string to, ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        try
        {
            await AskAsync($"MAIL FROM:<{Safe(from)}>{(_can.Contains("8BITMIME") ? " BODY=8BITMIME" : "")}", true, cancel);
            await AskAsync($"RCPT TO:<{Safe(to)}>", true, cancel);
            await AskAsync("DATA", true, cancel);
        }
        catch (SmtpRefusedException)
        {
            await AskAsync("RSET", false, cancel);
            throw;
        }

        await _connection.SayAsync(Stuffed(message.Span), cancel);
        await HearAsync(true, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _connection.SayAsync("QUIT", soon.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever has hung up need not be told.
        }

        await _connection.DisposeAsync();
    }

    private async Task HelloAsync(string ownName, CancellationToken cancel) =>
        _can = [.. (await AskAsync($"EHLO {Safe(ownName)}", false, cancel)).Select(line => line.ToUpperInvariant())];

    private async Task SignInAsync(string user, string password, CancellationToken cancel)
    {
        var ways = Array.Find(_can, line => line.StartsWith("AUTH ", StringComparison.Ordinal)) ?? "";
        if (ways.Contains("PLAIN", StringComparison.Ordinal) || !ways.Contains("LOGIN", StringComparison.Ordinal))
        {
            await AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", false, cancel);
            return;
        }

        await AskAsync("AUTH LOGIN", false, cancel);
        await AskAsync(Base64(user), false, cancel);
        await AskAsync(Base64(password), false, cancel);
    }

    private async Task<List<string>> AskAsync(string line, bool aboutTheMessage, CancellationToken cancel)
    {
        await _connection.SayAsync(line, cancel);
        return await HearAsync(aboutTheMessage, cancel);
    }

    /// <summary>All lines of an answer, without the code.</summary>
    private async Task<List<string>> HearAsync(bool aboutTheMessage, CancellationToken cancel)
    {
        for (var words = new List<string>(); words.Count < LinesLimit;)
        {
            var line = await _connection.LineAsync(cancel);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new MailServerException("The server did not answer as SMTP servers do.");
            words.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length > 3 && line[3] == '-') continue;
            return code < 400 ? words : throw new SmtpRefusedException(code, string.Join(' ', words), aboutTheMessage);
        }

        throw new MailServerException("The server does not come to an end.");
    }

    /// <summary>A dot at the beginning of a line is doubled, and one alone ends the message.</summary>
    private static ReadOnlyMemory<byte> Stuffed(ReadOnlySpan<byte> message)
    {
        var stuffed = new ArrayBufferWriter<byte>(message.Length + 64);
        var begins = true;
        while (message.Length > 0)
        {
            var end = message.IndexOf((byte)'\n');
            var line = end < 0 ? message : message[..(end + 1)];
            message = message[line.Length..];
            if (begins && line[0] == '.') stuffed.Write("."u8);
            stuffed.Write(line);
            begins = end >= 0;
        }

        stuffed.Write(begins ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return stuffed.WrittenMemory;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>An address with a line in it would be another command.</summary>
    private static string Safe(string text) =>
        text.Any(letter => letter is '\r' or '\n' or '<' or '>' or ' ' || char.IsControl(letter)) ? throw new SmtpRefusedException(553, "The address cannot be written to.", true) : text;
}
