using System.Globalization;
using System.Text;

namespace PqrsDesk.Domain.Together;

/// <summary>A text without what does not matter (case, accents, signs that nobody sees), and where each letter that is left stands in it.</summary>
/// <param name="Places">Of each letter, and then the end of the text.</param>
internal sealed record FoldedText(string Letters, IReadOnlyList<int> Places)
{
    public static FoldedText Of(string text)
    {
        var (letters, places) = (new StringBuilder(text.Length), new List<int>(text.Length + 1));
        for (var at = 0; at < text.Length;)
        {
            // Half of a character is no letter.
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            foreach (var letter in whole ? Fold(rune) : "")
            {
                letters.Append(letter);
                places.Add(at);
            }

            at += whole ? rune.Utf16SequenceLength : 1;
        }

        places.Add(text.Length);
        return new(letters.ToString(), places);
    }

    private static string Fold(Rune rune)
    {
        // A name goes over no end of a line.
        if (rune.Value is '\n' or '\r') return "\n";
        if (Rune.IsWhiteSpace(rune)) return " ";
        if (rune.IsAscii) return Rune.IsControl(rune) ? "" : char.ToLowerInvariant((char)rune.Value).ToString();
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark) return "";
        return string.Concat(rune.ToString().Normalize(NormalizationForm.FormD).Where(part => CharUnicodeInfo.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark).Select(char.ToLowerInvariant));
    }
}
