using System.Text;

namespace PqrsDesk.Features.Channels.Meta;

/// <summary>Cuts a text that is longer than a network takes, where a reader would: between paragraphs, lines, words, and only then anywhere.</summary>
public static class TextPieces
{
    /// <param name="most">Of each piece, as <paramref name="measure"/> counts.</param>
    public static IReadOnlyList<string> Of(string text, int most, Func<Rune, int> measure)
    {
        var pieces = new List<string>();
        for (var rest = text.Trim(); rest.Length > 0;)
        {
            var fits = Fitting(rest, most, measure);
            var cut = fits == rest.Length ? fits : CutOf(rest, fits);
            var piece = rest[..cut].TrimEnd();
            if (piece.Length > 0) pieces.Add(piece);
            rest = rest[cut..].TrimStart();
        }

        return pieces;
    }

    /// <summary>How many signs from the start fit: one character at least, and never half of one.</summary>
    private static int Fitting(string text, int most, Func<Rune, int> measure)
    {
        var (used, at) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            used += measure(rune);
            if (used > most && at > 0) return at;
            at += rune.Utf16SequenceLength;
        }

        return text.Length;
    }

    /// <summary>Between lines and sentences not in the first half: a piece of one line and then another of nearly all would be no better.</summary>
    private static int CutOf(string text, int fits)
    {
        foreach (var between in (ReadOnlySpan<string>)["\n\n", "\n", ". ", " "])
        {
            // What begins right behind the last sign that fits is as good.
            var found = text.LastIndexOf(between, Math.Min(fits + between.Length, text.Length) - 1, StringComparison.Ordinal);
            var cut = found + (between is ". " ? 1 : 0);
            if (cut > 0 && cut <= fits && (between == " " || found >= fits / 2)) return cut;
        }

        return fits;
    }
}
