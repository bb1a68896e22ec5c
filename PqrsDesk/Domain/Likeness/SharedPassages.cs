using System.Runtime.InteropServices;

namespace PqrsDesk.Domain.Likeness;

/// <summary>A piece of a text as it was written.</summary>
/// <param name="Shared">The other text has the same words in the same order.</param>
public sealed record Passage(string Text, bool Shared);

/// <summary>Two texts side by side: what each has that the other has too.</summary>
public static class SharedPassages
{
    /// <summary>Words in a row that must be the same: two of the commonest stand in any two texts.</summary>
    private const int Width = 3;

    /// <returns>The pieces of each text; put together again they are the text.</returns>
    public static (IReadOnlyList<Passage> One, IReadOnlyList<Passage> Other) Of(string one, string other)
    {
        var (first, second) = (TextWords.Of(one), TextWords.Of(other));
        var width = Math.Max(1, Math.Min(Width, Math.Min(first.Count, second.Count)));
        var (ofFirst, ofSecond) = (Runs(first, width), Runs(second, width));
        return (Cut(one, first, Shared(first.Count, ofFirst, ofSecond, width)), Cut(other, second, Shared(second.Count, ofSecond, ofFirst, width)));
    }

    private static ulong[] Runs(List<TextWord> words, int width)
    {
        if (words.Count < width) return [];
        var span = CollectionsMarshal.AsSpan(words);
        var runs = new ulong[words.Count - width + 1];
        for (var at = 0; at < runs.Length; at++) runs[at] = TextWords.Join(span.Slice(at, width));
        return runs;
    }

    private static bool[] Shared(int words, ulong[] runs, ulong[] others, int width)
    {
        var shared = new bool[words];
        var known = others.ToHashSet();
        for (var at = 0; at < runs.Length; at++)
            if (known.Contains(runs[at])) Array.Fill(shared, true, at, width);
        return shared;
    }

    private static List<Passage> Cut(string text, List<TextWord> words, bool[] shared)
    {
        var passages = new List<Passage>();
        var from = 0;
        for (var at = 0; at < words.Count;)
        {
            var end = at;
            while (end < words.Count && shared[end] == shared[at]) end++;
            if (shared[at])
            {
                Add(words[at].Start, false);
                Add(words[end - 1].End, true);
            }

            at = end;
        }

        Add(text.Length, false);
        return passages;

        void Add(int to, bool same)
        {
            if (to > from) passages.Add(new(text[from..to], same));
            from = to;
        }
    }
}
