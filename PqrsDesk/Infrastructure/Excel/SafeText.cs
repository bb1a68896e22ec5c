using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Text that a person typed, made fit for a cell.</summary>
internal static partial class SafeText
{
    /// <summary>Excel's limit for one cell.</summary>
    public const int Longest = 32_767;

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not ('\t' or '\n')).Select(code => (char)code),
         .. Enumerable.Range(0xD800, 0x800).Select(code => (char)code), '\uFFFE', '\uFFFF']);

    /// <summary>Without what XML cannot carry, with one kind of line break, and no longer than a cell holds.</summary>
    public static string Clean(string text)
    {
        var clean = text.AsSpan().ContainsAny(Suspects) ? WithoutSuspects(text) : text;
        return Texts.Cut(clean, Longest);
    }

    /// <summary>As it must stand in the file: _x0041_ would be read as the letter A.</summary>
    public static string Escape(string text) =>
        text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? EscapeLike().Replace(text, "_x005F_") : text;

    /// <summary>True if a spreadsheet would take it for a formula when somebody edits or pastes it.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\n';

    private static string WithoutSuspects(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // An unpaired surrogate comes out of the enumeration as the replacement character.
            if (rune.Value is '\t' or '\n' or (>= 0x20 and not 0xFFFE and not 0xFFFF and not 0xFFFD))
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapeLike();
}
