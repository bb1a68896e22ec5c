using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Features.Dashboards;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class DashboardBench : ISizedBench
{
    private const int Times = 10;

    public string Name => "dashboard";
    public string About => "All figures of a dashboard, one ticket in ten open, a year of history; and a workbook with every one of those tickets, read from the store.";
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000];
    public string SizesMean => "tickets, each a row";
    public IReadOnlyList<string> Columns => ["engine, tickets", "compliance ms", "this month ms", "90 days ms", "a year ms", "workbook s", "rows", "MiB above idle"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                await desk.Get<FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
                var read = desk.Get<ReadBoard>();
                var year = new BoardView(PeriodChoice.Custom, new DateOnly(2025, 3, 4), new DateOnly(2026, 3, 3));
                yield return
                [
                    $"{engine}, {size:N0}",
                    await MedianAsync(() => ResolutionAsync(desk)),
                    await MedianAsync(() => desk.ReadAsync(db => read.RunAsync(db, new BoardView(), CancellationToken.None))),
                    await MedianAsync(() => desk.ReadAsync(db => read.RunAsync(db, new BoardView(PeriodChoice.Last90Days), CancellationToken.None))),
                    await MedianAsync(() => desk.ReadAsync(db => read.RunAsync(db, year, CancellationToken.None))),
                    .. await WorkbookAsync(desk, year.PeriodOn(new DateOnly(2026, 3, 3))),
                ];
            }
        }
    }

    private static async Task<Timeliness> ResolutionAsync(TestDesk desk)
    {
        await using var reading = await desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        return await reading.ResolutionAsync(Period.Month(reading.Today), CancellationToken.None);
    }

    private static async Task<string> MedianAsync<T>(Func<Task<T>> run)
    {
        var times = new List<double>();
        for (var i = 0; i <= Times; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return $"{times[Times / 2]:N1}";
    }

    private static async Task<string[]> WorkbookAsync(TestDesk desk, Period period)
    {
        await using var reading = await desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        var rows = await reading.FactsAsync(period).CountAsync();
        var figures = await WorkbookBench.MeasureAsync(rows, async file => await MonthlyWorkbook.WriteAsync(await ReportAsync(reading, period), reading.FactsAsync(period), file));
        return [$"{figures.Took.TotalSeconds:0.0}", $"{rows:N0}", $"{figures.AboveIdle / 1024 / 1024:N0}"];
    }

    private static async Task<MonthlyReport> ReportAsync(KpiReading reading, Period period) => new()
    {
        Desk = "Mesa de atención",
        Zone = reading.Zone,
        ReadAt = reading.ReadAt,
        Culture = CultureInfo.GetCultureInfo("es-CO"),
        Month = await reading.IndicatorsAsync(period, CancellationToken.None),
        Previous = await reading.IndicatorsAsync(period.Previous, CancellationToken.None),
        SameMonthLastYear = await reading.IndicatorsAsync(period.SameLastYear, CancellationToken.None),
        Parts = await reading.BreakdownAsync(period, CancellationToken.None),
        Trend = await reading.TrendAsync(period, 13, CancellationToken.None),
    };
}
