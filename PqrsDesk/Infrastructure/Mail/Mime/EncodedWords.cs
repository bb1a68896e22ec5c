using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Words in headers that are not ASCII (RFC 2047): <c>=?utf-8?Q?Petici=C3=B3n?=</c>.</summary>
internal static class EncodedWords
{
    private const int CharsetLimit = 60;

    /// <summary>Neighbours with only blanks between them are one text; of the same charset they may even share a letter.</summary>
    public static string Decode(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal)) return value;
        var (text, run, charset) = (new StringBuilder(value.Length), new List<byte>(), (string?)null);
        var (at, plain, unended) = (0, 0, false);
        while (at < value.Length && !unended && value.IndexOf("=?", at, StringComparison.Ordinal) is >= 0 and var start)
        {
            if (Read(value, start, out unended) is not { } word)
            {
                at = start + 2;
                continue;
            }

            var between = value[plain..start];
            var joins = charset is not null && string.IsNullOrWhiteSpace(between);
            if (!joins || !word.Charset.Equals(charset, StringComparison.OrdinalIgnoreCase)) Flush();
            if (!joins) text.Append(between);
            charset = word.Charset;
            run.AddRange(word.Bytes);
            at = plain = word.End;
        }

        Flush();
        return text.Append(value, plain, value.Length - plain).ToString();

        void Flush()
        {
            if (charset is not null) text.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(run), charset));
            run.Clear();
            charset = null;
        }
    }

    /// <param name="unended">Nothing after it ends any more: it is not worth looking again.</param>
    private static (string Charset, byte[] Bytes, int End)? Read(string value, int start, out bool unended)
    {
        unended = false;
        var afterCharset = Mark(value, start + 2);
        if (afterCharset < 0 || afterCharset + 2 >= value.Length || value[afterCharset + 2] != '?') return null;
        var content = afterCharset + 3;
        var end = value.IndexOf("?=", content, StringComparison.Ordinal);
        if (end < 0)
        {
            unended = true;
            return null;
        }

        // A language may follow the charset after an asterisk (RFC 2231).
        var charset = value[(start + 2)..afterCharset].Split('*')[0];
        var bytes = Encoding.Latin1.GetBytes(value[content..end]);
        return value[afterCharset + 1] switch
        {
            'Q' or 'q' => (charset, TransferEncoding.QuotedWord(bytes), end + 2),
            'B' or 'b' => (charset, TransferEncoding.Base64(bytes), end + 2),
            _ => null,
        };
    }

    private static int Mark(string value, int from)
    {
        for (var at = from; at < value.Length && at < from + CharsetLimit; at++)
        {
            if (value[at] == '?') return at == from ? -1 : at;
            if (value[at] <= ' ' || value[at] > '~') return -1;
        }

        return -1;
    }
}
