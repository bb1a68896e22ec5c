using Microsoft.EntityFrameworkCore;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class SlaBench : ISizedBench
{
    private const int DeadlinesForEachOpen = 10;
    private const int Counted = 1_000;

    public string Name => "sla";
    public string About => "Deadlines of a year laid again on new calendars by one core, beside counting their minutes, with the same answers; and the sweep when nothing is due, without closed tickets and with many.";
    public IReadOnlyList<string> Columns => ["work", "in all, or p50", "each, or p95", "goal"];
    public IReadOnlyList<int> Sizes { get; set; } = [100_000, 1_000_000];
    public string SizesMean => "open tickets, then closed ones; ten deadlines for each open one";

    /// <summary>It takes minutes to fill.</summary>
    public bool Usual => false;

    private int Open => Sizes[0];
    private int Closed => Sizes.Count > 1 ? Sizes[1] : Sizes[0] * 10;

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        await foreach (var row in DeadlinesAsync()) yield return row;
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            await using var desk = await TestDesk.StartAsync(engine);
            foreach (var (add, closed) in new[] { (0, 0), (Closed, Closed) })
            {
                await ManyTickets.FillAsync(desk, closed == 0 ? Open : add, open: closed == 0, desk.Clock.Now);
                // What its own housekeeping would have done within a minute.
                if (engine == Engine.Postgres) await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE"));
                var sweep = await Timing.OfAsync(() => SweepAsync(desk));
                yield return [$"{engine}, sweep with nothing due, {Open:N0} open, {closed:N0} closed", $"{sweep.Percentile(50)} ms", $"{sweep.Percentile(95)} ms", "5 ms"];
            }
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<string>> DeadlinesAsync()
    {
        await using var desk = await TestDesk.StartAsync();
        var many = new ManyDeadlines(await desk.BookAsync(), (await desk.ReadAsync(db => db.Areas.FirstAsync()))!);
        var (deadlines, counted) = (Open * DeadlinesForEachOpen, Math.Min(Counted, Open));
        var (laid, walked) = await Task.Run(() => many.Measure(deadlines, counted));
        var (each, eachWalked) = (laid.TotalNanoseconds / deadlines, walked.TotalNanoseconds / counted);
        yield return [$"{deadlines:N0} deadlines on one core", $"{laid.TotalSeconds:0.00} s", $"{each:N0} ns", "10 s for 1,000,000"];
        yield return [$"{counted:N0} of them minute by minute, the same answers", $"{walked.TotalSeconds:0.00} s", $"{eachWalked:N0} ns", $"{eachWalked / each:N0} times as long"];
    }

    private static async Task<int> SweepAsync(TestDesk desk)
    {
        var due = await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        return due == 0 ? due : throw new InvalidOperationException($"{due} were due.");
    }
}
