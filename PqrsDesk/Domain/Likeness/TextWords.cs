using System.Globalization;
using System.Text;

namespace PqrsDesk.Domain.Likeness;

/// <summary>One word where it stands in its text, known by the hash of what is left of it without case and accents.</summary>
/// <param name="End">Behind its last sign.</param>
/// <param name="IsNumber">Three digits or more: an invoice, an account, a document.</param>
internal readonly record struct TextWord(int Start, int End, ulong Hash, bool IsNumber);

/// <summary>Reads texts as words without making a string of any: texts come in thousands, and may be long.</summary>
/// <remarks>The hashes are stored: how they are made must never change.</remarks>
internal static class TextWords
{
    private const int NumberDigits = 3;
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Letters of the languages that are written here, without their accents; of others only the case is folded.</summary>
    private static readonly char[] Plain = [.. Enumerable.Range(0, 0x2000).Select(sign => Fold((char)sign))];

    public static List<TextWord> Of(string? text)
    {
        var words = new List<TextWord>(text is null ? 0 : text.Length / 6 + 1);
        for (var at = 0; at < text?.Length;)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            words.Add(Word(text, at));
            at = words[^1].End;
        }

        return words;
    }

    /// <summary>The hash of words that follow one another.</summary>
    public static ulong Join(ReadOnlySpan<TextWord> words)
    {
        var hash = Offset;
        foreach (var word in words) hash = Mix(hash ^ word.Hash) * Prime;
        return Mix(hash);
    }

    /// <summary>Spreads every bit over all others (the finaliser of SplitMix64, Steele, Lea and Flood, 2014).</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }

    private static TextWord Word(string text, int start)
    {
        var (at, hash, digits) = (start, Offset, 0);
        for (; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsLetterOrDigit(sign))
            {
                if (char.IsAsciiDigit(sign)) digits++;
                hash = (hash ^ (sign < Plain.Length ? Plain[sign] : char.ToLowerInvariant(sign))) * Prime;
            }
            else if (!IsInside(text, at))
            {
                break;
            }
        }

        return new(start, at, Mix(hash), digits >= NumberDigits);
    }

    /// <summary>An accent that stands behind its letter, and the dots and commas of 1.250.000: they are no end of a word.</summary>
    private static bool IsInside(string text, int at) => text[at] is '.' or ','
        ? char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        : text[at] > 127 && CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark;

    private static char Fold(char sign) => char.ToLowerInvariant(sign < 128 ? sign : sign.ToString().Normalize(NormalizationForm.FormD)[0]);
}
