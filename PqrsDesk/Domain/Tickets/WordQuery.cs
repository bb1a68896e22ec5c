namespace PqrsDesk.Domain.Tickets;

/// <summary>What somebody typed to find tickets: all of its words must be there, and the last one may be only begun.</summary>
/// <remarks>There are no operators: quotes, hyphens, asterisks and the like only stand between words.</remarks>
/// <param name="Words">Folded, each once, in the order of typing; empty when nothing typed is a word.</param>
/// <param name="Begun">The last word, when tickets with longer words that begin so are meant too.</param>
public sealed record WordQuery(IReadOnlyList<string> Words, string? Begun)
{
    /// <summary>Characters that are looked at.</summary>
    public const int TextLimit = 200;

    /// <summary>One letter alone is a word of its own ("a", "y"), not the beginning of half the dictionary.</summary>
    private const int LeastLetters = 2;

    public bool IsEmpty => Words.Count == 0;

    /// <summary>The words before the last.</summary>
    public IEnumerable<string> Before => Words.Take(Words.Count - 1);

    /// <summary>The last word as the number of a radicado; null when it is none.</summary>
    public string? Sequence => Words is [.., var last] && last.All(char.IsAsciiDigit) ? SearchedWords.Said(last) : null;

    public static WordQuery Read(string? text)
    {
        var typed = SearchedWords.Split(Texts.Cut(text ?? "", TextLimit)).ToList();
        if (typed.Count == 0) return new([], null);
        var last = typed[^1];

        // Typed twice is typed once; the last keeps its place, for it is the one that may go on.
        var words = typed.Distinct(StringComparer.Ordinal).Where(word => word != last).Append(last).ToList();
        return new(words, last.Length >= LeastLetters ? last : null);
    }

    /// <summary>Whether a ticket is found by it, as the indexes find it. Nothing is found by no words.</summary>
    public bool Matches(SearchedWords ticket)
    {
        if (IsEmpty) return false;
        return Before.All(Has) && (Begun is null ? Has(Words[^1]) : ticket.Head.Concat(ticket.Body).Any(word => word.StartsWith(Begun, StringComparison.Ordinal)));

        bool Has(string word) => ticket.Head.Contains(word) || ticket.Body.Contains(word);
    }

    public bool Equals(WordQuery? other) => other is not null && Begun == other.Begun && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => Words.Aggregate(0, HashCode.Combine);
}
