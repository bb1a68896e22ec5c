using PqrsDesk.Infrastructure.Excel.Charts;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

internal static class WeekSection
{
    private const int InTime = 4, Late = 5, Compliance = 6;

    public static void Write(SheetPage page, MonthlyReport report, Words words, int row)
    {
        var (weeks, first) = (report.Parts.Weeks, row + 3);
        page.Heading(row, 1, words["Trend_Weeks"]);
        page.Text(row + 1, 1, words["Trend_WeekNote"]);
        page.Headers(row + 2, 1, words["Trend_Week"], words["Trend_From"], words["Trend_To"],
            words["Trend_InTime"], words["Trend_Late"], words["Trend_Compliance"]);
        foreach (var (at, week) in weeks.Index())
        {
            page.Lead(first + at, 1, week.Week.IsoWeek, Formats.Count);
            page.Lead(first + at, 2, SerialDate.Of(week.Week.From), words["Format_Date"]);
            page.Lead(first + at, 3, SerialDate.Of(week.Week.To), words["Format_Date"]);
            page.Number(first + at, InTime, week.Resolution.InTime, Formats.Count);
            page.Number(first + at, Late, week.Resolution.Late, Formats.Count);
            ComplianceCell.Write(page, first + at, Compliance, InTime, Late, week.Resolution);
        }
        page.Add(new Chart
        {
            Title = words["Trend_WeekChart"],
            Place = TrendSheet.ChartPlace(3),
            ValueFormat = Formats.WholeShare,
            ShareTop = 1,
            Categories = new Categories(
                page.Cells(1, first, weeks.Count), [], [.. weeks.Select(week => (double)week.Week.IsoWeek)], Formats.Count),
            Series =
            [
                new Series(page.Cell(row + 2, Compliance), words["Trend_Compliance"], page.Cells(Compliance, first, weeks.Count),
                    [.. weeks.Select(week => week.Resolution.Compliance)], Palette.Blue),
            ],
        });
    }
}
