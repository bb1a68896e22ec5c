namespace PqrsDesk.Domain.Catalogue;

/// <summary>Some that need each other.</summary>
/// <param name="Members">All of them, in the order of the map.</param>
/// <param name="Walk">A shortest way around, from the first member; whoever ends it needs the first again.</param>
public sealed record DependencyCircle(IReadOnlyList<int> Members, IReadOnlyList<int> Walk);

/// <summary>Who depends on whom, by number. Two that need each other are a fact to show and not a mistake to refuse: circles are counted once.</summary>
public sealed class DependencyMap
{
    private readonly Dictionary<int, List<int>> _needs = [];
    private readonly Dictionary<int, List<int>> _neededBy = [];
    private readonly Dictionary<int, int> _circleOf = [];

    /// <param name="products">In the order in which they are told.</param>
    /// <param name="dependencies">What names others than <paramref name="products"/>, or one that depends on itself, is passed by.</param>
    public DependencyMap(IEnumerable<int> products, IEnumerable<(int Product, int DependsOn)> dependencies)
    {
        Products = [.. products.Distinct()];
        foreach (var product in Products) (_needs[product], _neededBy[product]) = ([], []);
        foreach (var (product, other) in dependencies.Distinct())
        {
            if (product == other || !_needs.TryGetValue(product, out var needs) || !_neededBy.TryGetValue(other, out var neededBy)) continue;
            needs.Add(other);
            neededBy.Add(product);
        }

        Circles = [.. FindCircles()];
    }

    public IReadOnlyList<int> Products { get; }

    public IReadOnlyList<DependencyCircle> Circles { get; }

    public IEnumerable<(int Product, int DependsOn)> Dependencies => Products.SelectMany(product => _needs[product].Select(other => (product, other)));

    /// <summary>What it needs itself.</summary>
    public IReadOnlyList<int> NeedsOf(int product) => _needs.TryGetValue(product, out var needs) ? needs : [];

    /// <summary>Who needs it themselves.</summary>
    public IReadOnlyList<int> NeededBy(int product) => _neededBy.TryGetValue(product, out var neededBy) ? neededBy : [];

    /// <summary>What fails with it: whoever needs it, and whoever needs them. Each once, also in a circle, and never itself.</summary>
    public IReadOnlySet<int> DependantsOf(int product) => Reach(product, NeededBy);

    /// <summary>What it stands on: what it needs, and what that needs.</summary>
    public IReadOnlySet<int> FoundationsOf(int product) => Reach(product, NeedsOf);

    /// <summary>Null: it is in none.</summary>
    public DependencyCircle? CircleOf(int product) => _circleOf.TryGetValue(product, out var circle) ? Circles[circle] : null;

    /// <summary>Whether this dependency is part of a circle.</summary>
    public bool IsInCircle(int product, int dependsOn) => _circleOf.TryGetValue(product, out var circle) && _circleOf.TryGetValue(dependsOn, out var other) && circle == other;

    private static HashSet<int> Reach(int from, Func<int, IReadOnlyList<int>> next)
    {
        var reached = new HashSet<int>();
        var ahead = new Queue<int>(next(from));
        while (ahead.TryDequeue(out var product))
        {
            if (product == from || !reached.Add(product)) continue;
            foreach (var other in next(product)) ahead.Enqueue(other);
        }

        return reached;
    }

    private IEnumerable<DependencyCircle> FindCircles()
    {
        var circles = 0;
        foreach (var product in Products)
        {
            if (_circleOf.ContainsKey(product)) continue;
            var both = DependantsOf(product);
            if (both.Count == 0) continue;
            var foundations = FoundationsOf(product);
            var members = Products.Where(other => other == product || (both.Contains(other) && foundations.Contains(other))).ToList();
            if (members.Count == 1) continue;
            foreach (var member in members) _circleOf[member] = circles;
            circles++;
            yield return new(members, Around(product));
        }
    }

    private List<int> Around(int first)
    {
        var before = new Dictionary<int, int>();
        var ahead = new Queue<int>([first]);
        while (ahead.TryDequeue(out var product))
        {
            foreach (var other in _needs[product])
            {
                if (other == first) return Back(product);
                if (before.TryAdd(other, product)) ahead.Enqueue(other);
            }
        }

        throw new InvalidOperationException("A circle without a way around.");

        List<int> Back(int last)
        {
            var walk = new List<int> { last };
            while (walk[^1] != first) walk.Add(before[walk[^1]]);
            walk.Reverse();
            return walk;
        }
    }
}
