using System.Diagnostics;
using PqrsDesk.Features.Importing;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class ImportBench : IBench
{
    private static readonly int[] Sizes = [2_000, 100_000];

    public string Name => "import";
    public string About => "A CSV file through the import, from opening it to the last commit; memory is the process's working set above what it was before.";
    public IReadOnlyList<string> Columns => ["engine, rows", "rows a second", "seconds", "MiB above before"];

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
                using var sample = new SampleImport();
                await using var desk = await TestDesk.StartAsync(engine);
                await RunAsync(desk, sample.Open(Rows("warm", 500)));
                GC.Collect();
                var (before, most) = (Process.GetCurrentProcess().WorkingSet64, 0L);
                var since = Stopwatch.GetTimestamp();
                using var file = sample.Open(Rows("bench", size));
                var opened = Stopwatch.GetTimestamp();
                var summary = await desk.Get<ImportTickets>().RunAsync(file, null, _ => most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64), CancellationToken.None);
                if (summary.Imported != size) throw new InvalidOperationException($"{summary.Imported} of {size} rows were imported.");
                var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
                yield return [$"{engine}, {size:N0}", $"{size / Stopwatch.GetElapsedTime(opened).TotalSeconds:N0}", $"{seconds:0.0}", $"{Math.Max(0, most - before) / 1024 / 1024:N0}"];
            }
        }
    }

    private static async Task RunAsync(TestDesk desk, ImportFile file)
    {
        using (file) await desk.Get<ImportTickets>().RunAsync(file, null, _ => { }, CancellationToken.None);
    }

    private static IEnumerable<string> Rows(string series, int count) =>
        Enumerable.Range(0, count).Select(i => SampleImport.Row($"{series}-{i}", due: "2015-06-20 10:00", closed: i % 10 == 0 ? "" : "2015-06-09 12:00", what: $"Lamp {i} is out"));
}
