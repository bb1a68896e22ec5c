using System.Globalization;
using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>A header with parameters: <c>attachment; filename*=UTF-8''petici%C3%B3n.pdf</c> (RFC 2045 and 2231).</summary>
/// <param name="Value">In lower case.</param>
internal sealed record ContentField(string Value, IReadOnlyDictionary<string, string> Parameters)
{
    public static ContentField Empty { get; } = new("", new Dictionary<string, string>());

    public string? Parameter(string name) => Parameters.GetValueOrDefault(name);

    public static ContentField Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return Empty;
        var pieces = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = header.IndexOf(';');
        var value = (at < 0 ? header : header[..at]).Trim().ToLowerInvariant();
        while (at >= 0 && at < header.Length && pieces.Count < MimeLimits.Pieces)
        {
            at++;
            var name = Token(header, ref at, "=;");
            if (at >= header.Length || header[at] != '=')
            {
                continue;
            }

            at++;
            var given = Given(header, ref at);
            if (name.Length > 0) pieces.TryAdd(name, given);
        }

        return new(value, Joined(pieces));
    }

    private static string Token(string header, ref int at, string until)
    {
        var start = at;
        while (at < header.Length && !until.Contains(header[at])) at++;
        return header[start..at].Trim();
    }

    /// <summary>Up to the next semicolon that stands in no quotes.</summary>
    private static string Given(string header, ref int at)
    {
        while (at < header.Length && header[at] is ' ' or '\t') at++;
        if (at >= header.Length || header[at] != '"') return Token(header, ref at, ";");
        var value = new StringBuilder();
        for (at++; at < header.Length && header[at] != '"'; at++)
        {
            // Windows paths in names: a backslash that escapes nothing is itself.
            if (header[at] == '\\' && at + 1 < header.Length && header[at + 1] is '"' or '\\') at++;
            value.Append(header[at]);
        }

        Token(header, ref at, ";");
        return value.ToString();
    }

    private static Dictionary<string, string> Joined(Dictionary<string, string> pieces)
    {
        var whole = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in pieces)
            if (!name.Contains('*')) whole[name] = EncodedWords.Decode(value);

        // What says its charset has the say over what does not: it is there for those that cannot read it.
        foreach (var split in pieces.Where(piece => piece.Key.Contains('*')).Select(piece => (Piece: Numbered(piece.Key), piece.Value)).GroupBy(piece => piece.Piece.Name, StringComparer.OrdinalIgnoreCase))
            whole[split.Key] = Extended([.. split.OrderBy(piece => piece.Piece.Place).Select(piece => (piece.Piece.Coded, piece.Value))]);
        return whole;
    }

    /// <summary>Of <c>name*2*</c>: the name, 2, and that it is percent-coded. A <c>name*</c> alone is the whole, and coded.</summary>
    private static (string Name, int Place, bool Coded) Numbered(string key)
    {
        var parts = key.Split('*');
        return int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? (parts[0], place, parts.Length > 2)
            : (parts[0], 0, true);
    }

    private static string Extended(List<(bool Coded, string Value)> pieces)
    {
        string? charset = null;
        if (pieces[0] is { Coded: true } first && first.Value.Split('\'', 3) is [var named, _, var rest])
        {
            charset = named;
            pieces[0] = (true, rest);
        }

        var bytes = new List<byte>();
        foreach (var (coded, value) in pieces) bytes.AddRange(coded ? Percent(value) : Encoding.UTF8.GetBytes(value));
        return Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes), charset);
    }

    private static byte[] Percent(string value)
    {
        var (bytes, raw) = (new List<byte>(value.Length), Encoding.UTF8.GetBytes(value));
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '%' && at + 2 < raw.Length && TransferEncoding.Hex(raw[at + 1]) is >= 0 and var high && TransferEncoding.Hex(raw[at + 2]) is >= 0 and var low)
            {
                bytes.Add((byte)(high << 4 | low));
                at += 2;
            }
            else
            {
                bytes.Add(raw[at]);
            }
        }

        return [.. bytes];
    }
}
