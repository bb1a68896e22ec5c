namespace PqrsDesk.Domain.Catalogue;

/// <summary>What stands in a column: a product, or an arrow that passes by.</summary>
internal sealed class MapPlace(int? product, int layer)
{
    public int? Product { get; } = product;
    public int Layer { get; } = layer;
    public List<MapPlace> Left { get; } = [];
    public List<MapPlace> Right { get; } = [];
    public int Row { get; set; }

    /// <summary>Of its middle.</summary>
    public double Y { get; set; }

    public double Height => Product is null ? MapLayout.PassingHeight : MapLayout.BoxHeight;
}

/// <summary>In which row each stands: those that are joined near one another, with few arrows crossing.</summary>
internal static class MapColumns
{
    private const int Sweeps = 12;

    public static void Order(IReadOnlyList<List<MapPlace>> columns)
    {
        foreach (var column in columns) Number(column);
        var (best, least) = (Rows(columns), Crossings(columns));
        for (var sweep = 0; sweep < Sweeps && least > 0; sweep++)
        {
            var leftwards = sweep % 2 == 1;
            foreach (var column in leftwards ? columns.Reverse() : columns)
            {
                var ordered = column.OrderBy(place => Middle(leftwards ? place.Right : place.Left) ?? place.Row).ToList();
                column.Clear();
                column.AddRange(ordered);
                Number(column);
            }

            var now = Crossings(columns);
            if (now < least) (best, least) = (Rows(columns), now);
        }

        foreach (var (column, rows) in columns.Zip(best))
        {
            column.Clear();
            column.AddRange(rows);
            Number(column);
        }
    }

    public static int Crossings(IReadOnlyList<List<MapPlace>> columns) => columns.Sum(column =>
    {
        var lines = column.SelectMany(place => place.Right.Select(other => (place.Row, To: other.Row))).ToList();
        return lines.Sum(line => lines.Count(other => other.Row > line.Row && other.To < line.To));
    });

    private static double? Middle(List<MapPlace> beside) => beside.Count == 0 ? null : beside.Average(place => place.Row);

    private static List<List<MapPlace>> Rows(IReadOnlyList<List<MapPlace>> columns) => [.. columns.Select(column => column.ToList())];

    private static void Number(List<MapPlace> column)
    {
        for (var row = 0; row < column.Count; row++) column[row].Row = row;
    }
}
