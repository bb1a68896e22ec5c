using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel.Sheets;

/// <summary>Resumen: the indicators with their goals, and what came in by kind, channel, area and priority.</summary>
internal static class SummarySheet
{
    public const int FromRow = 3;
    public const int ToRow = 4;
    public const int DateColumn = 2;

    private const int HeaderRow = 8;
    private const int Value = 2, Goal = 3, Limit = 4, Previous = 5, Difference = 6, LastYear = 7, Light = 8;

    private static readonly string[] Headers =
    [
        "Summary_Kpi", "Summary_Value", "Summary_Goal", "Summary_Limit",
        "Summary_Previous", "Summary_Difference", "Summary_LastYear", "Summary_Light",
    ];

    public static void Write(SheetPage page, MonthlyReport report, Words words, Audit audit)
    {
        page.Widths(34, 18, 12, 12, 14, 14, 16, 14);
        page.Title(string.Format(words.Culture, words["Summary_Title"], report.Period.From.ToString("MMMM yyyy", words.Culture)));
        WriteExtraction(page, report, words);
        page.Headers(HeaderRow, 1, [.. Headers.Select(key => words[key])]);
        foreach (var (at, kpi) in KpiTraits.All.Index())
            WriteKpi(page, report, words, audit, kpi, HeaderRow + 1 + at);
        CrossTables.Write(page, report, words, audit, HeaderRow + KpiTraits.All.Count + 3);
    }

    private static void WriteExtraction(SheetPage page, MonthlyReport report, Words words)
    {
        page.Text(2, 1, words["Summary_Desk"]);
        page.Text(2, DateColumn, report.Desk);
        page.Text(FromRow, 1, words["Summary_From"]);
        page.Lead(FromRow, DateColumn, SerialDate.Of(report.Period.From), words["Format_Date"]);
        page.Text(ToRow, 1, words["Summary_To"]);
        page.Lead(ToRow, DateColumn, SerialDate.Of(report.Period.To), words["Format_Date"]);
        page.Text(5, 1, words["Summary_ReadAt"]);
        page.Lead(5, DateColumn, SerialDate.Of(report.ReadAt, report.Zone), words["Format_Instant"]);
        page.Text(6, 1, words["Summary_Zone"]);
        page.Text(6, DateColumn, report.Zone.Id);
    }

    private static void WriteKpi(SheetPage page, MonthlyReport report, Words words, Audit audit, Kpi kpi, int row)
    {
        var format = Formats.Of(kpi.Unit());
        var (value, previous) = (report.Month[kpi], report.Previous[kpi]);
        var goal = report.Goals.GetValueOrDefault(kpi);

        page.Text(row, 1, words[$"Kpi_{kpi}"]);
        page.Formula(row, Value, audit.Of(kpi), value, format);
        page.Number(row, Goal, goal?.Goal, format);
        page.Number(row, Limit, goal?.Limit, format);
        page.Number(row, Previous, previous, format);
        page.Formula(row, Difference, DifferenceFormula(row), value - previous, Formats.Signed(kpi.Unit()));
        page.Number(row, LastYear, report.SameMonthLastYear[kpi], format);
        if (goal is null)
            page.WordFormula(row, Light, $"\"{words["TrafficLight_NoGoal"]}\"", words["TrafficLight_NoGoal"]);
        else
            WriteLight(page, words, kpi, row, goal.Light(kpi, value));
    }

    private static void WriteLight(SheetPage page, Words words, Kpi kpi, int row, TrafficLight light)
    {
        var (value, goal, limit) = (CellName.Of(row, Value), CellName.Of(row, Goal), CellName.Of(row, Limit));
        var meets = kpi.MoreIsBetter() ? ">=" : "<=";
        page.WordFormula(
            row, Light,
            $"IF({value}=\"\",\"{words[TrafficLight.NoData]}\",IF({value}{meets}{goal},\"{words[TrafficLight.Green]}\"," +
            $"IF({value}{meets}{limit},\"{words[TrafficLight.Yellow]}\",\"{words[TrafficLight.Red]}\")))",
            words[light]);
        page.ColourWhen(row, Light, words[TrafficLight.Green], Palette.GreenFill, Palette.GreenInk);
        page.ColourWhen(row, Light, words[TrafficLight.Yellow], Palette.YellowFill, Palette.YellowInk);
        page.ColourWhen(row, Light, words[TrafficLight.Red], Palette.RedFill, Palette.RedInk);
    }

    private static string DifferenceFormula(int row)
    {
        var (value, previous) = (CellName.Of(row, Value), CellName.Of(row, Previous));
        return $"IF(OR({value}=\"\",{previous}=\"\"),\"\",{value}-{previous})";
    }
}
