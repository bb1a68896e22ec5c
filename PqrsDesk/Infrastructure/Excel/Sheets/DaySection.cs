using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

internal static class DaySection
{
    /// <summary>Returns the row at which the next section may start.</summary>
    public static int Write(SheetPage page, MonthlyReport report, Words words, Audit audit, int row)
    {
        var (days, first) = (report.Parts.Days, row + 2);
        page.Heading(row, 1, words["Trend_Days"]);
        page.Headers(row + 1, 1, words["Trend_Day"], words["Trend_Received"], words["Trend_Answered"], words["Trend_Closed"]);
        foreach (var (at, day) in days.Index())
        {
            var name = CellName.Of(first + at, 1);
            page.Lead(first + at, 1, SerialDate.Of(day.Day), words["Format_Date"]);
            page.Formula(first + at, 2, audit.OnDay("FiledAt", name), day.Received, Formats.Count);
            page.Formula(first + at, 3, audit.OnDay("AnsweredAt", name), day.Answered, Formats.Count);
            page.Formula(first + at, 4, audit.OnDay("ClosedAt", name), day.Closed, Formats.Count);
        }
        page.Add(new Chart
        {
            Title = words["Trend_DayChart"],
            Place = TrendSheet.ChartPlace(2),
            Categories = new Categories(
                page.Cells(1, first, days.Count), [], [.. days.Select(day => SerialDate.Of(day.Day))], "d"),
            Series =
            [
                new Series(page.Cell(row + 1, 2), words["Trend_Received"], page.Cells(2, first, days.Count),
                    [.. days.Select(day => (double?)day.Received)], Palette.Blue, Shape.Line),
                new Series(page.Cell(row + 1, 3), words["Trend_Answered"], page.Cells(3, first, days.Count),
                    [.. days.Select(day => (double?)day.Answered)], Palette.Orange, Shape.Line),
            ],
        });
        return first + days.Count + 2;
    }
}
