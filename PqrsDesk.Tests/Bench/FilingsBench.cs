using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class FilingsBench : IBench
{
    /// <summary>Until the runtime has compiled for the second time what is used most.</summary>
    private const int Warm = 3_000;
    private static readonly TimeSpan For = TimeSpan.FromSeconds(5);

    public string Name => "filings";
    public string About => "Filings a second by the one door, each on disk with its number, contact, deadlines and event before the next of the same client.";
    public IReadOnlyList<string> Columns => ["engine, clients", "filings a second", "p50 ms", "p95 ms"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            if (engine == Engine.Postgres && Machine.PostgresPrograms is null)
            {
                yield return [$"{engine}", "not installed here", "", ""];
                continue;
            }

            foreach (var clients in new[] { 1, 32 })
            {
                await using var desk = await TestDesk.StartAsync(engine);
                for (var i = 0; i < Warm; i++) await FileAsync(desk, i % clients);
                var since = Stopwatch.GetTimestamp();
                var spent = (await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(desk, client, since))))).SelectMany(times => times).Order().ToList();
                var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
                var kept = await desk.ReadAsync(db => db.Tickets.CountAsync());
                if (kept != Warm + spent.Count) throw new InvalidOperationException($"{spent.Count} filings were acknowledged, {kept - Warm} kept.");
                yield return [$"{engine}, {clients}", $"{spent.Count / seconds:N0}", $"{spent[spent.Count / 2]:0.0}", $"{spent[spent.Count * 95 / 100]:0.0}"];
            }
        }
    }

    private static async Task<List<double>> ClientAsync(TestDesk desk, int client, long since)
    {
        var spent = new List<double>();
        while (Stopwatch.GetElapsedTime(since) < For)
        {
            var started = Stopwatch.GetTimestamp();
            await FileAsync(desk, client);
            spent.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return spent;
    }

    private static Task<Receipt> FileAsync(TestDesk desk, int client) =>
        desk.FileAsync(petitioner: Samples.Petitioner with { Document = $"CC {client}", Email = $"{client}@example.org" });
}
