using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>A term of a <see cref="KeywordRule"/>, read: words that stand side by side, each whole or only begun.</summary>
/// <param name="Words">Folded; with how it was written whether longer words that begin so are meant too.</param>
public sealed record Phrase(IReadOnlyList<(string Word, bool Begun)> Words)
{
    public const int MostWords = 8;

    /// <summary>A shorter beginning would be the beginning of half the dictionary.</summary>
    public const int LeastLetters = 3;

    private const char Star = '*';

    /// <returns>Null when there is no word in it, or too many, or a beginning that is too short.</returns>
    public static Phrase? Read(string? typed)
    {
        var words = new List<(string, bool)>();
        foreach (var part in (typed ?? "").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries))
        {
            var found = SearchedWords.Split(part).ToList();
            var begun = part[^1] == Star;
            if (begun && (found.Count == 0 || found[^1].Length < LeastLetters)) return null;
            for (var at = 0; at < found.Count; at++) words.Add((found[at], begun && at == found.Count - 1));
        }

        return words.Count is 0 or > MostWords ? null : new(words);
    }
}
