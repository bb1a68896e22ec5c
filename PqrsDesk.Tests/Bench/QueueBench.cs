using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class QueueBench : ISizedBench
{
    public string Name => "queue";
    public string About => "The first page of the queue, one ticket in ten open: the query alone, the counters, and the whole page as the server draws it for a signed-in agent.";
    public IReadOnlyList<int> Sizes { get; set; } = [10_000, 100_000];
    public string SizesMean => "tickets, each a row";
    public IReadOnlyList<string> Columns => ["engine, tickets", "query p50 ms", "query p95 ms", "counters p50 ms", "page p50 ms", "page p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", "", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                // What its own housekeeping would have done within a minute.
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                using var client = await desk.StaffAsync();
                var query = await Timing.OfAsync(() => desk.Get<ListTickets>().RunAsync(new QueueView(new TicketFilter()), CancellationToken.None));
                var counters = await Timing.OfAsync(() => desk.ReadAsync(db => desk.Get<CountQueue>().RunAsync(db, CancellationToken.None)));
                var page = await Timing.OfAsync(() => client.GetStringAsync(DeskUrls.Queue));
                yield return [$"{engine}, {size:N0}", query.Percentile(50), query.Percentile(95), counters.Percentile(50), page.Percentile(50), page.Percentile(95)];
            }
        }
    }
}
