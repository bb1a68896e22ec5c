namespace PqrsDesk.Domain.Answers;

/// <summary>What may stand in the way of whoever reads an answer.</summary>
public enum ClarityKind
{
    /// <summary>A placeholder that nothing was put into.</summary>
    Placeholder = 1,
    NoGreeting,
    NoThanks,

    /// <summary>A question of the petitioner's that the answer has no word of.</summary>
    Unanswered,

    /// <summary>The regime of the case gives the petitioner means against the answer, and it names none.</summary>
    NoAppeals,
    Jargon,
    LongSentence,
    Shouting,
    HardToRead,
    LongAnswer,
}

/// <summary>One piece of advice. Nothing is ever refused for it.</summary>
/// <param name="Start">Of the place in the answer; -1: it is about the whole, or about the petitioner's text.</param>
/// <param name="Quote">The words that it is about.</param>
/// <param name="Instead">What can be said in their place.</param>
/// <param name="Count">Words of a sentence or of the answer, or how often a term stands there.</param>
public sealed record ClarityAdvice(ClarityKind Kind, int Start = -1, int Length = 0, string? Quote = null, string? Instead = null, int Count = 0);

/// <summary>How an answer reads.</summary>
/// <param name="LongestSentence">In words.</param>
/// <param name="Ease">Null: it is too short to tell.</param>
/// <param name="Advice">The gravest first.</param>
public sealed record ClarityReport(int Words, int Sentences, int LongestSentence, ReadingEase? Ease, bool English, IReadOnlyList<ClarityAdvice> Advice)
{
    public static ClarityReport Empty { get; } = new(0, 0, 0, null, false, []);
}
