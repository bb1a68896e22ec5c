using System.Globalization;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Excel;

/// <summary>Reports over facts counted in memory, and their files.</summary>
public static class Reports
{
    public static readonly DateTimeOffset ReadAt = Facts.Local(2026, 7, 2, 8, 30);
    public static readonly Period June = Period.Month(2026, 6);

    public static MonthlyReport Of(IReadOnlyList<TicketFact> facts, string culture = "es-CO", Period? period = null)
    {
        var tally = new FactTally(facts, Facts.Bogota, ReadAt);
        var month = period ?? June;
        return new MonthlyReport
        {
            Desk = "Mesa de atención",
            Zone = Facts.Bogota,
            ReadAt = ReadAt,
            Culture = CultureInfo.GetCultureInfo(culture),
            Month = tally.Indicators(month),
            Previous = tally.Indicators(month.Previous),
            SameMonthLastYear = tally.Indicators(month.SameLastYear),
            Parts = tally.Breakdown(month),
            Trend = tally.Trend(month, 13),
            Notes = [new DictionaryEntry("Filtro", "Todas las áreas")],
        };
    }

    public static async Task<MemoryStream> WriteAsync(IReadOnlyList<TicketFact> facts, MonthlyReport report)
    {
        var cut = new Cut(report.Period, report.Zone, report.ReadAt);
        var file = new MemoryStream();
        await MonthlyWorkbook.WriteAsync(report, facts.Where(cut.Concerns).ToAsyncEnumerable(), file);
        file.Position = 0;
        return file;
    }

    public static Task<MemoryStream> WriteAsync(IReadOnlyList<TicketFact> facts, string culture = "es-CO") =>
        WriteAsync(facts, Of(facts, culture));
}
