using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Reports;

/// <summary>Makes a month's workbook: figures and rows from one reading, so that they agree whatever happens meanwhile.</summary>
public sealed class MakeWorkbook(KpiReader kpis, FieldShelf fields, SlaShelf shelf, DeskSettings settings, IStringLocalizer<ReportsTexts> texts)
{
    private const int TrendMonths = 13;

    /// <param name="begin">Called when it is known that there will be a file; gives what to write it to.</param>
    /// <returns>False, and nothing was begun, when nothing was filed in that month.</returns>
    public async Task<bool> RunAsync(Period month, CultureInfo culture, Func<Stream> begin, CancellationToken cancel)
    {
        await using var reading = await kpis.OpenAsync(null, cancel);
        if (!(await reading.MonthsAsync(cancel)).Any(known => known.Key == month)) return false;
        var report = await ReportAsync(reading, month, culture, cancel);
        await MonthlyWorkbook.WriteAsync(report, reading.FactsAsync(month), begin(), cancel);
        return true;
    }

    private async Task<MonthlyReport> ReportAsync(KpiReading reading, Period month, CultureInfo culture, CancellationToken cancel)
    {
        var figures = await ReportFigures.OfAsync(reading, month, cancel);
        return new MonthlyReport
        {
            Desk = settings.Name,
            Zone = reading.Zone,
            ReadAt = reading.ReadAt,
            Culture = culture,
            Month = figures.Month,
            Previous = figures.Previous,
            SameMonthLastYear = figures.SameMonthLastYear,
            Parts = await reading.BreakdownAsync(month, cancel),
            Trend = await reading.TrendAsync(month, TrendMonths, cancel),
            Contracts = await ReportContracts.OfAsync(reading, await shelf.BookAsync(), month, cancel),
            Fields = [.. (await fields.BookAsync()).Fields.Where(field => field.Active)],
            Notes = [new DictionaryEntry(texts["Note.Scope"], texts["Note.Scope.All"])],
        };
    }
}
