namespace PqrsDesk.Infrastructure.Excel.Charts;

/// <summary>A native chart over cells. What the cells hold goes along, for viewers that do not calculate.</summary>
internal sealed record Chart
{
    public required string Title { get; init; }

    public required Place Place { get; init; }

    public required Categories Categories { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>Bars lie, the first category on top, each with its value written at its end.</summary>
    public bool Lying { get; init; }

    public bool Stacked { get; init; }

    public string ValueFormat { get; init; } = Formats.Count;

    /// <summary>The greatest value of the axis of shares; null where the axis may choose.</summary>
    public double? ShareTop { get; init; }

    public IEnumerable<Series> On(Axis axis, Shape shape) => Series.Where(series => series.Axis == axis && series.Shape == shape);
}

/// <summary>Upper left corner as zero-based column and row, size in pixels.</summary>
internal sealed record Place(int Column, int Row, int Width, int Height);

/// <summary>Cells that name the points: texts, or dates with their format.</summary>
internal sealed record Categories(string Cells, IReadOnlyList<string> Texts, IReadOnlyList<double>? Dates = null, string? Format = null);

/// <param name="NameCell">The header that names the series.</param>
/// <param name="Values">Null is a gap.</param>
internal sealed record Series(
    string NameCell, string Name, string Cells, IReadOnlyList<double?> Values, string Colour,
    Shape Shape = Shape.Bar, Axis Axis = Axis.Main, bool Dashed = false);

internal enum Shape
{
    Bar,
    Line,
}

internal enum Axis
{
    Main,

    /// <summary>On the right, as percentages.</summary>
    Shares,
}
