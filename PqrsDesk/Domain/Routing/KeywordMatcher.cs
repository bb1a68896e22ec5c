namespace PqrsDesk.Domain.Routing;

/// <summary>Every rule over one text in one pass. Safe to share: it is made once for each change of the rules.</summary>
public sealed class KeywordMatcher
{
    private readonly PhraseTree _tree = new();
    private readonly List<CompiledRule> _rules = [];
    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);

    /// <param name="rules">In the order that decides between equals. Those that are switched off, and terms without a word, do not count.</param>
    public KeywordMatcher(IEnumerable<KeywordRule> rules)
    {
        foreach (var rule in rules.Where(rule => rule.Active))
        {
            CompiledRule compiled = new(rule, Terms(rule.Any), Terms(rule.All), Terms(rule.Without));
            if (compiled.Any.Length + compiled.All.Length > 0) _rules.Add(compiled);
        }
    }

    /// <summary>The rules that meet the text, in their order, with where their words stand.</summary>
    public KeywordReading Read(string text)
    {
        var words = new WordsOfText(text);
        var places = new List<Place>?[_terms.Count];
        var first = 0;
        if (_rules.Count > 0)
        {
            // One delegate for the whole text.
            Action<int, int> found = (term, last) => (places[term] ??= []).Add(new(first, last));
            for (; first < words.Count; first++) _tree.Walk(words, first, found);
        }

        return new(words, [.. _rules.Where(rule => rule.Meets(places)).Select(rule => rule.Hit(places, words))]);
    }

    private int[] Terms(IEnumerable<string> typed) => [.. typed.Select(Phrase.Read).OfType<Phrase>().Select(Term).Distinct()];

    private int Term(Phrase phrase)
    {
        var key = string.Join(' ', phrase.Words.Select(word => word.Begun ? word.Word + "*" : word.Word));
        if (_terms.TryGetValue(key, out var known)) return known;
        _tree.Add(phrase, _terms.Count);
        return _terms[key] = _terms.Count;
    }

    private sealed record CompiledRule(KeywordRule Rule, int[] Any, int[] All, int[] Without)
    {
        public bool Meets(List<Place>?[] places)
        {
            foreach (var term in Without)
                if (places[term] is not null) return false;
            foreach (var term in All)
                if (places[term] is null) return false;
            if (Any.Length == 0) return true;
            foreach (var term in Any)
                if (places[term] is not null) return true;
            return false;
        }

        public RuleHit Hit(List<Place>?[] places, WordsOfText words)
        {
            var found = All.Concat(Any).Select(term => places[term]).OfType<List<Place>>().ToList();
            var said = found.Select(each => each[0]).OrderBy(place => place.First).Select(place => words.Written(place.First, place.Last)).DistinctBy(Tickets.Ticket.Fold);
            return new(Rule, [.. said.Take(RuleHit.MostWords)], [.. found.SelectMany(each => each)]);
        }
    }
}

/// <summary>Words of a text, both included.</summary>
public readonly record struct Place(int First, int Last);

/// <summary>A rule that meets a text.</summary>
/// <param name="Words">Those that made it, as they were written, the first ones of the text.</param>
public sealed record RuleHit(KeywordRule Rule, IReadOnlyList<string> Words, IReadOnlyList<Place> Places)
{
    public const int MostWords = 5;
}

/// <summary>What the rules make of a text.</summary>
public sealed record KeywordReading(WordsOfText Words, IReadOnlyList<RuleHit> Hits)
{
    /// <summary>The stretches of the text that some rule was met by, in order, none over another.</summary>
    public IReadOnlyList<(int Start, int End)> Marks()
    {
        var marks = new List<(int Start, int End)>();
        foreach (var place in Hits.SelectMany(hit => hit.Places).Distinct().OrderBy(place => place.First).ThenByDescending(place => place.Last))
        {
            var (start, end) = (Words.Place(place.First).Start, Words.Place(place.Last).End);
            if (marks.Count > 0 && start <= marks[^1].End) marks[^1] = (marks[^1].Start, Math.Max(marks[^1].End, end));
            else marks.Add((start, end));
        }

        return marks;
    }
}
