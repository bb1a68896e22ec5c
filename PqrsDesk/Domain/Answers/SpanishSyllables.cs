namespace PqrsDesk.Domain.Answers;

/// <summary>Counts the syllables of a Spanish word.</summary>
/// <remarks>
/// By the rules of the Ortografía of the Real Academia (2010, ch. II, 2.2): two open vowels are a hiatus (<c>a-é-re-o</c>), as
/// are an open one and a closed one that bears the accent (<c>pa-ís</c>), and a closed one that is doubled
/// (<c>chi-i-ta</c>); every other two or three are one syllable (<c>cau-sa</c>, <c>ciu-dad</c>, <c>a-ve-ri-guáis</c>).
/// An h between them changes nothing (<c>prohi-bir</c>, <c>bú-ho</c>).
/// </remarks>
public static class SpanishSyllables
{
    /// <returns>At least 1, also for what has no vowel.</returns>
    public static int Of(ReadOnlySpan<char> word)
    {
        var count = 0;
        var before = Sound.None;
        var (open, last) = (false, '\0');
        for (var at = 0; at < word.Length; at++)
        {
            var letter = char.ToLowerInvariant(word[at]);
            if (letter == 'h' && before != Sound.None) continue;
            var sound = IsSilent(word, at, letter) ? Sound.None : SoundOf(word, at, letter);
            if (sound == Sound.None)
            {
                // A silent u stands between consonant and vowel: nothing of the vowels before is left anyway.
                (before, open) = (Sound.None, false);
                continue;
            }

            if (before == Sound.None || Parts(before, sound, open, letter == last))
            {
                count++;
                open = false;
            }

            open |= sound == Sound.Open;
            (before, last) = (sound, letter);
        }

        return Math.Max(count, 1);
    }

    private enum Sound
    {
        None,
        Open,
        Closed,

        /// <summary>Closed, and bears the accent.</summary>
        Stressed,
    }

    private static bool Parts(Sound before, Sound sound, bool open, bool same) => (before, sound) switch
    {
        (_, Sound.Open) when open => true,
        (Sound.Stressed, Sound.Open) or (Sound.Open, Sound.Stressed) => true,
        (Sound.Closed, Sound.Closed) => same,
        _ => false,
    };

    private static Sound SoundOf(ReadOnlySpan<char> word, int at, char letter) => letter switch
    {
        'a' or 'e' or 'o' or 'á' or 'é' or 'ó' or 'à' or 'è' or 'ò' or 'â' or 'ê' or 'ô' or 'ä' or 'ö' => Sound.Open,
        'i' or 'u' or 'ü' or 'ï' => Sound.Closed,
        'í' or 'ú' => Sound.Stressed,

        // At the end, before a consonant, and alone: muy, Reynaldo, y.
        'y' => at + 1 == word.Length || !IsVowel(char.ToLowerInvariant(word[at + 1])) ? Sound.Closed : Sound.None,
        _ => Sound.None,
    };

    /// <summary>The u of que, quien, guerra and guiso. The one of agüero and of guapo sounds.</summary>
    private static bool IsSilent(ReadOnlySpan<char> word, int at, char letter)
    {
        if (letter != 'u' || at == 0 || at + 1 == word.Length) return false;
        var (left, right) = (char.ToLowerInvariant(word[at - 1]), char.ToLowerInvariant(word[at + 1]));
        return left is 'q' or 'g' && right is 'e' or 'é' or 'i' or 'í';
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'á' or 'é' or 'í' or 'ó' or 'ú' or 'ü';
}
