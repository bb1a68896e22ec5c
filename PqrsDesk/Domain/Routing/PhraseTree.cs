namespace PqrsDesk.Domain.Routing;

/// <summary>All phrases of all rules, word by word, so that a text is gone through once whatever their number.</summary>
internal sealed class PhraseTree
{
    private readonly Node _root = new();

    public void Add(Phrase phrase, int term)
    {
        var node = _root;
        foreach (var (word, begun) in phrase.Words) node = node.Child(word, begun);
        (node.Terms ??= []).Add(term);
    }

    /// <summary>What begins at a word.</summary>
    /// <param name="found">Told of each term and its last word.</param>
    public void Walk(WordsOfText text, int first, Action<int, int> found) => Walk(_root, text, first, found);

    private static void Walk(Node node, WordsOfText text, int at, Action<int, int> found)
    {
        if (at >= text.Count || !node.HasChildren) return;
        var word = text.Folded(at);
        if (node.Whole(word) is { } whole) Enter(whole, text, at, found);
        foreach (var length in node.Lengths)
        {
            if (length > word.Length) break;
            if (node.Begun(word[..length]) is { } begun) Enter(begun, text, at, found);
        }
    }

    private static void Enter(Node node, WordsOfText text, int at, Action<int, int> found)
    {
        if (node.Terms is { } terms)
            foreach (var term in terms) found(term, at);
        Walk(node, text, at + 1, found);
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _whole = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> _begun = new(StringComparer.Ordinal);

        /// <summary>Of the beginnings, each once, the shortest first.</summary>
        public List<int> Lengths { get; } = [];

        public List<int>? Terms { get; set; }

        public bool HasChildren => _whole.Count + _begun.Count > 0;

        public Node? Whole(ReadOnlySpan<char> word) => _whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var node) ? node : null;

        public Node? Begun(ReadOnlySpan<char> beginning) => _begun.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(beginning, out var node) ? node : null;

        public Node Child(string word, bool begun)
        {
            var children = begun ? _begun : _whole;
            if (children.TryGetValue(word, out var known)) return known;
            if (begun && !Lengths.Contains(word.Length))
            {
                Lengths.Add(word.Length);
                Lengths.Sort();
            }

            return children[word] = new();
        }
    }
}
