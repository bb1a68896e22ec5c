using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>The headers of a message or of a part of it, unfolded and not yet decoded.</summary>
internal sealed class MailHeaders
{
    private readonly List<(string Name, string Value)> _all = [];

    public static MailHeaders None { get; } = new();

    public int Count => _all.Count;

    /// <summary>The first of that name: where a header stands twice, the second was put there by somebody else.</summary>
    public string? First(string name) => _all.Find(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IEnumerable<string> Each(string name) => _all.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);

    public bool Has(string name) => First(name) is not null;

    /// <summary>Its words, whatever they were wrapped in.</summary>
    public string? Text(string name) => First(name) is { } value ? EncodedWords.Decode(value) : null;

    /// <returns>The headers, and what comes after them.</returns>
    public static (MailHeaders Headers, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> message)
    {
        var (headers, value, name, bytes) = (new MailHeaders(), new List<byte>(), (string?)null, 0);
        for (var first = true; message.Length > 0; first = false)
        {
            var end = message.Span.IndexOf((byte)'\n');
            var whole = end < 0 ? message : message[..(end + 1)];
            var line = whole.Span.TrimEnd("\r\n"u8);
            if (line.Length == 0)
            {
                message = message[whole.Length..];
                break;
            }

            var folded = line[0] is (byte)' ' or (byte)'\t';
            if (folded && line.Trim(" \t"u8).IsEmpty)
            {
                // Nothing but blanks: some senders mean the end by it, others fold an empty line.
                message = message[whole.Length..];
                continue;
            }

            var colon = folded ? -1 : line.IndexOf((byte)':');
            var named = !folded && colon > 0 && IsName(line[..colon].TrimEnd(" \t"u8));

            // The first line of an mbox; and a line that is no header is the first of a body whose empty line is missing.
            if (!folded && !named && !(first && line.StartsWith("From "u8))) break;
            message = message[whole.Length..];
            if ((bytes += line.Length) > MimeLimits.HeaderBytes || headers._all.Count >= MimeLimits.HeaderLines) continue;
            if (named)
            {
                headers.Keep(name, value);
                (name, value) = (Encoding.ASCII.GetString(line[..colon].TrimEnd(" \t"u8)), [.. line[(colon + 1)..]]);
            }
            else if (folded && name is not null)
            {
                value.AddRange(line);
            }
        }

        headers.Keep(name, value);
        return (headers, message);
    }

    private void Keep(string? name, List<byte> value)
    {
        if (name is not null) _all.Add((name, Charsets.Guess(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(value)).Trim()));
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name.Length > 0 && !name.ContainsAnyExceptInRange((byte)33, (byte)126);
}
