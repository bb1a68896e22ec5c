namespace PqrsDesk.Infrastructure.Excel;

/// <param name="Width">In characters.</param>
public sealed record ListColumn(string Header, double Width);

/// <summary>A text or an instant; neither is a blank.</summary>
public readonly record struct ListCell(string? Text, DateTimeOffset? At)
{
    public static implicit operator ListCell(string? text) => new(text, null);

    public static implicit operator ListCell(DateTimeOffset? at) => new(null, at);
}

/// <summary>A list that becomes a file.</summary>
/// <param name="Rows">Each has a cell for each column.</param>
/// <param name="Zone">In which instants are shown.</param>
/// <param name="More">Said in the last row of a sheet where there are more rows than it holds.</param>
public sealed record CellList(
    string Name, IReadOnlyList<ListColumn> Columns, IAsyncEnumerable<IReadOnlyList<ListCell>> Rows, TimeZoneInfo Zone, System.Globalization.CultureInfo Culture, string More);
