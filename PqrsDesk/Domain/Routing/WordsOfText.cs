using System.Globalization;
using System.Text;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>The words of a text as <see cref="SearchedWords.Split"/> has them, and where each stands in it as it was written.</summary>
public sealed class WordsOfText
{
    private readonly List<(int Start, int Length, int FoldedAt, int FoldedLength)> _words = [];
    private readonly StringBuilder _folding;
    private readonly char[] _folded;

    public WordsOfText(string text)
    {
        Text = text;
        _folding = new(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (start, plain) = (at, true);
            while (at < text.Length && IsOfWord(text[at]))
            {
                plain &= char.IsAscii(text[at]);
                at++;
            }

            if (at == start) at++;
            else Add(start, at - start, plain);
        }

        _folded = new char[_folding.Length];
        _folding.CopyTo(0, _folded, 0, _folding.Length);
    }

    public string Text { get; }

    public int Count => _words.Count;

    public ReadOnlySpan<char> Folded(int word) => _folded.AsSpan(_words[word].FoldedAt, _words[word].FoldedLength);

    public (int Start, int End) Place(int word) => (_words[word].Start, _words[word].Start + _words[word].Length);

    /// <summary>Neighbouring words as they were written, with one space between: what stands there may be anything.</summary>
    public string Written(int first, int last) => string.Join(' ', Enumerable.Range(first, last - first + 1).Select(word =>
    {
        var (start, length, _, _) = _words[word];
        return Text.Substring(start, Math.Min(length, SearchedWords.LongestWord));
    }));

    private void Add(int start, int length, bool plain)
    {
        var at = _folding.Length;
        if (plain)
            foreach (var letter in Text.AsSpan(start, Math.Min(length, SearchedWords.LongestWord))) _folding.Append((char)(letter is >= 'A' and <= 'Z' ? letter | ' ' : letter));
        else if (Ticket.Fold(Text.Substring(start, length)) is var folded)
            _folding.Append(folded.AsSpan(0, Math.Min(folded.Length, SearchedWords.LongestWord)));
        if (_folding.Length > at) _words.Add((start, length, at, _folding.Length - at));
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || (letter > '\u02FF' && CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark);
}
