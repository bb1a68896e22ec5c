namespace PqrsDesk.Domain.Catalogue;

/// <summary>A product on the map, by the upper left corner of its box.</summary>
public sealed record MapBox(int Product, double X, double Y);

/// <summary>A dependency on the map.</summary>
/// <param name="Points">From who needs to what is needed; between the second and third of them, the fourth and fifth, and so on, it passes a column in a straight line.</param>
/// <param name="InCircle">It is part of a circle.</param>
public sealed record MapArrow(int Product, int DependsOn, IReadOnlyList<(double X, double Y)> Points, bool InCircle);

/// <summary>Where everything stands on the drawn map: in columns, who needs left of what is needed; below, in a grid, what nothing joins to others.</summary>
public sealed class MapLayout
{
    public const double BoxWidth = 172;
    public const double BoxHeight = 48;

    /// <summary>Of an arrow that passes a column.</summary>
    public const double PassingHeight = 12;
    private const double ColumnGap = 64;
    private const double RowGap = 16;
    private const double Margin = 12;

    /// <summary>How far below the middle of a box an arrow that runs backwards ends: one there and one back are two lines.</summary>
    private const double BackOffset = 14;
    private const int Rounds = 10;
    private const int LeastGrid = 3;

    private MapLayout(IReadOnlyList<MapBox> boxes, IReadOnlyList<MapArrow> arrows)
    {
        (Boxes, Arrows) = (boxes, arrows);
        Width = boxes.Count == 0 ? 0 : boxes.Max(box => box.X) + BoxWidth + Margin;
        Height = boxes.Count == 0 ? 0 : Math.Max(boxes.Max(box => box.Y) + BoxHeight, arrows.SelectMany(arrow => arrow.Points).Select(point => point.Y).DefaultIfEmpty(0).Max()) + Margin;
    }

    public IReadOnlyList<MapBox> Boxes { get; }
    public IReadOnlyList<MapArrow> Arrows { get; }
    public double Width { get; }
    public double Height { get; }

    public static MapLayout Of(DependencyMap map)
    {
        var joined = map.Products.Where(product => map.NeedsOf(product).Count + map.NeededBy(product).Count > 0).ToList();
        var layers = new MapLayers(map, joined);
        var columns = Enumerable.Range(0, layers.Count).Select(_ => new List<MapPlace>()).ToList();
        var places = joined.ToDictionary(product => product, product => new MapPlace(product, layers.Of(product)));
        foreach (var place in places.Values) columns[place.Layer].Add(place);
        var ways = map.Dependencies.Select(each => Way(each, places, columns, layers)).ToList();
        MapColumns.Order(columns);
        Settle(columns);

        var boxes = places.Values.Select(place => new MapBox(place.Product!.Value, LeftOf(place), place.Y - BoxHeight / 2)).ToList();
        var arrows = ways.ConvertAll(way => new MapArrow(way.Product, way.DependsOn, Points(way.Places, way.Back), map.IsInCircle(way.Product, way.DependsOn)));
        boxes.AddRange(Grid([.. map.Products.Except(joined)], columns.Count, boxes, columns.SelectMany(column => column).Select(place => place.Y + place.Height / 2).DefaultIfEmpty(0).Max()));
        return new(boxes, arrows);
    }

    private static (int Product, int DependsOn, List<MapPlace> Places, bool Back) Way((int Product, int DependsOn) each, Dictionary<int, MapPlace> places, List<List<MapPlace>> columns, MapLayers layers)
    {
        var back = layers.Backwards.Contains(each);
        var (from, to) = back ? (places[each.DependsOn], places[each.Product]) : (places[each.Product], places[each.DependsOn]);
        var way = new List<MapPlace> { from };
        for (var layer = from.Layer + 1; layer < to.Layer; layer++)
        {
            way.Add(new(null, layer));
            columns[layer].Add(way[^1]);
        }

        way.Add(to);
        foreach (var (left, right) in way.Zip(way.Skip(1)))
        {
            left.Right.Add(right);
            right.Left.Add(left);
        }

        return (each.Product, each.DependsOn, way, back);
    }

    /// <summary>Moves each towards those it is joined to, as far as its neighbours in the column leave room.</summary>
    private static void Settle(List<List<MapPlace>> columns)
    {
        foreach (var column in columns) Spread(column, [.. column.Select(_ => 0d)]);
        for (var round = 0; round < Rounds; round++)
            foreach (var column in round % 2 == 0 ? columns : Enumerable.Reverse(columns))
                Spread(column, [.. column.Select(place => place.Left.Concat(place.Right).Select(beside => beside.Y).DefaultIfEmpty(place.Y).Average())]);
        var top = columns.SelectMany(column => column).Select(place => place.Y - place.Height / 2).DefaultIfEmpty(0).Min();
        foreach (var place in columns.SelectMany(column => column)) place.Y += Margin - top;
    }

    private static void Spread(List<MapPlace> column, double[] wanted)
    {
        var (down, up) = ((double[])wanted.Clone(), (double[])wanted.Clone());
        for (var row = 1; row < column.Count; row++) down[row] = Math.Max(wanted[row], down[row - 1] + Between(column[row - 1], column[row]));
        for (var row = column.Count - 2; row >= 0; row--) up[row] = Math.Min(wanted[row], up[row + 1] - Between(column[row], column[row + 1]));

        // Both keep the distances, hence so does what lies halfway.
        for (var row = 0; row < column.Count; row++) column[row].Y = (down[row] + up[row]) / 2;
    }

    private static double Between(MapPlace above, MapPlace below) => above.Height / 2 + RowGap + below.Height / 2;

    private static double LeftOf(MapPlace place) => Margin + place.Layer * (BoxWidth + ColumnGap);

    private static List<(double, double)> Points(List<MapPlace> way, bool back)
    {
        var points = new List<(double, double)>();
        foreach (var (place, at) in way.Select((place, at) => (place, at)))
        {
            var y = place.Y + (back && place.Product is not null ? BackOffset : 0);
            if (at > 0) points.Add((LeftOf(place), y));
            if (at < way.Count - 1) points.Add((LeftOf(place) + BoxWidth, y));
        }

        if (back) points.Reverse();
        return points;
    }

    private static IEnumerable<MapBox> Grid(List<int> alone, int columns, List<MapBox> above, double bottom)
    {
        var wide = Math.Max(LeastGrid, columns);
        var top = above.Count == 0 ? Margin : bottom + 2 * RowGap;
        return alone.Select((product, at) => new MapBox(product, Margin + at % wide * (BoxWidth + ColumnGap), top + at / wide * (BoxHeight + RowGap)));
    }
}
