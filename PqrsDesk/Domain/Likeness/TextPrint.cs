namespace PqrsDesk.Domain.Likeness;

/// <summary>
/// What of a text is compared: the set of its shingles, pairs of words that follow one another, without case, accents and
/// courtesies. A text that is too short for pairs to mean anything is compared as a whole: it is the same, or it is not.
/// </summary>
/// <remarks>
/// A. Broder, "On the resemblance and containment of documents", 1997: resemblance is the share that two texts have in common
/// of all shingles of both; containment, the share of one text's shingles that the other has too. With pairs, a word that is
/// written wrong costs two shingles of some forty.
/// </remarks>
public sealed class TextPrint
{
    private const int Width = 2;

    /// <summary>Below it a text is short.</summary>
    private const int LeastWords = 6;

    /// <summary>Fewer words than these say nothing together: "No funciona", "Solicitud de información".</summary>
    private const int LeastTelling = 4;

    /// <summary>Pairs of a text that may be found inside a longer one; a shorter one might be a turn of speech.</summary>
    private const int LeastContained = 12;
    private const double Longer = 1.5;

    /// <summary>Almost all of it: else the two are told apart by their resemblance alone.</summary>
    private const double Containing = 0.8;

    /// <summary>That the rest of the longer text says more counts a little.</summary>
    private const double ContainedWeight = 0.9;

    private readonly ulong[] _shingles;
    private readonly ulong[] _numbers;

    private TextPrint(ulong[] shingles, ulong[] numbers, int words) => (_shingles, _numbers, Words) = (shingles, numbers, words);

    /// <summary>Of the text without its courtesies.</summary>
    public int Words { get; }

    public bool IsShort => Words < LeastWords;

    /// <summary>Whether texts that are the same may be taken together, whoever wrote them.</summary>
    public bool IsTelling => Words >= LeastTelling;

    internal ReadOnlySpan<ulong> Shingles => _shingles;

    public static TextPrint Of(string? text)
    {
        var words = Courtesies.Without(TextWords.Of(text));
        var numbers = new HashSet<ulong>();
        foreach (var word in words)
            if (word.IsNumber) numbers.Add(word.Hash);
        ulong[] sorted = [.. numbers];
        Array.Sort(sorted);
        return new(words.Length < LeastWords ? Whole(words) : Pairs(words), sorted, words.Length);
    }

    /// <summary>Of a filing: what it says; where that is little, with its subject.</summary>
    public static TextPrint Of(string? subject, string? description) =>
        Of(description) is { IsShort: false } print ? print : Of($"{subject}\n{description}");

    /// <summary>How much the two texts have in common, from 0 to 1.</summary>
    public TextLikeness With(TextPrint other)
    {
        if (_shingles.Length == 0 || other._shingles.Length == 0) return new(0, false, false);
        var shared = Shared(_shingles, other._shingles);
        var (least, most) = (Math.Min(_shingles.Length, other._shingles.Length), Math.Max(_shingles.Length, other._shingles.Length));
        var resemblance = (double)shared / (least + most - shared);
        var apart = NumbersApart(other);
        if (IsShort || other.IsShort) return new(resemblance < 1 ? 0 : 1, false, apart);
        var containment = (double)shared / least;
        return least >= LeastContained && most >= least * Longer && containment >= Containing
            ? new(Math.Max(resemblance, containment * ContainedWeight), true, apart)
            : new(resemblance, false, apart);
    }

    /// <summary>Each has a number that the other has not: alike as they read, they may be about two invoices.</summary>
    private bool NumbersApart(TextPrint other)
    {
        var shared = Shared(_numbers, other._numbers);
        return shared < _numbers.Length && shared < other._numbers.Length;
    }

    private static ulong[] Whole(ReadOnlySpan<TextWord> words) => words.Length == 0 ? [] : [TextWords.Join(words)];

    private static ulong[] Pairs(ReadOnlySpan<TextWord> words)
    {
        var pairs = new ulong[words.Length - Width + 1];
        for (var at = 0; at < pairs.Length; at++) pairs[at] = TextWords.Join(words.Slice(at, Width));
        Array.Sort(pairs);
        var kept = 0;
        foreach (var pair in pairs)
            if (kept == 0 || pairs[kept - 1] != pair) pairs[kept++] = pair;
        return pairs[..kept];
    }

    /// <summary>How many both have of two sorted lists.</summary>
    private static int Shared(ulong[] one, ulong[] other)
    {
        var (shared, i, j) = (0, 0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (one[i] == other[j]) shared++;
            var (first, second) = (one[i], other[j]);
            if (first <= second) i++;
            if (second <= first) j++;
        }

        return shared;
    }
}

/// <param name="Share">From 0 to 1; of short texts one or the other.</param>
/// <param name="Contained">The one is found inside the other, which says more.</param>
/// <param name="NumbersApart">Each has a number that the other has not.</param>
public readonly record struct TextLikeness(double Share, bool Contained, bool NumbersApart);
