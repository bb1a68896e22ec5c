using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Lexemes that must all be there, and the beginning of one more.</summary>
/// <remarks>
/// A lexeme is a word of the ticket; behind <see cref="Lexeme.Head"/>, a word of its radicado, subject or petitioner;
/// behind <see cref="Lexeme.Sequence"/>, the number of its radicado. No mark is a letter or a digit, so that no word is
/// taken for one.
/// </remarks>
public sealed record Wanted(IReadOnlyList<string> Lexemes, string? Begun);

/// <summary>The marks that lexemes begin with.</summary>
public static class Lexeme
{
    public const char Head = '¶';
    public const char Sequence = '№';

    /// <summary>Whether the list of words has it: numbers would fill the list, and each of them is in few tickets.</summary>
    public static bool IsListed(string lexeme) => lexeme.Any(sign => !char.IsAsciiDigit(sign) && sign is not (Head or Sequence));
}

/// <summary>Tickets that are found in one way and not in a better one.</summary>
public sealed record SearchTier(Wanted Wanted, IReadOnlyList<Wanted> Better)
{
    /// <summary>
    /// The order of the results. Within a tier the newest come first, which both indexes give as they stand: nothing is
    /// scored, so that a word of two hundred thousand tickets costs what its first page costs.
    /// </summary>
    /// <remarks>The number of the radicado; whole words of the head; whole words anywhere; then, begun words of the head, and anywhere.</remarks>
    public static IReadOnlyList<SearchTier> Of(WordQuery query)
    {
        var tiers = new List<SearchTier>();
        if (query.IsEmpty) return tiers;
        var inHead = new Wanted(Marked(query.Words), null);
        var anywhere = new Wanted(query.Words, null);
        Wanted[] numbered = query.Sequence is { } sequence ? [new([.. Marked(query.Words), $"{Lexeme.Sequence}{sequence}"], null)] : [];
        tiers.AddRange(numbered.Select(wanted => new SearchTier(wanted, [])));
        tiers.Add(new(inHead, numbered));
        tiers.Add(new(anywhere, [.. numbered, inHead]));
        if (query.Begun is { } begun)
        {
            var begunInHead = new Wanted(Marked(query.Before), Lexeme.Head + begun);
            tiers.Add(new(begunInHead, [.. numbered, anywhere]));
            tiers.Add(new(Anywhere(query), [.. numbered, anywhere, begunInHead]));
        }

        return tiers;
    }

    /// <summary>All that is found, in whatever way.</summary>
    public static Wanted Anywhere(WordQuery query) => query.Begun is { } begun ? new([.. query.Before], begun) : new(query.Words, null);

    private static List<string> Marked(IEnumerable<string> words) => [.. words.Select(word => Lexeme.Head + word)];
}
