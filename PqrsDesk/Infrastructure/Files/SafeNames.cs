using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Files;

/// <summary>Names as any machine can write them to a folder: what a stranger called a file is never a path.</summary>
public static class SafeNames
{
    /// <summary>Letters of one, with its ending: beyond some two hundred bytes an archive is not unpacked everywhere.</summary>
    public const int Longest = 80;
    private const int LongestEnding = 12;
    private const string Forbidden = "<>:\"/\\|?*";

    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>Letters of every script stay; what separates folders, cannot be seen, or turns the reading around does not.</summary>
    /// <param name="otherwise">What it is called when nothing is left.</param>
    public static string Of(string? name, string otherwise)
    {
        var kept = new StringBuilder();
        foreach (var letter in (name ?? "").EnumerateRunes())
        {
            if (letter == Rune.ReplacementChar || Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) continue;
            kept.Append(letter.Value < 128 && Forbidden.Contains((char)letter.Value, StringComparison.Ordinal) ? "_" : letter.ToString());
        }

        // A dot or a blank at either end is lost on one system, and hides the file on another.
        var whole = kept.ToString().Trim('.', ' ', '\u00A0');
        if (whole.Length > Longest) whole = Shortened(whole);
        if (whole.Length == 0) return otherwise;
        return Devices.Contains(whole.Split('.')[0]) ? $"_{whole}" : whole;
    }

    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        return Texts.Cut(name, Longest - ending.Length).TrimEnd('.', ' ') + ending;
    }
}
