namespace PqrsDesk.Domain.Answers;

/// <summary>Where a term of the list stands in a text.</summary>
public readonly record struct JargonHit(int Start, int Length, string Plain);

/// <summary>Terms to be found in texts, accents and case ignored, the longest first.</summary>
public sealed class JargonList
{
    public const int Most = 500;

    private readonly Dictionary<string, List<(string[] Words, bool Begins, string Plain)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Beginnings of one word, by their first three letters.</summary>
    private readonly Dictionary<string, List<(string Beginning, string Plain)>> _beginnings = new(StringComparer.Ordinal);

    private const int LeastBeginning = 3;

    public JargonList(IEnumerable<JargonTerm> terms)
    {
        foreach (var term in terms)
        {
            var begins = term.Term.TrimEnd().EndsWith('*');
            string[] words = [.. Prose.Of(term.Term).Words.Select(word => word.Folded)];
            if (words.Length == 0) continue;
            if (words.Length == 1 && begins)
            {
                if (words[0].Length >= LeastBeginning) Add(_beginnings, words[0][..LeastBeginning], (words[0], term.Plain));
            }
            else
            {
                Add(_byFirst, words[0], (words, begins, term.Plain));
            }
        }

        foreach (var list in _byFirst.Values) list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    public IEnumerable<JargonHit> In(Prose prose)
    {
        for (var at = 0; at < prose.Words.Count;)
        {
            if (At(prose.Words, at) is { } found)
            {
                var (first, last) = (prose.Words[at], prose.Words[at + found.Words - 1]);
                yield return new(first.Start, last.Start + last.Length - first.Start, found.Plain);
                at += found.Words;
            }
            else
            {
                at++;
            }
        }
    }

    private (int Words, string Plain)? At(IReadOnlyList<ProseWord> words, int at)
    {
        var word = words[at].Folded;
        if (_byFirst.TryGetValue(word, out var phrases))
        {
            foreach (var phrase in phrases)
                if (Fits(phrase.Words, phrase.Begins, words, at)) return (phrase.Words.Length, phrase.Plain);
        }

        if (word.Length >= LeastBeginning && _beginnings.TryGetValue(word[..LeastBeginning], out var beginnings))
        {
            foreach (var (beginning, plain) in beginnings)
                if (word.StartsWith(beginning, StringComparison.Ordinal)) return (1, plain);
        }

        return null;
    }

    private static bool Fits(string[] phrase, bool begins, IReadOnlyList<ProseWord> words, int at)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var each = 1; each < phrase.Length; each++)
        {
            var (wanted, there) = (phrase[each], words[at + each].Folded);
            if (begins && each == phrase.Length - 1 ? !there.StartsWith(wanted, StringComparison.Ordinal) : there != wanted) return false;
        }

        return true;
    }

    private static void Add<T>(Dictionary<string, List<T>> lists, string key, T item)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        list.Add(item);
    }
}
