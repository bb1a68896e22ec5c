using FsCheck;
using FsCheck.Fluent;

namespace PqrsDesk.Domain.Catalogue;

/// <summary>Any map, with circles, doubles, and some that depend on themselves or on what is not there.</summary>
internal sealed record AnyMap(int Products, IReadOnlyList<(int Product, int DependsOn)> Said)
{
    private static readonly Gen<AnyMap> All =
        from products in Gen.Choose(1, 14)
        from edges in Gen.Choose(0, 2 * products)
        from ends in Gen.Choose(1, products + 1).ArrayOf(2 * edges)
        select new AnyMap(products, [.. ends.Chunk(2).Select(pair => (pair[0], pair[1]))]);

    public DependencyMap Map => new(Enumerable.Range(1, Products), Said);

    /// <summary>Those that count.</summary>
    public HashSet<(int Product, int DependsOn)> Edges => [.. Said.Where(each => each.Product != each.DependsOn && each.Product <= Products && each.DependsOn <= Products)];

    public static void Holds(int times, Func<AnyMap, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(All.ToArbitrary(), property));

    /// <summary>Whether one comes to the other, by squaring the table of who reaches whom until nothing is added.</summary>
    public bool[,] Reaches()
    {
        var reaches = new bool[Products + 1, Products + 1];
        foreach (var (from, to) in Edges) reaches[from, to] = true;
        for (var middle = 1; middle <= Products; middle++)
            for (var from = 1; from <= Products; from++)
                for (var to = 1; to <= Products; to++)
                    reaches[from, to] |= reaches[from, middle] && reaches[middle, to];
        return reaches;
    }
}
