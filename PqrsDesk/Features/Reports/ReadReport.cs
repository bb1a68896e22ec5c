using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Reports;

/// <summary>The months that can be taken, and what one of them says.</summary>
/// <param name="Months">Newest first, with how much was filed in each.</param>
/// <param name="Figures">Null when nothing has been filed yet, or not in the month that was asked for.</param>
public sealed record ReportChoice(IReadOnlyList<CountBy<Period>> Months, ReportFigures? Figures);

/// <summary>The totals of a month's workbook, and those beside which it puts them.</summary>
/// <param name="IsOver">Whether the month has ended: if not, it is cut at <paramref name="ReadAt"/>.</param>
public sealed record ReportFigures(Indicators Month, Indicators Previous, Indicators SameMonthLastYear, DateTimeOffset ReadAt, bool IsOver)
{
    public static async Task<ReportFigures> OfAsync(KpiReading reading, Period month, CancellationToken cancel) => new(
        await reading.IndicatorsAsync(month, cancel),
        await reading.IndicatorsAsync(month.Previous, cancel),
        await reading.IndicatorsAsync(month.SameLastYear, cancel),
        reading.ReadAt,
        reading.Today > month.To);
}

public sealed class ReadReport(KpiReader kpis)
{
    /// <param name="month">Null: the newest one.</param>
    public async Task<ReportChoice> RunAsync(Period? month, CancellationToken cancel)
    {
        await using var reading = await kpis.OpenAsync(null, cancel);
        var months = await reading.MonthsAsync(cancel);
        var chosen = months.FirstOrDefault(known => month is null || known.Key == month);
        return new ReportChoice(months, chosen is null ? null : await ReportFigures.OfAsync(reading, chosen.Key, cancel));
    }
}
