using System.Text;

namespace PqrsDesk.Infrastructure.Mail.Mime;

/// <summary>Bytes to text, by the name a sender gives or, where that is wrong or unknown, by the best guess.</summary>
internal static class Charsets
{
    private const int NameLimit = 60;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = Windows1252();

    /// <summary>Names that senders use and no registry knows.</summary>
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["utf-8mb4"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["cp1252"] = "windows-1252",
        ["win-1252"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",

        // As browsers do: whoever says Latin-1 or ASCII and sends other bytes means these.
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["cp850"] = "ibm850",
        ["cp437"] = "ibm437",
    };

    public static string Decode(ReadOnlySpan<byte> bytes, string? name) => Named(name) switch
    {
        null => Guess(bytes),
        UTF8Encoding => Utf8(bytes),
        { CodePage: 1252 } => LooksLikeUtf8(bytes) ? Strict.GetString(bytes) : Western.GetString(bytes),
        var encoding => By(encoding, bytes),
    };

    /// <summary>Without a name, or with one that says nothing: UTF-8 where it can be, else the West's.</summary>
    public static string Guess(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes[3..]),
        [0xFF, 0xFE, ..] => By(Encoding.Unicode, bytes[2..]),
        [0xFE, 0xFF, ..] => By(Encoding.BigEndianUnicode, bytes[2..]),
        _ => Utf8(bytes),
    };

    private static Encoding Windows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(1252);
    }

    private static Encoding? Named(string? name)
    {
        name = name?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name) || name.Length > NameLimit) return null;
        try
        {
            return Encoding.GetEncoding(Aliases.GetValueOrDefault(name, name));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Where there are more broken letters than whole ones beyond ASCII, it was never UTF-8.</summary>
    private static string Utf8(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var (broken, whole) = (0, 0);
        foreach (var letter in text)
        {
            if (letter == '\uFFFD') broken++;
            else if (letter > 127) whole++;
        }

        return broken > whole ? Western.GetString(bytes) : text.TrimStart('\uFEFF');
    }

    /// <summary>Senders that say Latin-1 out of habit and write UTF-8: two bytes that happen to be one letter of it are never meant as two.</summary>
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes) =>
        bytes.ContainsAnyExceptInRange((byte)0, (byte)127) && System.Text.Unicode.Utf8.IsValid(bytes);

    private static string By(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            // Some of the stateful ones throw on what they cannot follow.
            return Western.GetString(bytes);
        }
    }
}
