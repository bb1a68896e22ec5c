using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
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

        using var book = new OpenedWorkbook(await MakeAsync(lived.Desk, period));

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

        using var book = new OpenedWorkbook(await MakeAsync(lived.Desk, period));

        int Rows(string column, string said) => book.Cells("Datos").Count(cell => cell.CellReference!.Value!.TrimEnd("0123456789".ToCharArray()) == column && book.Text(cell) == said);
        Assert.Equal((await lived.Desk.FactsAsync()).Count(cut.Concerns) + 1, book.Cells("Datos").Count(cell => cell.CellReference!.Value!.StartsWith('A') && char.IsDigit(cell.CellReference.Value[1])));
        Assert.Equal(month.Resolution.InTime, Rows("T", "Sí"));
        Assert.Equal(month.Resolution.Late, Rows("T", "No"));
        Assert.Equal(month.FirstResponse.InTime, Rows("U", "Sí"));
        Assert.Equal(month.Stock.Open, Rows("V", "Sí"));
        Assert.Equal(month.Stock.Overdue, Rows("W", "Sí"));
    }

    [SkippableTheory, Engines]
    public async Task Contracts_say_what_the_customer_s_own_report_says(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (customer, portal) = (await desk.WinCustomerAsync(ServiceLevel.Standard), await desk.LaunchAsync());
        var contract = await desk.AgreeAsync(Agreements.Draft(customer.Id, await desk.OfferAsync(), portal.Id) with { IncludedHours = 1, IncludedCases = 5, Until = new(2026, 3, 10) });

        // Answered in time, replied to too late, and left alone until both promises were missed.
        var (kept, late, lost) = (await FileAsync(), await FileAsync(), await FileAsync());
        await desk.FileAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        await desk.AnswerAsync(kept);
        desk.Clock.Advance(TimeSpan.FromMinutes(60));
        await desk.ReplyAsync(late);
        desk.Clock.Now = new(2026, 3, 20, 15, 0, 0, TimeSpan.Zero);
        await desk.ChangeAsync(lost, (ticket, book, now) => ticket.SpendTime(90, "Después del contrato.", now.On, false, book, now));
        await desk.Get<Sweeping.SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        var report = (await desk.Get<ServiceReports.ReadServiceReport>().RunAsync(customer.Id, Period.Month(2026, 3), CancellationToken.None))!.Figures;

        using var book = new OpenedWorkbook(await MakeAsync(desk, Period.Month(2026, 3)));

        Assert.Empty(book.Errors);
        var line = Assert.Single(report.Contracts);
        Assert.Equal((contract.Number, 3), (book.Text("Contratos", "A5"), book.Number("Contratos", "F5")));
        Assert.Equal((1, 2), (book.Number("Contratos", "G5"), book.Number("Contratos", "H5")));
        Assert.Equal((Kept(DeadlineKind.FirstResponse).InTime, Kept(DeadlineKind.FirstResponse).Late), (book.Number("Contratos", "G5"), book.Number("Contratos", "H5")));
        Assert.Equal((Kept(DeadlineKind.Resolution).InTime, Kept(DeadlineKind.Resolution).Late), (book.Number("Contratos", "J5"), book.Number("Contratos", "K5")));
        Assert.Equal((1, 2), (Kept(DeadlineKind.Resolution).InTime, Kept(DeadlineKind.Resolution).Late));

        // 90 minutes that came after the last day are of its last period, here as there.
        Assert.Equal((1.5, 1.5, 3), (line.UsedMinutes / 60.0, book.Number("Contratos", "N5"), book.Number("Contratos", "Q5")));
        Assert.Equal(3, book.Cells("Datos").Count(cell => cell.CellReference!.Value!.StartsWith("AE", StringComparison.Ordinal) && book.Text(cell) == contract.Number));

        async Task<string> FileAsync() => (await desk.FileAsync(Agreements.About(portal, customer.Id))).Number;

        Timeliness Kept(DeadlineKind kind) => report.Promises.Where(row => row.Source.ContractId == contract.Id && row.Kind == kind).Select(row => row.Kept).Aggregate(Timeliness.None, Timeliness.Add);
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

    private static async Task<MemoryStream> MakeAsync(TestDesk desk, Period period)
    {
        var file = new MemoryStream();
        Assert.True(await desk.Get<MakeWorkbook>().RunAsync(period, Spanish, () => file, CancellationToken.None));
        file.Position = 0;
        return file;
    }

    private static void Same(double? expected, double? found) => Assert.Equal(Rounded(expected), Rounded(found));

    private static double? Rounded(double? value) => value is { } number ? Math.Round(number, 9) : null;
}
