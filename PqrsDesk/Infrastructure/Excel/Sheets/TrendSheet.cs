using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>Tendencia: thirteen months, then the days and weeks of this one.</summary>
internal static class TrendSheet
{
    private const int HeaderRow = 3;
    private const int First = HeaderRow + 1;
    private const int Received = 2, Answered = 3, Closed = 4, Backlog = 5, InTime = 6, Late = 7, Compliance = 8, Goal = 9;

    /// <summary>One below the other, to the right of the tables.</summary>
    public static Place ChartPlace(int number) => new(Column: 10, Row: HeaderRow - 1 + (number * 16), Width: 760, Height: 300);

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit)
    {
        page.Widths(14, 13, 14, 13, 16, 15, 12, 15, 12);
        page.Title(words["Trend_Title"]);
        page.Headers(HeaderRow, 1, words["Trend_Month"], words["Trend_Received"], words["Trend_Answered"], words["Trend_Closed"],
            words["Trend_Backlog"], words["Trend_InTime"], words["Trend_Late"], words["Trend_Compliance"], words["Trend_Goal"]);
        var goal = report.Goals.GetValueOrDefault(Kpi.Compliance)?.Goal;
        foreach (var (at, month) in report.Trend.Index())
            WriteMonth(page, words, audit, month, First + at, goal, counted: month.Month == report.Period);

        page.Add(FlowChart(page, report, words));
        page.Add(ComplianceChart(page, report, words));
        var next = DaySection.Write(page, report, words, audit, First + report.Trend.Count + 2);
        WeekSection.Write(page, report, words, next);
        page.PrintOnOnePage(rows: ChartPlace(4).Row + 1, columns: 22, upright: false);
    }

    /// <param name="counted">The month of the report is counted from the data sheet; the others have no rows there.</param>
    private static void WriteMonth(SheetPage page, Words words, Audit audit, MonthTrend month, int row, double? goal, bool counted)
    {
        page.Lead(row, 1, SerialDate.Of(month.Month.From), words["Format_Month"]);
        Count(Received, month.Received, audit.Of(Kpi.Received));
        Count(Answered, month.Answered, audit.Of(Kpi.Answered));
        Count(Closed, month.Closed, audit.Of(Kpi.Closed));
        Count(Backlog, month.Backlog, audit.Of(Kpi.Backlog));
        Count(InTime, month.Resolution.InTime, audit.CountInTime(true));
        Count(Late, month.Resolution.Late, audit.CountInTime(false));
        ComplianceCell.Write(page, row, Compliance, InTime, Late, month.Resolution);
        page.Number(row, Goal, goal, Formats.Share);

        void Count(int column, int count, string formula)
        {
            if (counted)
                page.Formula(row, column, formula, count, Formats.Count);
            else
                page.Number(row, column, count, Formats.Count);
        }
    }

    private static Chart FlowChart(SheetPage page, MonthlyReport report, Words words) => new()
    {
        Title = words["Trend_FlowChart"],
        Place = ChartPlace(0),
        Categories = Months(page, report, words),
        Series =
        [
            Counts(page, report, words["Trend_Received"], Received, month => month.Received, Palette.Blue, Shape.Bar),
            Counts(page, report, words["Trend_Closed"], Closed, month => month.Closed, Palette.Sky, Shape.Bar),
            Counts(page, report, words["Trend_Backlog"], Backlog, month => month.Backlog, Palette.Orange, Shape.Line),
        ],
    };

    private static Chart ComplianceChart(SheetPage page, MonthlyReport report, Words words)
    {
        var goal = report.Goals.GetValueOrDefault(Kpi.Compliance)?.Goal;
        return new Chart
        {
            Title = words["Trend_ComplianceChart"],
            Place = ChartPlace(1),
            Categories = Months(page, report, words),
            ValueFormat = Formats.WholeShare,
            ShareTop = 1,
            Series =
            [
                Counts(page, report, words["Trend_Compliance"], Compliance, month => month.Resolution.Compliance, Palette.Blue, Shape.Line),
                Counts(page, report, words["Trend_Goal"], Goal, _ => goal, Palette.Grey, Shape.Line) with { Dashed = true },
            ],
        };
    }

    private static Categories Months(SheetPage page, MonthlyReport report, Words words) => new(
        page.Cells(1, First, report.Trend.Count),
        [],
        [.. report.Trend.Select(month => SerialDate.Of(month.Month.From))],
        words["Format_Month"]);

    private static Series Counts(
        SheetPage page, MonthlyReport report, string name, int column, Func<MonthTrend, double?> value, string colour, Shape shape) =>
        new(page.Cell(HeaderRow, column), name, page.Cells(column, First, report.Trend.Count),
            [.. report.Trend.Select(value)], colour, shape);
}
