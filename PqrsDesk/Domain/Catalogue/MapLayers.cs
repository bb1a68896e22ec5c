namespace PqrsDesk.Domain.Catalogue;

/// <summary>In which column each stands: who needs is left of what is needed. Of a circle one dependency runs backwards.</summary>
internal sealed class MapLayers
{
    private readonly DependencyMap _map;
    private readonly Dictionary<int, int> _layers = [];
    private readonly Dictionary<int, List<int>> _right = [];
    private readonly Dictionary<int, List<int>> _left = [];

    public MapLayers(DependencyMap map, IReadOnlyList<int> drawn)
    {
        _map = map;
        foreach (var product in drawn) (_right[product], _left[product]) = ([], []);
        Backwards = FindBackwards(drawn);
        foreach (var (product, other) in map.Dependencies)
        {
            var (from, to) = Backwards.Contains((product, other)) ? (other, product) : (product, other);
            _right[from].Add(to);
            _left[to].Add(from);
        }

        foreach (var product in InOrder(drawn)) _layers[product] = _left[product].Count == 0 ? 0 : _left[product].Max(other => _layers[other]) + 1;

        // What nobody needs stands beside what it needs, and not at the far left.
        foreach (var product in drawn.Where(product => _left[product].Count == 0 && _right[product].Count > 0)) _layers[product] = _right[product].Min(other => _layers[other]) - 1;
    }

    public IReadOnlySet<(int Product, int DependsOn)> Backwards { get; }

    public int Of(int product) => _layers[product];

    public int Count => _layers.Count == 0 ? 0 : _layers.Values.Max() + 1;

    private HashSet<(int, int)> FindBackwards(IReadOnlyList<int> drawn)
    {
        var backwards = new HashSet<(int, int)>();
        var (open, done) = (new HashSet<int>(), new HashSet<int>());

        // Whom nobody needs first: so most arrows run from left to right.
        foreach (var start in drawn.OrderBy(product => _map.NeededBy(product).Count > 0))
        {
            var path = new Stack<(int Product, int Next)>();
            if (!done.Contains(start) && open.Add(start)) path.Push((start, 0));
            while (path.TryPop(out var at))
            {
                var needs = _map.NeedsOf(at.Product);
                if (at.Next == needs.Count)
                {
                    open.Remove(at.Product);
                    done.Add(at.Product);
                    continue;
                }

                path.Push((at.Product, at.Next + 1));
                var other = needs[at.Next];
                if (open.Contains(other)) backwards.Add((at.Product, other));
                else if (!done.Contains(other) && open.Add(other)) path.Push((other, 0));
            }
        }

        return backwards;
    }

    /// <summary>Each after all that stand left of it.</summary>
    private List<int> InOrder(IReadOnlyList<int> drawn)
    {
        var waiting = drawn.ToDictionary(product => product, product => _left[product].Count);
        var ready = new Queue<int>(drawn.Where(product => waiting[product] == 0));
        var order = new List<int>();
        while (ready.TryDequeue(out var product))
        {
            order.Add(product);
            foreach (var other in _right[product])
                if (--waiting[other] == 0) ready.Enqueue(other);
        }

        return order;
    }
}
