using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench.Circuits;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class LiveBench : ISizedBench
{
    private const int Tickets = 10_000;
    private static readonly int[] Paces = [1, 20];

    public string Name => "live";

    public string About =>
        "Real circuits, each over a WebSocket of its own in Blazor's protocol (compressed as browsers ask for, every batch acknowledged, nothing applied to a document), "
        + $"watch the open queue by newest on a desk of {Tickets:N0} tickets while filings arrive by the API: from a filing's acknowledgement to the batch that carries its row, over all circuits and filings, "
        + "and from its asking as an upper bound of commit to push. The desk runs in production in processes of its own; circuits and API client run beside it on the same cores. "
        + "With two nodes the circuits are on one and the filings go to the other: processor and memory are of the watched one. "
        + "Memory of a circuit is what the server holds more than before them, both after full collections asked for at the runtime's diagnostic port: resident, and on the managed heap.";

    public IReadOnlyList<int> Sizes { get; set; } = [1, 50, 200, 500];
    public string SizesMean => "circuits";
    public bool Usual => false;

    public IReadOnlyList<string> Columns =>
        ["engine, nodes", "circuits", "changes a second", "p50 ms", "p95 ms", "p95 ms from asking", "server's cores", "MiB a circuit", "of it managed", "rows missed", "load before"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var nodes = engine == Engine.Sqlite ? 1 : 2;
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}, {nodes}", "not installed here", "", "", "", "", "", "", "", "", ""];
                continue;
            }

            await using var desk = await TestDesk.StartAsync(engine);
            await ManyTickets.FillAsync(desk, Tickets, DateTimeOffset.UtcNow);
            // What its own housekeeping would have done within a minute.
            if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
            var (kept, key) = ApiKey.Create("bench", Role.Agent, DateTimeOffset.UtcNow);
            await desk.AddAsync(kept);
            var watcher = await desk.HireWithAccountAsync();
            foreach (var circuits in Sizes)
            {
                await using var watched = await NodeProcess.StartAsync(desk.Connection, engine);
                await using var other = nodes == 1 ? null : await NodeProcess.StartAsync(desk.Connection, engine);
                await using var watch = await LiveWatch.BeginAsync(watched, other ?? watched, watcher.Email, key);
                await watch.OpenAsync(circuits);
                foreach (var pace in Paces) yield return [$"{engine}, {nodes}", $"{circuits}", $"{pace}", .. await watch.MeasureAsync(pace)];
            }
        }
    }
}
