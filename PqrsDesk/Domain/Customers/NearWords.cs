namespace PqrsDesk.Domain.Customers;

/// <summary>Words that somebody may have meant who typed another: a letter wrong, missing, too many, or two exchanged.</summary>
public static class NearWords
{
    private const int LeastLetters = 4;
    private const int LeastBegun = 5;
    private const int LongWord = 8;

    /// <summary>Letters that are heard alike at the beginning of a name; in the middle of it any letter may be wrong.</summary>
    private static readonly string[] Alike = ["bvw", "csz", "kcq", "gj", "iy", "ly", "xj"];

    public static bool MayBeMistyped(string typed) => typed.Length >= LeastLetters;

    /// <summary>With which letters a word begins that may be meant. The h is silent.</summary>
    public static IEnumerable<char> FirstLetters(string typed) =>
        Alike.Where(letters => letters.Contains(typed[0])).SelectMany(letters => letters)
            .Concat(typed[0] == 'h' ? [typed[1]] : "aeiou".Contains(typed[0]) ? ['h'] : [])
            .Prepend(typed[0]).Distinct();

    /// <summary>How far the word is from what was typed, which may be only its beginning; null when it is not near.</summary>
    public static int? Distance(string typed, string word)
    {
        var most = typed.Length < LeastLetters ? 0 : typed.Length < LongWord ? 1 : 2;
        if (word.Length < typed.Length - most) return null;
        var (whole, begun) = Distances(typed, word);
        var least = typed.Length >= LeastBegun ? Math.Min(whole, begun) : whole;
        return least <= most ? least : null;
    }

    /// <summary>Edits from what was typed to the word, and to whichever beginning of it is nearest.</summary>
    private static (int Whole, int Begun) Distances(string typed, string word)
    {
        var width = Math.Min(word.Length, typed.Length + 2) + 1;
        var (before, last, row) = (new int[width], new int[width], new int[width]);
        for (var at = 0; at < width; at++) last[at] = at;
        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j < width; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            (before, last, row) = (last, row, before);
        }

        return (last[width - 1] + word.Length - (width - 1), last.Min());
    }
}
