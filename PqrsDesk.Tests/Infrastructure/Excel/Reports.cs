using System.Globalization;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Pricing;

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

    /// <summary>The same facts, each third of them under one of two contracts, and the report with both.</summary>
    public static (IReadOnlyList<TicketFact> Facts, MonthlyReport Report) Contracted(IReadOnlyList<TicketFact> facts, string name = "C-2026-0001", string culture = "es-CO")
    {
        List<TicketFact> under = [.. facts.Select((fact, at) => at % 3 == 0 ? fact with { ContractId = 1 + (at % 2) } : fact)];
        var report = Of(under, culture);
        var cut = new Cut(report.Period, report.Zone, report.ReadAt);
        var span = new IncludedSpan(report.Period.From, report.Period.To);
        return (under, report with
        {
            Contracts =
            [
                new(1, name, "Aguas del Valle", "Oro", new(2026, 1, 1), new(2026, 12, 31), Count(1), new(8, 2, 0), new(0, 0, 0), new(span, 10, null, 750, 7, Money.Pesos(90_000), Money.Pesos(0))),
                new(2, $"{name}*", "=1+1", "Plata", new(2025, 1, 1), new(2026, 5, 31), Count(2), new(0, 1, 1), new(3, 0, 0), null),
            ],
        });

        int Count(int contract) => under.Count(fact => fact.ContractId == contract && cut.Received(fact));
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
