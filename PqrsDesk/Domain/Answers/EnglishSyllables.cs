namespace PqrsDesk.Domain.Answers;

/// <summary>Counts the syllables of an English word, as nearly as can be without a dictionary.</summary>
/// <remarks>Runs of vowels, less a silent e at the end; right for about nine words in ten, which is enough for a mean.</remarks>
public static class EnglishSyllables
{
    /// <returns>At least 1.</returns>
    public static int Of(ReadOnlySpan<char> word)
    {
        var (count, before) = (0, false);
        foreach (var letter in word)
        {
            var vowel = IsVowel(char.ToLowerInvariant(letter));
            if (vowel && !before) count++;
            before = vowel;
        }

        if (Ends(word, "e"))
        {
            if (IsMute(word)) count--;
        }
        else if (word.Length > 3 && (Ends(word, "ed") || Ends(word, "es")) && !IsSounded(word)) count--;
        return Math.Max(count, 1);
    }

    /// <summary>make, but neither table nor coffee.</summary>
    private static bool IsMute(ReadOnlySpan<char> word) =>
        word.Length > 2 && !IsVowel(char.ToLowerInvariant(word[^2])) && !(Ends(word, "le") && !IsVowel(char.ToLowerInvariant(word[^3])));

    /// <summary>wanted, boxes: the e of the ending is heard.</summary>
    private static bool IsSounded(ReadOnlySpan<char> word)
    {
        var last = char.ToLowerInvariant(word[^3]);
        return Ends(word, "ed") ? last is 't' or 'd' || IsVowel(last) : last is 's' or 'x' or 'z' or 'c' or 'g' or 'h' || IsVowel(last);
    }

    private static bool Ends(ReadOnlySpan<char> word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
