using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

internal static class AreaSection
{
    private const int Area = 8, InTime = 9, Late = 10, Compliance = 11;
    private const int MostBars = 20;

    private sealed record Row(string Area, Timeliness Resolution);

    /// <summary>Adds up the table of areas and priorities, which starts in the first column at the same row.</summary>
    public static void Write(SheetPage page, Words words, IReadOnlyList<SlaCell> cells, int headerRow, int first)
    {
        page.Heading(headerRow - 1, Area, words["Sla_ByArea"]);
        page.Headers(headerRow, Area, words["Sla_Area"], words["Sla_InTime"], words["Sla_Late"], words["Sla_Compliance"]);
        var rows = cells.GroupBy(cell => cell.Area)
            .Select(group => new Row(group.Key, group.Aggregate(Timeliness.None, (sum, cell) => sum + cell.Resolution)))
            .ToList();
        foreach (var (at, row) in rows.Index())
        {
            page.Text(first + at, Area, row.Area);
            page.Formula(first + at, InTime, Sum(3, first + at), row.Resolution.InTime, Formats.Count);
            page.Formula(first + at, Late, Sum(4, first + at), row.Resolution.Late, Formats.Count);
            ComplianceCell.Write(page, first + at, Compliance, InTime, Late, row.Resolution);
        }
        page.Add(ChartOf(page, words, headerRow, first, [.. rows.Take(MostBars)], below: first + rows.Count));

        string Sum(int column, int row) =>
            $"SUMPRODUCT(EXACT({Column(1)},{CellName.Of(row, Area)})*{Column(column)})";

        string Column(int column) => $"{CellName.Fixed(first, column)}:{CellName.Fixed(first + cells.Count - 1, column)}";
    }

    private static Chart ChartOf(SheetPage page, Words words, int headerRow, int first, IReadOnlyList<Row> rows, int below)
    {
        return new Chart
        {
            Title = words["Sla_Chart"],
            Place = new Place(Column: Area - 1, Row: below + 1, Width: 640, Height: Math.Max(300, 120 + (rows.Count * 28))),
            Lying = true,
            Stacked = true,
            Categories = new Categories(page.Cells(Area, first, rows.Count), [.. rows.Select(row => row.Area)]),
            Series =
            [
                Of(InTime, words["Sla_InTime"], row => row.Resolution.InTime, Palette.Sky),
                Of(Late, words["Sla_Late"], row => row.Resolution.Late, Palette.Orange),
            ],
        };

        Series Of(int column, string name, Func<Row, double?> value, string colour) =>
            new(page.Cell(headerRow, column), name, page.Cells(column, first, rows.Count), [.. rows.Select(value)], colour);
    }
}
