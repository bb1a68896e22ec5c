using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench.Acting;
using PqrsDesk.Bench.Circuits;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class ActionsBench : ISizedBench
{
    private const int Warm = 15;
    private const int Times = 60;

    /// <summary>Goal of each, in milliseconds at the median.</summary>
    private const int Goal = 100;

    public string Name => "actions";

    public string About =>
        "What an agent does, each by its own use case and the one door, with what the page reads again after it; pages as the server draws them. One ticket in ten is open, somebody else has the queue open, and what each acts on nothing was done to before. "
        + $"Goal: a median under {Goal} ms at the server, whatever it is.";

    public IReadOnlyList<int> Sizes { get; set; } = [100_000];
    public string SizesMean => "tickets of the desk";
    public bool Usual => false;
    public IReadOnlyList<string> Columns => ["engine, tickets: action", "median ms", "p95 ms", "goal"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            foreach (var size in Sizes)
            {
                await using var desk = await WebDesk.StartAsync(new() { Engine = engine, Environment = "Production" });
                await ManyTickets.FillAsync(desk, size, desk.Clock.Now);
                // What its own housekeeping would have done within minutes.
                await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
                using var colleague = await desk.StaffAsync();
                await using var watching = await Circuit.OpenAsync(colleague, DeskUrls.Queue, _ => { }, CancellationToken.None);
                await using var agent = await AgentActs.HireAsync(desk);
                foreach (var (name, act) in agent.All)
                {
                    var timing = await Timing.MeasuredAsync(act, Warm, Times);
                    yield return [$"{engine}, {size:N0}: {name}", timing.Percentile(50), timing.Percentile(95), timing.At(50) < Goal ? "met" : "MISSED"];
                }

                if (watching.Fault is { } lost) throw new InvalidOperationException("The colleague's circuit was lost.", lost);
            }
        }
    }
}
