using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>A word of a text, with its place in it.</summary>
/// <param name="Folded">Lower case, accents off.</param>
public readonly record struct ProseWord(int Start, int Length, string Folded);

/// <summary>A sentence of a text: so many of its words from one on.</summary>
public readonly record struct ProseSentence(int FirstWord, int Words, int Start, int Length, bool Asks);

/// <summary>A text as words and sentences, read once for all that is asked of it.</summary>
/// <remarks>
/// A word is a run of letters; numbers, dates and radicados are none, for how long they take to read says nothing of how
/// it is written. A sentence ends with a full stop, a question or exclamation mark, or the line.
/// </remarks>
public sealed class Prose
{
    /// <summary>After these a full stop ends nothing.</summary>
    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "sr", "sra", "srta", "sres", "dr", "dra", "ing", "lic", "arq", "art", "arts", "num", "no", "nro", "lit", "inc", "pag", "tel", "ext", "av", "cra", "cll", "ej", "etc", "ud", "uds", "mr", "mrs", "ms", "vs", "dto", "depto",
    };

    private Prose(string text, List<ProseWord> words, List<ProseSentence> sentences) => (Text, Words, Sentences) = (text, words, sentences);

    public string Text { get; }
    public IReadOnlyList<ProseWord> Words { get; }
    public IReadOnlyList<ProseSentence> Sentences { get; }

    public static Prose Of(string text)
    {
        var (words, sentences) = (new List<ProseWord>(), new List<ProseSentence>());
        var first = 0;
        for (var at = 0; at < text.Length;)
        {
            if (char.IsLetter(text[at]))
            {
                var start = at;
                while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark)) at++;
                words.Add(new(start, at - start, Fold(text.AsSpan(start, at - start))));
                continue;
            }

            if (Ends(text, at, words)) End(at);
            at++;
        }

        End(text.Length);
        return new(text, words, sentences);

        void End(int at)
        {
            if (words.Count > first)
            {
                var start = words[first].Start;
                sentences.Add(new(first, words.Count - first, start, Math.Min(at + 1, text.Length) - start, at < text.Length && text[at] == '?'));
            }

            first = words.Count;
        }
    }

    private static bool Ends(string text, int at, List<ProseWord> words) => text[at] switch
    {
        '\n' or '?' or '!' or '…' => true,
        '.' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !(words is [.., var last] && last.Start + last.Length == at && (last.Length == 1 || Abbreviations.Contains(last.Folded))),
        _ => false,
    };

    /// <summary>Most words are plain letters already, and are folded without a detour.</summary>
    private static string Fold(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
            if (letter > 'z') return Ticket.Fold(word.ToString());
        return string.Create(word.Length, word, static (folded, from) => from.ToLowerInvariant(folded));
    }
}
