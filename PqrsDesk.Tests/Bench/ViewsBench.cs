using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.Queue;
using PqrsDesk.Features.Queue.Grouping;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class ViewsBench : ISizedBench
{
    private const int Watchers = 50;
    private static readonly TimeSpan FilingFor = TimeSpan.FromSeconds(5);

    // As many as a side bar can have of one's own, from the common to the rare.
    private static readonly TicketFilter[] Saved =
    [
        .. Enum.GetValues<TicketKind>().Select(kind => new TicketFilter { Kind = kind }),
        .. Enum.GetValues<Priority>().Select(priority => new TicketFilter { Priority = priority, Kind = Choices.Of([TicketKind.Claim, TicketKind.Complaint]) }),
        new() { Due = DueFilter.Today },
        new() { Due = DueFilter.Overdue, AreaId = 2 },
        new() { Status = TicketStatus.AwaitingPetitioner },
        new() { Topic = "Copia del acta", Channel = Choices.Of([Channel.Web], not: true) },
        new() { Topic = "Ninguno" },
        new() { AreaId = Choices.Of([1, 2]), Priority = Priority.High },
        new() { Match = FilterMatch.Any, Kind = TicketKind.Report, Topic = "Ninguno" },
        new() { Product = "Ninguno" },
        new() { Reopened = true },
    ];

    public string Name => "views";
    public string About => $"Views of the queue, one ticket in ten open: the counts of {Saved.Length} saved views once each (the last of them match nothing, and are sought among all that is open), the first page by each way of grouping and by several attributes, and one client that files while nobody looks at those views and while {Watchers} people have all of them in their side bars.";
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 200_000];
    public string SizesMean => "tickets, each a row";
    public bool Usual => false;
    public IReadOnlyList<string> Columns =>
        ["engine, tickets", "all counts ms", "dearest count ms", .. Enum.GetValues<QueueGrouping>().Select(by => $"by {by} p50 ms"), "all but two kinds p50 ms", "any of three p50 ms", "filings/s", "filings/s watched"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null) continue;
            foreach (var size in Sizes)
            {
                await using var desk = await TestDesk.StartAsync(engine);
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
                yield return [$"{engine}, {size:N0}", .. await MeasureAsync(desk)];
            }
        }
    }

    private static async Task<List<string>> MeasureAsync(TestDesk desk)
    {
        var counts = new List<double>();
        foreach (var filter in Saved)
            counts.Add(Of(await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<CountTickets>().RunAsync(db, filter, CancellationToken.None)), brief: true)));
        List<string> told = [$"{counts.Sum():0.0}", $"{counts.Max():0.0}"];
        foreach (var by in Enum.GetValues<QueueGrouping>())
            told.Add((await Timing.OfAsync(() => desk.Get<ListGroups>().RunAsync(new(new(), by), CancellationToken.None), brief: true)).Percentile(50));
        told.Add(await PageAsync(desk, new() { Kind = Choices.Of([TicketKind.Claim, TicketKind.Petition], not: true) }));
        told.Add(await PageAsync(desk, new() { Match = FilterMatch.Any, Kind = TicketKind.Report, AreaId = 2, Priority = Priority.High }));
        told.Add(await FilingsAsync(desk));
        var views = desk.Get<LiveViews>();
        var watches = Enumerable.Range(0, Watchers).SelectMany(_ => Saved.Select(filter => views.Watch(desk.Get<CountTickets>().Question(filter), _ => { }))).ToList();
        told.Add(await FilingsAsync(desk));
        watches.ForEach(watch => watch.Dispose());
        return told;
    }

    private static async Task<string> PageAsync(TestDesk desk, TicketFilter filter) =>
        (await Timing.OfAsync(() => desk.Get<ListTickets>().RunAsync(new QueueView(filter), CancellationToken.None), brief: true)).Percentile(50);

    private static async Task<string> FilingsAsync(TestDesk desk)
    {
        var (filed, since) = (0, Stopwatch.GetTimestamp());
        for (; Stopwatch.GetElapsedTime(since) < FilingFor; filed++)
        {
            await desk.FileAsync();

            // The test's clock stands still, and the views rest by it.
            desk.Clock.Advance(TimeSpan.FromMilliseconds(2));
        }

        return $"{filed / Stopwatch.GetElapsedTime(since).TotalSeconds:0}";
    }

    private static double Of(Timing timing) => double.Parse(timing.Percentile(50), CultureInfo.InvariantCulture);
}
