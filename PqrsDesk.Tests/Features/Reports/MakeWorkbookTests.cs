using System.Globalization;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Reports;

public sealed class MakeWorkbookTests
{
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-CO");

    [SkippableTheory, Engines("2026-02"), Engines("2026-03")]
    public async Task Every_total_is_the_screen_s(Engine engine, string month)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var period = ReportMonth.Read(month)!;
        var screen = (await lived.Desk.Get<ReadReport>().RunAsync(period, CancellationToken.None)).Figures!;
        var parts = await lived.Desk.Get<KpiReader>().BreakdownAsync(period, null, CancellationToken.None);
        var trend = await lived.Desk.Get<KpiReader>().TrendAsync(period, 13, null, CancellationToken.None);

        using var book = new OpenedWorkbook(await FileAsync(lived.Desk, period));

        Assert.Empty(book.Errors);
        foreach (var (at, kpi) in KpiTraits.All.Index())
        {
            Same(screen.Month[kpi], book.Number("Resumen", $"B{9 + at}"));
            Same(screen.Previous[kpi], book.Number("Resumen", $"E{9 + at}"));
            Same(screen.SameMonthLastYear[kpi], book.Number("Resumen", $"G{9 + at}"));
        }

        Assert.Equal(trend.Select(row => (double?)row.Received), Enumerable.Range(4, 13).Select(row => book.Number("Tendencia", $"B{row}")));
        Assert.Equal(trend.Select(row => (double?)row.Backlog), Enumerable.Range(4, 13).Select(row => book.Number("Tendencia", $"E{row}")));
        Assert.Equal(parts.Topics.Select(row => (double?)row.Count), Enumerable.Range(4, parts.Topics.Count).Select(row => book.Number("Pareto", $"B{row}")));
    }

    [Fact]
    public async Task The_rows_add_up_to_the_totals()
    {
        await using var lived = await LivedDesk.StartAsync();
        var period = Period.Month(2026, 2);
        var month = await lived.Desk.Get<KpiReader>().IndicatorsAsync(period, null, CancellationToken.None);
        var cut = new Cut(period, Facts.Bogota, lived.Now);

        using var book = new OpenedWorkbook(await FileAsync(lived.Desk, period));

        int Rows(string column, string said) => book.Cells("Datos").Count(cell => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) == column && book.Text(cell) == said);
        Assert.Equal((await lived.Desk.FactsAsync()).Count(cut.Concerns) + 1, book.Cells("Datos").Count(cell => cell.CellReference!.Value!.StartsWith('A') && char.IsDigit(cell.CellReference.Value[1])));
        Assert.Equal(month.Resolution.InTime, Rows("T", "Sí"));
        Assert.Equal(month.Resolution.Late, Rows("T", "No"));
        Assert.Equal(month.FirstResponse.InTime, Rows("U", "Sí"));
        Assert.Equal(month.Stock.Open, Rows("V", "Sí"));
        Assert.Equal(month.Stock.Overdue, Rows("W", "Sí"));
    }

    [Fact]
    public async Task It_speaks_the_language_that_was_asked_for()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();
        var file = new MemoryStream();

        Assert.True(await desk.Get<MakeWorkbook>().RunAsync(Period.Month(2026, 3), CultureInfo.GetCultureInfo("en-US"), () => file, CancellationToken.None));

        file.Position = 0;
        using var book = new OpenedWorkbook(file);
        Assert.Contains("Summary", book.SheetNames);
    }

    [Fact]
    public async Task A_month_in_which_nothing_was_filed_is_not_begun()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();

        var made = await desk.Get<MakeWorkbook>().RunAsync(Period.Month(2026, 2), Spanish, () => throw new InvalidOperationException("It was begun."), CancellationToken.None);

        Assert.False(made);
    }

    private static async Task<MemoryStream> FileAsync(TestDesk desk, Period period)
    {
        var file = new MemoryStream();
        Assert.True(await desk.Get<MakeWorkbook>().RunAsync(period, Spanish, () => file, CancellationToken.None));
        file.Position = 0;
        return file;
    }

    private static void Same(double? expected, double? found) => Assert.Equal(Rounded(expected), Rounded(found));

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 9) : null;
}
