using Xunit;
using static PqrsDesk.Domain.Catalogue.AnyMap;

namespace PqrsDesk.Domain.Catalogue;

public sealed class DependencyMapTests
{
    [Fact]
    public void What_fails_with_one_agrees_with_trying_all_ways() => Holds(1_000, it =>
    {
        var (map, reaches) = (it.Map, it.Reaches());
        return map.Products.All(product =>
            map.DependantsOf(product).SetEquals(map.Products.Where(other => other != product && reaches[other, product]))
            && map.FoundationsOf(product).SetEquals(map.Products.Where(other => other != product && reaches[product, other])));
    });

    [Fact]
    public void Circles_are_those_that_reach_each_other() => Holds(1_000, it =>
    {
        var (map, reaches) = (it.Map, it.Reaches());
        return map.Products.All(product =>
        {
            var round = map.Products.Where(other => other != product && reaches[product, other] && reaches[other, product]).ToList();
            return map.CircleOf(product) is { } circle ? circle.Members.Order().SequenceEqual(round.Append(product).Order()) : round.Count == 0;
        });
    });

    [Fact]
    public void A_walk_around_goes_along_dependencies_and_comes_back() => Holds(1_000, it =>
    {
        var edges = it.Edges;
        return it.Map.Circles.All(circle =>
            circle.Walk.Count >= 2 && circle.Walk[0] == circle.Members[0] && circle.Walk.Distinct().Count() == circle.Walk.Count && circle.Walk.All(circle.Members.Contains)
            && circle.Walk.Zip(circle.Walk.Skip(1).Append(circle.Walk[0])).All(step => edges.Contains(step)));
    });

    [Fact]
    public void A_dependency_is_in_a_circle_when_one_comes_back_along_it() => Holds(1_000, it =>
    {
        var reaches = it.Reaches();
        return it.Edges.All(edge => it.Map.IsInCircle(edge.Product, edge.DependsOn) == reaches[edge.DependsOn, edge.Product]);
    });

    [Fact]
    public void Of_two_that_need_each_other_each_fails_with_the_other_once()
    {
        var map = new DependencyMap([1, 2, 3], [(1, 2), (2, 1), (3, 1), (3, 2), (1, 1), (1, 9)]);
        Assert.Equal([2, 3], map.DependantsOf(1).Order());
        Assert.Equal([1, 3], map.DependantsOf(2).Order());
        Assert.Empty(map.DependantsOf(3));
        Assert.Equal([1, 2], Assert.Single(map.Circles).Walk);
        Assert.Equal((true, false), (map.IsInCircle(2, 1), map.IsInCircle(3, 1)));
        Assert.Empty(map.DependantsOf(99));
    }

    [Fact]
    public void A_tree_has_no_circles()
    {
        var parents = new Dictionary<int, int?> { [1] = null, [2] = 1, [3] = 2, [4] = null };
        Assert.True(ProductTree.WouldTurn(1, 1, parents));
        Assert.True(ProductTree.WouldTurn(1, 3, parents));
        Assert.False(ProductTree.WouldTurn(3, 4, parents));
        Assert.False(ProductTree.WouldTurn(3, null, parents));
        Assert.Equal([1, 2], ProductTree.Above(3, parents));
        Assert.Empty(ProductTree.Above(1, parents));

        // One that came about all the same is not walked for ever.
        var turned = new Dictionary<int, int?> { [1] = 2, [2] = 1, [3] = 1 };
        Assert.False(ProductTree.WouldTurn(3, 1, turned));
        Assert.NotEmpty(ProductTree.Above(3, turned));
    }
}
