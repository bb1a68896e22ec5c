using System.Globalization;
using System.Text.RegularExpressions;

namespace PqrsDesk.Infrastructure.Mail.Imap;

/// <summary>The little of IMAP (RFC 3501, with UIDPLUS and MOVE where a server has them) that reading a mailbox takes.</summary>
public sealed partial class ImapSession : IAsyncDisposable
{
    /// <summary>Of one command's answer, in one reply: a mailbox with more new messages than this tells them in the next round.</summary>
    private const int RepliesLimit = 10_000;

    private readonly MailConnection _connection;
    private readonly int _literalLimit;
    private HashSet<string> _can = [];
    private int _commands;

    private ImapSession(MailConnection connection, int literalLimit) => (_connection, _literalLimit) = (connection, literalLimit);

    /// <param name="literalLimit">Bytes of one message at most.</param>
    /// <exception cref="IOException">The server cannot be reached, or lets nobody in. No password is in the message.</exception>
    public static async Task<ImapSession> OpenAsync(MailServer server, int literalLimit, CancellationToken cancel)
    {
        var connection = await MailConnection.OpenAsync(server, cancel);
        var session = new ImapSession(connection, literalLimit);
        try
        {
            await session.GreetAsync(server, cancel);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public Task SelectAsync(string folder, CancellationToken cancel) => DoAsync($"SELECT {Quoted(Utf7.Of(folder))}", cancel);

    /// <summary>Makes a folder; that it is there already is no fault.</summary>
    public async Task MakeAsync(string folder, CancellationToken cancel)
    {
        try
        {
            await DoAsync($"CREATE {Quoted(Utf7.Of(folder))}", cancel);
        }
        catch (ImapRefusedException)
        {
            // It is there, or the server does not allow it: then moving says so.
        }
    }

    /// <param name="criteria">Such as <c>UNSEEN</c>.</param>
    public async Task<IReadOnlyList<uint>> SearchAsync(string criteria, CancellationToken cancel) =>
        [.. (await DoAsync($"UID SEARCH {criteria}", cancel)).SelectMany(reply => reply.Found()).Distinct().Order()];

    /// <returns>Null when the message is not there any more.</returns>
    public async Task<long?> SizeAsync(uint uid, CancellationToken cancel) =>
        (await DoAsync(Of(uid, "FETCH", "(UID RFC822.SIZE)"), cancel)).FirstOrDefault(reply => reply.Uid == uid)?.Size;

    /// <summary>The whole message, which is not marked as seen by it.</summary>
    /// <param name="most">Only so many of its first bytes; null: all.</param>
    public async Task<byte[]?> FetchAsync(uint uid, int? most, CancellationToken cancel) =>
        (await DoAsync(Of(uid, "FETCH", most is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"(UID BODY.PEEK[]<0.{bytes}>)") : "(UID BODY.PEEK[])"), cancel))
            .FirstOrDefault(reply => reply.Uid == uid)?.Body;

    public Task MarkAsync(uint uid, string flags, CancellationToken cancel) => DoAsync(Of(uid, "STORE", $"+FLAGS.SILENT ({flags})"), cancel);

    public async Task MoveAsync(uint uid, string folder, CancellationToken cancel)
    {
        if (_can.Contains("MOVE"))
        {
            await DoAsync(Of(uid, "MOVE", Quoted(Utf7.Of(folder))), cancel);
            return;
        }

        await DoAsync(Of(uid, "COPY", Quoted(Utf7.Of(folder))), cancel);
        await MarkAsync(uid, @"\Deleted", cancel);

        // Without UIDPLUS an EXPUNGE would also take what somebody else has marked: then it stays marked.
        if (_can.Contains("UIDPLUS")) await DoAsync(string.Create(CultureInfo.InvariantCulture, $"UID EXPUNGE {uid}"), cancel);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _connection.SayAsync("bye LOGOUT", soon.Token);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever has hung up need not be told.
        }

        await _connection.DisposeAsync();
    }

    private async Task GreetAsync(MailServer server, CancellationToken cancel)
    {
        var greeting = await _connection.LineAsync(cancel);
        if (!greeting.StartsWith("* OK", StringComparison.OrdinalIgnoreCase) && !greeting.StartsWith("* PREAUTH", StringComparison.OrdinalIgnoreCase)) throw new MailServerException("The server did not greet as IMAP servers do.");
        if (server.Tls == MailTls.StartTls)
        {
            await DoAsync("STARTTLS", cancel);
            await _connection.SecureAsync(cancel);
        }

        if (!greeting.StartsWith("* PREAUTH", StringComparison.OrdinalIgnoreCase))
            await DoAsync($"LOGIN {Quoted(server.User ?? "")} {Quoted(server.Password ?? "")}", cancel, said: "LOGIN");
        _can = [.. (await DoAsync("CAPABILITY", cancel)).Where(reply => reply.Line.StartsWith("* CAPABILITY", StringComparison.OrdinalIgnoreCase)).SelectMany(reply => reply.Line.ToUpperInvariant().Split(' '))];
    }

    private static string Of(uint uid, string command, string more) => string.Create(CultureInfo.InvariantCulture, $"UID {command} {uid} {more}");

    /// <param name="said">What a refusal calls the command, where the command itself holds a secret.</param>
    private async Task<List<ImapReply>> DoAsync(string command, CancellationToken cancel, string? said = null)
    {
        var tag = string.Create(CultureInfo.InvariantCulture, $"d{++_commands}");
        await _connection.SayAsync($"{tag} {command}", cancel);
        for (var replies = new List<ImapReply>(); ;)
        {
            var reply = await ReplyAsync(cancel);
            if (!reply.Line.StartsWith(tag + " ", StringComparison.Ordinal))
            {
                if (replies.Count >= RepliesLimit) throw new MailServerException("The server says more than anybody asked.");
                replies.Add(reply);
                continue;
            }

            var outcome = reply.Line[(tag.Length + 1)..];
            return outcome.StartsWith("OK", StringComparison.OrdinalIgnoreCase) ? replies : throw new ImapRefusedException(said ?? command, outcome);
        }
    }

    private async Task<ImapReply> ReplyAsync(CancellationToken cancel)
    {
        var (line, literals, total) = (await _connection.LineAsync(cancel), new List<byte[]>(), 0L);
        while (Literal().Match(line) is { Success: true } announced)
        {
            if (!int.TryParse(announced.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var bytes) || (total += bytes) > _literalLimit) throw new MailServerException("The server sends more than it was asked for.");
            literals.Add(await _connection.BytesAsync(bytes, cancel));
            line += await _connection.LineAsync(cancel);
        }

        return new(line, literals);
    }

    private static string Quoted(string text)
    {
        if (text.Any(letter => letter is '\r' or '\n' or '\0')) throw new MailServerException("A name or password for the mailbox has a line in it.");
        return $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex(@"\{(\d{1,12})\}$", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}

/// <summary>The server said NO or BAD.</summary>
public sealed class ImapRefusedException(string command, string outcome) : IOException($"{command}: {outcome}");
