using System.Globalization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Searching;

/// <summary>A run of a text, and whether it is one of the words looked for.</summary>
public readonly record struct Run(string Text, bool Marked);

/// <summary>Finds the words of a query in a text as it was written, accents and all.</summary>
public static class Marking
{
    public static IEnumerable<Run> Of(string text, WordQuery query)
    {
        var plain = 0;
        foreach (var (start, end) in WordsOf(text))
        {
            if (Meant(query, text[start..end]) is null) continue;
            if (start > plain) yield return new(text[plain..start], false);
            yield return new(text[start..end], true);
            plain = end;
        }

        if (plain < text.Length) yield return new(text[plain..], false);
    }

    /// <summary>The words of the query that stand in the text.</summary>
    public static HashSet<string> Words(WordQuery query, string text) =>
        [.. WordsOf(text).Select(word => Meant(query, text[word.Start..word.End])).OfType<string>()];

    private static string? Meant(WordQuery query, string written)
    {
        var word = SearchedWords.Split(written).FirstOrDefault();
        if (word is null) return null;
        if (query.Words.Contains(word)) return word;
        var begins = query.Begun is { } begun && word.StartsWith(begun, StringComparison.Ordinal);
        var numbered = query.Sequence is { } sequence && word.All(char.IsAsciiDigit) && word.TrimStart('0') == sequence;
        return begins || numbered ? query.Words[^1] : null;
    }

    private static IEnumerable<(int Start, int End)> WordsOf(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || (at > start && CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark))) at++;
            if (at > start) yield return (start, at);
            else at++;
        }
    }
}
