using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

internal static class ParetoSheet
{
    private const int HeaderRow = 3;
    private const int First = HeaderRow + 1;
    private const int Topic = 1, Count = 2, Share = 3, Cumulative = 4, Line = 5, Vital = 6;

    /// <summary>More bars than this are not readable; the table has them all.</summary>
    private const int MostBars = 20;

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit)
    {
        page.Widths(44, 12, 12, 16, 16, 16);
        page.Title(words["Pareto_Title"]);
        page.Headers(HeaderRow, 1, words["Pareto_Topic"], words["Pareto_Count"], words["Pareto_Share"],
            words["Pareto_Cumulative"], words["Pareto_Line"], words["Pareto_Vital"]);
        page.FreezeAbove(First);
        var rows = report.Parts.Topics;
        if (rows.Count == 0)
        {
            page.Text(First, Topic, words["NoCases"]);
            return;
        }

        var totalRow = First + rows.Count;
        foreach (var (at, row) in rows.Index())
            WriteRow(page, words, audit, row, First + at, CellName.Fixed(totalRow, Count));
        page.Text(totalRow, Topic, words["Total"]);
        page.Formula(totalRow, Count, $"SUM({CellName.Of(First, Count)}:{CellName.Of(totalRow - 1, Count)})", rows.Sum(row => row.Count), Formats.Count);
        page.TotalRow(totalRow, 1, Vital);
        page.Add(ChartOf(page, words, [.. rows.Take(MostBars)]));
    }

    private static void WriteRow(SheetPage page, Words words, Audit audit, ParetoRow row, int line, string total)
    {
        var (count, name) = (CellName.Of(line, Count), CellName.Of(line, Topic));
        page.Text(line, Topic, row.Topic ?? words["NoTopic"]);
        page.Formula(line, Count, row.Topic is null ? audit.ReceivedWithout("Topic") : audit.ReceivedNamed("Topic", name), row.Count, Formats.Count);
        page.Formula(line, Share, $"IF({total}=0,\"\",{count}/{total})", row.Share, Formats.Share);
        page.Formula(line, Cumulative, $"IF({total}=0,\"\",SUM({CellName.Fixed(First, Count)}:{count})/{total})", row.Cumulative, Formats.Share);
        page.Number(line, Line, Pareto.Line, Formats.WholeShare);
        page.WordFormula(
            line, Vital,
            $"IF(SUM({CellName.Fixed(First, Count)}:{count})-{count}<{CellName.Of(line, Line)}*{total},\"{words.YesNo(true)}\",\"{words.YesNo(false)}\")",
            words.YesNo(row.IsVital));
    }

    private static Chart ChartOf(SheetPage page, Words words, IReadOnlyList<ParetoRow> rows)
    {
        return new Chart
        {
            Title = words["Pareto_Chart"],
            Place = new Place(Column: 7, Row: HeaderRow - 1, Width: 820, Height: 440),
            Categories = new Categories(page.Cells(Topic, First, rows.Count), [.. rows.Select(row => row.Topic ?? words["NoTopic"])]),
            ShareTop = 1,
            Series =
            [
                Of(Count, words["Pareto_Count"], row => row.Count, Palette.Blue, Shape.Bar, Axis.Main),
                Of(Cumulative, words["Pareto_Cumulative"], row => row.Cumulative, Palette.Orange, Shape.Line, Axis.Shares),
                Of(Line, words["Pareto_Line"], _ => Pareto.Line, Palette.Grey, Shape.Line, Axis.Shares) with { Dashed = true },
            ],
        };

        Series Of(int column, string name, Func<ParetoRow, double?> value, string colour, Shape shape, Axis axis) =>
            new(page.Cell(HeaderRow, column), name, page.Cells(column, First, rows.Count), [.. rows.Select(value)], colour, shape, axis);
    }
}
