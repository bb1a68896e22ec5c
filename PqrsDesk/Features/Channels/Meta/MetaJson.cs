using System.Globalization;
using System.Text;
using System.Text.Json;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail.Mime;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Looks into JSON that may be anything: what is not there, or is something else, is null.</summary>
internal static class MetaJson
{
    private const int WordLimit = 300;
    private static readonly DateTimeOffset Earliest = new(2004, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static JsonElement? Part(this JsonElement? of, string name)
    {
        try
        {
            return of is { ValueKind: JsonValueKind.Object } whole && whole.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null ? part : null;
        }
        catch (InvalidOperationException)
        {
            // Half a character in a name.
            return null;
        }
    }

    public static IEnumerable<JsonElement?> List(this JsonElement? of, string name) =>
        of.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().Select(each => (JsonElement?)each) : [];

    public static bool Is(this JsonElement? of, string name) => of.Part(name) is { ValueKind: JsonValueKind.True };

    /// <summary>One line, of what may also be a number.</summary>
    public static string? Word(this JsonElement? of, string name, int most = WordLimit) => of.Part(name).Word(most);

    public static string? Word(this JsonElement? word, int most) =>
        word switch
        {
            { ValueKind: JsonValueKind.String } text => NullIfEmpty(Texts.Cut(MailText.Line(Text(text)), most)),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText() is { Length: <= 40 } digits ? digits : null,
            _ => null,
        };

    /// <summary>Whole, or not at all: what is cut is another address.</summary>
    public static string? Address(this JsonElement? of, string name, int most) =>
        of.Part(name) is { ValueKind: JsonValueKind.String } word && Text(word) is { Length: > 0 } address && address.Length <= most ? address : null;

    public static string? Words(this JsonElement? of, string name) =>
        of.Part(name) is { ValueKind: JsonValueKind.String } text ? NullIfEmpty(MailText.Clean(Text(text)).Trim()) : null;

    public static int Number(this JsonElement? of, string name) =>
        int.TryParse(of.Word(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>Seconds or milliseconds since 1970, as a number or as text.</summary>
    public static DateTimeOffset? Instant(this JsonElement? of, string name)
    {
        if (!long.TryParse(of.Word(name), NumberStyles.None, CultureInfo.InvariantCulture, out var since)) return null;
        var milliseconds = since > 100_000_000_000 ? since : since * 1_000;
        return milliseconds >= Earliest.ToUnixTimeMilliseconds() && milliseconds < Latest.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    private static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a character: the rest of what somebody wrote is worth keeping.
            return Unescaped(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    private static string Unescaped(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            var sign = raw[++at];
            if (sign == 'u')
            {
                text.Append((char)int.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => sign });
            }
        }

        // What reads it cleans it of halves.
        return text.ToString();
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
