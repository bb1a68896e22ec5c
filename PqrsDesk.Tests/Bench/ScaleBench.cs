using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Dashboards;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Searching;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class ScaleBench : ISizedBench
{
    private const int Events = 30;

    /// <summary>One ticket in five has it.</summary>
    private const string CommonWord = "alumbrado";
    private static readonly TimeSpan FilingFor = TimeSpan.FromSeconds(5);

    public string Name => "scale";
    public string About => $"The same desk at several sizes, one ticket in ten open, a year of history; pages as the server draws them, the search for a word that one ticket in five has, a ticket with {Events} events, one client that files. In brackets the ratio to the smallest size.";
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000, 1_000_000];
    public string SizesMean => "tickets, each a row";
    public bool Usual => false;
    public IReadOnlyList<string> Columns =>
        ["engine, tickets", "queue query p50 ms", "queue page p50 ms", "queue page p95 ms", "counters p50 ms", "search p50 ms", "search p95 ms", "ticket page p50 ms", "dashboard of a month p50 ms", "filings/s"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", .. Columns.Skip(1).Select((_, at) => at == 0 ? "not installed here" : "")];
                continue;
            }

            double[]? smallest = null;
            foreach (var size in Sizes.Order())
            {
                var figures = await MeasureAsync(engine, size);
                smallest ??= figures;
                yield return [$"{engine}, {size:N0}", .. figures.Zip(smallest, Told)];
            }
        }
    }

    /// <summary>All figures of one filled desk, in the order of the columns.</summary>
    private static async Task<double[]> MeasureAsync(Engine engine, int size)
    {
        await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
        await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
        var number = await LivedAsync(desk);

        // What its own housekeeping would have done within minutes.
        await desk.Get<FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
        using var client = await desk.StaffAsync();
        var query = await Timing.OfAsync(() => desk.Get<ListTickets>().RunAsync(new QueueView(new TicketFilter()), CancellationToken.None));
        var page = await Timing.OfAsync(() => client.GetStringAsync(DeskUrls.Queue));
        var counters = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<CountQueue>().RunAsync(db, CancellationToken.None)));
        var search = await Timing.OfAsync(() => desk.Get<SearchCases>().RunAsync(new(CommonWord), new Reader(AllTickets: true), CancellationToken.None));
        var ticket = await Timing.OfAsync(() => client.GetStringAsync(DeskUrls.TicketOf(number)));
        var board = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<ReadBoard>().RunAsync(db, new BoardView(PeriodChoice.LastMonth), CancellationToken.None)));
        return [Of(query, 50), Of(page, 50), Of(page, 95), Of(counters, 50), Of(search, 50), Of(search, 95), Of(ticket, 50), Of(board, 50), await FilingsAsync(desk)];
    }

    private static async Task<string> LivedAsync(WebDesk desk)
    {
        var number = (await desk.FileAsync()).Number;
        for (var i = 1; i < Events; i++)
        {
            if (i % 2 == 0) await desk.NoteAsync(number);
            else await desk.ReplyAsync(number);
        }

        return number;
    }

    private static async Task<double> FilingsAsync(WebDesk desk)
    {
        var filed = 0;
        var since = Stopwatch.GetTimestamp();
        for (; Stopwatch.GetElapsedTime(since) < FilingFor; filed++) await desk.FileAsync();
        return filed / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static double Of(Timing timing, int percent) => double.Parse(timing.Percentile(percent), CultureInfo.InvariantCulture);

    private static string Told(double figure, double smallest) => $"{figure:0.0} ({figure / Math.Max(smallest, 0.1):0.0})";
}
