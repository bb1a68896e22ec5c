using System.Globalization;
using System.Text;

namespace PqrsDesk.Infrastructure.Mail;

/// <summary>Writes a letter as a message: plain words, the same as a page, and the files, in seven-bit lines that every server takes.</summary>
public sealed class LetterWriter
{
    private const int LineLength = 76;

    public async Task<byte[]> WriteAsync(Letter letter, CancellationToken cancel)
    {
        using var message = new MemoryStream();
        var (outer, inner) = (Boundary(), Boundary());
        await SayAsync(message, Head(letter));
        if (letter.Files.Count > 0) await SayAsync(message, $"Content-Type: multipart/mixed; boundary=\"{outer}\"\r\n\r\n--{outer}\r\n");
        await SayAsync(message, $"Content-Type: multipart/alternative; boundary=\"{inner}\"\r\n\r\n");
        await SayAsync(message, Part(inner, "plain", letter.Text));
        await SayPageAsync(message, inner, letter);
        await SayAsync(message, $"--{inner}--\r\n");
        foreach (var file in letter.Files)
        {
            await SayAsync(message, $"--{outer}\r\nContent-Type: {file.ContentType}\r\nContent-Disposition: attachment; {FileName(file.Name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            await SayAsync(message, Convert.ToBase64String((await file.BytesAsync(cancel)).Span, Base64FormattingOptions.InsertLineBreaks) + "\r\n");
        }

        if (letter.Files.Count > 0) await SayAsync(message, $"--{outer}--\r\n");
        return message.ToArray();
    }

    /// <summary>The page, and the picture that it shows beside it (RFC 2387).</summary>
    private static async Task SayPageAsync(MemoryStream message, string outer, Letter letter)
    {
        var page = LetterPage.Of(letter.Text, letter.Subject, letter.Language, letter.Picture, letter.Message);
        if (letter.Picture is not { } picture)
        {
            await SayAsync(message, Part(outer, "html", page));
            return;
        }

        var inner = Boundary();
        await SayAsync(message, $"--{outer}\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"{inner}\"\r\n\r\n");
        await SayAsync(message, Part(inner, "html", page));
        await SayAsync(message, $"--{inner}\r\nContent-Type: image/png\r\nContent-ID: <{LetterPicture.Id}>\r\nContent-Disposition: inline; filename=\"qr.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(picture.Png, Base64FormattingOptions.InsertLineBreaks)}\r\n--{inner}--\r\n");
    }

    private static string Head(Letter letter)
    {
        var head = new StringBuilder();
        Add("From", Person(letter.From.DisplayName, letter.From.Address));
        Add("To", Person(letter.ToName, letter.ToAddress));
        if (letter.ReplyTo is { } reply) Add("Reply-To", $"<{reply}>");
        Add("Subject", Words(letter.Subject));
        Add("Date", letter.WrittenAt.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + letter.WrittenAt.ToString(" zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal));
        Add("Message-ID", $"<{letter.MessageId}>");
        if (letter.Before.Count > 0)
        {
            Add("In-Reply-To", $"<{letter.Before[^1]}>");
            Add("References", string.Join("\r\n ", letter.Before.Select(id => $"<{id}>")));
        }

        // Written by a person or not, the desk sends it: what answers by itself is told in the two ways that there are.
        if (letter.IsAutomatic) Add("Auto-Submitted", "auto-replied");
        Add("X-Auto-Response-Suppress", "All");
        Add("Content-Language", letter.Language);
        Add("MIME-Version", "1.0");
        return head.ToString();

        void Add(string name, string value) => head.Append(name).Append(": ").Append(value).Append("\r\n");
    }

    private static string Part(string boundary, string kind, string text) =>
        $"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{QuotedPrintable(text)}\r\n";

    private static string Person(string? name, string address) =>
        string.IsNullOrWhiteSpace(name) ? $"<{address}>"
        : name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '.' or '-') ? $"\"{name}\" <{address}>"
        : $"{Words(name)} <{address}>";

    /// <summary>Text of a header: as it is, or in encoded words that each hold whole letters (RFC 2047).</summary>
    private static string Words(string text)
    {
        text = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        if (text.Length <= 60 && text.All(letter => letter is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal)) return text;
        var (words, word) = (new List<string>(), new List<byte>());
        foreach (var letter in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(letter.ToString());
            if (word.Count + bytes.Length > 42) Flush();
            word.AddRange(bytes);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String([.. word])}?=");
            word.Clear();
        }
    }

    /// <summary>By the standard of today for those that know it, and in plain letters for the others.</summary>
    private static string FileName(string name)
    {
        var plain = string.Concat(name.Select(letter => letter is >= ' ' and <= '~' and not ('"' or '\\') ? letter : '_'));
        return plain == name ? $"filename=\"{plain}\"" : $"filename=\"{plain}\";\r\n filename*=UTF-8''{Uri.EscapeDataString(Whole(name))}";
    }

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string QuotedPrintable(string text)
    {
        var written = new StringBuilder(text.Length + 64);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0) written.Append("\r\n");
            var length = 0;
            var bytes = Encoding.UTF8.GetBytes(lines[at]);
            for (var place = 0; place < bytes.Length; place++)
            {
                var last = place == bytes.Length - 1;
                var plain = bytes[place] is >= 33 and <= 126 and not (byte)'=' || (bytes[place] is (byte)' ' or (byte)'\t' && !last);
                if (length + (plain ? 1 : 3) > LineLength - 1)
                {
                    written.Append("=\r\n");
                    length = 0;
                }

                if (plain) written.Append((char)bytes[place]);
                else written.Append(CultureInfo.InvariantCulture, $"={bytes[place]:X2}");
                length += plain ? 1 : 3;
            }
        }

        return written.ToString();
    }

    private static string Boundary() => $"=_{Guid.NewGuid():N}";

    private static async Task SayAsync(MemoryStream message, string text) => await message.WriteAsync(Encoding.ASCII.GetBytes(text));
}
