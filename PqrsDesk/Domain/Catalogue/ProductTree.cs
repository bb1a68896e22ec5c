namespace PqrsDesk.Domain.Catalogue;

/// <summary>What belongs to what. Unlike dependencies, a tree has no circles.</summary>
public static class ProductTree
{
    /// <summary>Whether it would come under itself, at once or through others.</summary>
    /// <param name="parents">The parent of each, as it is now.</param>
    public static bool WouldTurn(int product, int? under, IReadOnlyDictionary<int, int?> parents)
    {
        // A circle that is there already, by whatever way, is not walked for ever.
        for (var (at, steps) = (under, 0); at is { } parent && steps <= parents.Count; at = parents.GetValueOrDefault(parent), steps++)
            if (parent == product) return true;
        return false;
    }

    /// <summary>From the top down to what it belongs to itself; empty: it stands at the top.</summary>
    public static IReadOnlyList<int> Above(int product, IReadOnlyDictionary<int, int?> parents)
    {
        var above = new List<int>();
        for (var at = parents.GetValueOrDefault(product); at is { } parent && above.Count <= parents.Count; at = parents.GetValueOrDefault(parent)) above.Add(parent);
        above.Reverse();
        return above;
    }
}
