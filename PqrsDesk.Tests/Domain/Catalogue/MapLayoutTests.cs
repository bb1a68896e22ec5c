using Xunit;
using static PqrsDesk.Domain.Catalogue.AnyMap;

namespace PqrsDesk.Domain.Catalogue;

/// <summary>A map that can be read: boxes beside each other, arrows that end at them and pass none.</summary>
public sealed class MapLayoutTests
{
    [Fact]
    public void Everything_is_drawn_once_and_nothing_lies_on_anything_else() => Holds(500, it => IsReadable(it.Map));

    [Fact]
    public void All_but_one_way_of_each_circle_runs_from_left_to_right() => Holds(500, it =>
    {
        var map = it.Map;
        return MapLayout.Of(map).Arrows.All(arrow => arrow.Points[0].X < arrow.Points[^1].X || map.IsInCircle(arrow.Product, arrow.DependsOn));
    });

    [Fact]
    public void The_same_map_is_drawn_the_same() => Holds(100, it =>
    {
        var (one, other) = (MapLayout.Of(it.Map), MapLayout.Of(it.Map));
        return one.Boxes.SequenceEqual(other.Boxes) && one.Arrows.Select(arrow => string.Join(";", arrow.Points)).SequenceEqual(other.Arrows.Select(arrow => string.Join(";", arrow.Points)));
    });

    [Fact]
    public void Sixty_with_a_hundred_and_twenty_dependencies_are_drawn_readably()
    {
        var chance = new Random(60);
        var map = new DependencyMap(Enumerable.Range(1, 60), Enumerable.Range(0, 120).Select(_ => (chance.Next(1, 61), chance.Next(1, 61))).Select(edge => chance.Next(12) == 0 ? edge : (Math.Min(edge.Item1, edge.Item2), Math.Max(edge.Item1, edge.Item2))));
        Assert.True(IsReadable(map));
        var layout = MapLayout.Of(map);
        Assert.Equal(60, layout.Boxes.Count);
        Assert.InRange(layout.Width, 500, 8_000);
        Assert.InRange(layout.Height, 200, 4_000);
    }

    [Fact]
    public void A_chain_stands_in_one_row_of_columns()
    {
        var layout = MapLayout.Of(new([1, 2, 3, 4], [(1, 2), (2, 3), (3, 4)]));
        Assert.Equal([1, 2, 3, 4], layout.Boxes.OrderBy(box => box.X).Select(box => box.Product));
        Assert.Single(layout.Boxes.Select(box => box.Y).Distinct());
    }

    [Fact]
    public void One_there_and_one_back_are_two_lines()
    {
        var layout = MapLayout.Of(new([1, 2], [(1, 2), (2, 1)]));
        Assert.All(layout.Arrows, arrow => Assert.True(arrow.InCircle));
        Assert.NotEqual(layout.Arrows[0].Points[0].Y, layout.Arrows[1].Points[^1].Y);
    }

    [Fact]
    public void Nothing_is_drawn_of_nothing() => Assert.Equal((0, 0, 0d), (MapLayout.Of(new([], [])).Boxes.Count, MapLayout.Of(new([], [])).Arrows.Count, MapLayout.Of(new([], [])).Width));

    private static bool IsReadable(DependencyMap map)
    {
        var layout = MapLayout.Of(map);
        var boxes = layout.Boxes.ToDictionary(box => box.Product);
        return boxes.Count == map.Products.Count
            && layout.Arrows.Select(arrow => (arrow.Product, arrow.DependsOn)).ToHashSet().SetEquals(map.Dependencies)
            && layout.Boxes.All(box => box.X >= 0 && box.Y >= 0 && box.X + MapLayout.BoxWidth <= layout.Width && box.Y + MapLayout.BoxHeight <= layout.Height)
            && layout.Boxes.All(box => layout.Boxes.All(other => other == box || !Overlap(box, other)))
            && layout.Arrows.All(arrow => arrow.Points.All(point => point.X >= 0 && point.Y >= 0 && point.X <= layout.Width && point.Y <= layout.Height))
            && layout.Arrows.All(arrow => Touches(boxes[arrow.Product], arrow.Points[0]) && Touches(boxes[arrow.DependsOn], arrow.Points[^1]))

            // Where it passes a column in a straight line it passes beside its boxes.
            && layout.Arrows.All(arrow => arrow.Points.Skip(1).SkipLast(1).Chunk(2).All(pass => layout.Boxes.All(box => Math.Abs(box.X - Math.Min(pass[0].X, pass[1].X)) > 1 || pass[0].Y <= box.Y || pass[0].Y >= box.Y + MapLayout.BoxHeight)));
    }

    private static bool Overlap(MapBox one, MapBox other) => Math.Abs(one.X - other.X) < MapLayout.BoxWidth && Math.Abs(one.Y - other.Y) < MapLayout.BoxHeight;

    private static bool Touches(MapBox box, (double X, double Y) point) =>
        (Math.Abs(point.X - box.X) < 0.01 || Math.Abs(point.X - box.X - MapLayout.BoxWidth) < 0.01) && point.Y > box.Y && point.Y < box.Y + MapLayout.BoxHeight;
}
