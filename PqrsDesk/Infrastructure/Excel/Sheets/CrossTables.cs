using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>What was received, by four headings: a table with its total, and a chart beside it.</summary>
internal static class CrossTables
{
    private const int ChartRows = 14;
    private const int PrintedColumns = 8;
    private const int MostBars = 15;

    private sealed record Line(string Label, int Count, Func<string, string> Formula);

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit, int row)
    {
        var parts = report.Parts;
        row = WriteTable(page, words, row, "Kind", [.. parts.ByKind.Select(line => Known("Kind", line.Key, line.Count))]);
        row = WriteTable(page, words, row, "Channel", [.. parts.ByChannel.Select(line => Known("Channel", line.Key, line.Count))]);
        row = WriteTable(page, words, row, "Area",
            [.. parts.ByArea.Select(line => new Line(line.Key, line.Count, cell => audit.ReceivedNamed("Area", cell)))]);
        row = WriteTable(page, words, row, "Priority", [.. parts.ByPriority.Select(line => Known("Priority", line.Key, line.Count))]);

        page.PrintOnOnePage(row, PrintedColumns, upright: true);

        Line Known(string key, Enum value, int count) => new(words[value], count, cell => audit.ReceivedWith(key, cell));
    }

    /// <summary>Returns the row at which the next table may start.</summary>
    private static int WriteTable(SheetPage page, Words words, int row, string key, IReadOnlyList<Line> lines)
    {
        var (title, first) = (words[$"Cross_{key}"], row + 2);
        page.Heading(row, 1, title);
        page.Headers(row + 1, 1, words[$"Column_{key}"], words["Cross_Count"], words["Cross_Share"]);
        if (lines.Count == 0)
        {
            page.Text(first, 1, words["NoCases"]);
            return first + 2;
        }

        var totalRow = first + lines.Count;
        var total = lines.Sum(line => line.Count);
        var totalCell = CellName.Fixed(totalRow, 2);
        foreach (var (at, line) in lines.Index())
        {
            page.Text(first + at, 1, line.Label);
            page.Formula(first + at, 2, line.Formula(CellName.Of(first + at, 1)), line.Count, Formats.Count);
            page.Formula(first + at, 3, Share(first + at, totalCell), Percent.Of(line.Count, total), Formats.Share);
        }
        page.Text(totalRow, 1, words["Total"]);
        page.Formula(totalRow, 2, $"SUM({CellName.Of(first, 2)}:{CellName.Of(totalRow - 1, 2)})", total, Formats.Count);
        page.Formula(totalRow, 3, Share(totalRow, totalCell), 1, Formats.Share);
        page.TotalRow(totalRow, 1, 3);
        page.Add(ChartOf(page, words, title, row, first, [.. lines.Take(MostBars)]));
        return Math.Max(totalRow, row + ChartRows) + 2;
    }

    private static string Share(int row, string total) => $"IF({total}=0,\"\",{CellName.Of(row, 2)}/{total})";

    private static Chart ChartOf(SheetPage page, Words words, string title, int row, int first, IReadOnlyList<Line> lines) => new()
    {
        Title = title,
        Place = new Place(Column: 4, Row: row - 1, Width: 430, Height: ChartRows * 20),
        Lying = true,
        Categories = new Categories(page.Cells(1, first, lines.Count), [.. lines.Select(line => line.Label)]),
        Series =
        [
            new Series(
                page.Cell(first - 1, 2), words["Cross_Count"], page.Cells(2, first, lines.Count),
                [.. lines.Select(line => (double?)line.Count)], Palette.Blue),
        ],
    };
}
