using System.Text.RegularExpressions;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>What an answer is held against.</summary>
/// <param name="Asked">What the petitioner wrote; null: it is not compared.</param>
/// <param name="AppealsOwed">Whether the regime gives means against the answer that it has to name.</param>
public sealed record ClarityFacts(string? Asked, bool AppealsOwed, JargonList Jargon);

/// <summary>Reads an answer as its petitioner will, and says what may stand in the way. It advises and never blocks.</summary>
public static partial class Clarity
{
    /// <summary>In words. The usual advice for plain Spanish is 20 to 25 on the average; more than this loses the reader.</summary>
    public const int LongSentence = 35;
    public const int LongAnswer = 450;

    /// <summary>Words in capitals side by side.</summary>
    private const int ShoutedWords = 3;
    private const int ShoutedLetters = 3;
    private const int QuoteLimit = 90;

    /// <summary>Of each kind: who is told twenty things does none.</summary>
    private const int MostOfKind = 5;

    public static ClarityReport Read(string answer, ClarityFacts facts)
    {
        var prose = Prose.Of(answer);
        if (prose.Words.Count == 0) return ClarityReport.Empty;
        var english = IsEnglish(prose);
        var ease = ReadingEase.Of(prose, english);
        List<ClarityAdvice> advice = [.. Placeholders(answer)];
        if (!Courtesy.Greets(prose)) advice.Add(new(ClarityKind.NoGreeting));
        if (!Courtesy.Thanks(prose)) advice.Add(new(ClarityKind.NoThanks));
        if (facts.Asked is { } asked) advice.AddRange(Questions.Unaddressed(asked, prose).Take(MostOfKind).Select(question => new ClarityAdvice(ClarityKind.Unanswered, Quote: Short(question))));
        if (facts.AppealsOwed && !NamesAppeals(prose)) advice.Add(new(ClarityKind.NoAppeals));
        advice.AddRange(Jargon(prose, facts.Jargon));
        advice.AddRange(LongSentences(prose));
        advice.AddRange(Shouting(prose));
        if (ease is { Level: EaseLevel.VeryHard }) advice.Add(new(ClarityKind.HardToRead));
        if (prose.Words.Count > LongAnswer) advice.Add(new(ClarityKind.LongAnswer, Count: prose.Words.Count));
        return new(prose.Words.Count, prose.Sentences.Count, prose.Sentences.Max(sentence => sentence.Words), ease, english, advice);
    }

    private static IEnumerable<ClarityAdvice> Placeholders(string answer) =>
        Placeholder().Matches(answer).Take(MostOfKind).Select(found => new ClarityAdvice(ClarityKind.Placeholder, found.Index, found.Length, found.Value));

    /// <summary>A term once, where it first stands.</summary>
    private static IEnumerable<ClarityAdvice> Jargon(Prose prose, JargonList list) => list.In(prose)
        .GroupBy(hit => hit.Plain + "\n" + Tickets.Ticket.Fold(prose.Text.Substring(hit.Start, hit.Length)))
        .Take(2 * MostOfKind)
        .Select(group => (First: group.First(), Count: group.Count()))
        .Select(term => new ClarityAdvice(ClarityKind.Jargon, term.First.Start, term.First.Length, Short(prose.Text.Substring(term.First.Start, term.First.Length)), term.First.Plain, term.Count));

    private static IEnumerable<ClarityAdvice> LongSentences(Prose prose) => prose.Sentences
        .Where(sentence => sentence.Words > LongSentence).OrderByDescending(sentence => sentence.Words).Take(MostOfKind).OrderBy(sentence => sentence.Start)
        .Select(sentence => new ClarityAdvice(ClarityKind.LongSentence, sentence.Start, sentence.Length, Short(prose.Text.Substring(sentence.Start, sentence.Length)), Count: sentence.Words));

    /// <summary>Initials and the names of entities are one or two words in capitals; three are a raised voice.</summary>
    private static IEnumerable<ClarityAdvice> Shouting(Prose prose)
    {
        var (first, found) = (-1, 0);
        for (var at = 0; at <= prose.Words.Count && found < MostOfKind; at++)
        {
            if (at < prose.Words.Count && IsShouted(prose, at))
            {
                if (first < 0) first = at;
                continue;
            }

            if (first >= 0 && at - first >= ShoutedWords)
            {
                found++;
                var (from, last) = (prose.Words[first].Start, prose.Words[at - 1]);
                yield return new(ClarityKind.Shouting, from, last.Start + last.Length - from, Short(prose.Text[from..(last.Start + last.Length)]));
            }

            first = -1;
        }
    }

    private static bool IsShouted(Prose prose, int at)
    {
        var word = prose.Words[at];
        if (word.Length < ShoutedLetters) return false;
        foreach (var letter in prose.Text.AsSpan(word.Start, word.Length))
            if (!char.IsUpper(letter)) return false;
        return true;
    }

    private static bool NamesAppeals(Prose prose)
    {
        foreach (var word in prose.Words)
            if (word.Folded is "recurso" or "recursos" or "reposicion" or "apelacion" or "appeal" or "appeals" or "reconsideration") return true;
        return false;
    }

    /// <summary>By the small words, which no text is without.</summary>
    internal static bool IsEnglish(Prose prose)
    {
        var (english, spanish) = (0, 0);
        foreach (var word in prose.Words)
        {
            if (word.Folded is "the" or "of" or "and" or "to" or "is" or "we" or "you" or "your" or "for" or "that" or "with" or "was") english++;
            else if (word.Folded is "el" or "la" or "de" or "que" or "y" or "los" or "las" or "su" or "por" or "para" or "con" or "se" or "en" or "un" or "una") spanish++;
        }

        return english > spanish;
    }

    private static string Short(string words) => Texts.Shorten(Blanks().Replace(words, " ").Trim(), QuoteLimit);

    [GeneratedRegex(@"\{\{?[^{}\n]{0,60}\}\}?")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
