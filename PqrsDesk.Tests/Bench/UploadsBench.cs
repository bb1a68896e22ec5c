using System.Diagnostics;
using PqrsDesk.Bench.Uploads;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Portal;
using PqrsDesk.Infrastructure;
using PqrsDesk.Testing;

namespace PqrsDesk.Bench;

public sealed class UploadsBench : ISizedBench
{
    private const long MiB = 1024 * 1024;

    public string Name => "uploads";
    public string About =>
        "Files of 100 MiB, one and ten at once, by each way they come and go: memory above that before, at its highest, looked at every 5 ms. The clients but the browser run in the same process as the server.";
    public IReadOnlyList<string> Columns => ["way, at once", "seconds", "MiB a second", "managed MiB above", "resident MiB above", "allocated MiB each"];
    public bool Usual => false;
    public IReadOnlyList<int> Sizes { get; set; } = [100];
    public string SizesMean => "MiB of one file";

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        foreach (var size in Sizes)
        {
            await using var desk = await WebDesk.StartAsync(new()
            {
                Environment = "Production",
                Settings = new Dictionary<string, string?> { ["Desk:FileLimitMiB"] = $"{size}", ["Desk:Files:AtOnceMiB"] = $"{size * 2}", ["Desk:Files:CaseMiB"] = $"{size * 100}", ["Desk:Portal:FormsPerAddress"] = "100000" },
            });
            using var program = await desk.ProgramAsync();
            using var browser = desk.Client();
            program.Timeout = browser.Timeout = TimeSpan.FromMinutes(10);
            var number = (await desk.FileAsync()).Number;
            var address = await LargeFiles.AsBodyOfTheApiAsync(program, number, size * MiB);
            List<(string Way, Func<int, Task> RunAsync)> ways =
            [
                ("portal form", who => LargeFiles.ByPortalAsync(browser, () => WaitAsync(desk), who, size * MiB)),
                ("API form", _ => LargeFiles.ByFormOfTheApiAsync(program, number, size * MiB)),
                ("API body", _ => LargeFiles.AsBodyOfTheApiAsync(program, number, size * MiB)),
                ("download", _ => LargeFiles.TakeAsync(program, address, size * MiB)),
            ];
            foreach (var (way, runAsync) in ways)
            {
                await runAsync(0);
                foreach (var atOnce in (int[])[1, 10]) yield return await RowAsync($"{way}, {atOnce}", atOnce, size, runAsync);
            }

            if (Machine.Chromium is null)
            {
                yield return ["browser's circuit", "not installed here", "", "", "", ""];
                continue;
            }

            var file = Path.Combine(desk.Get<DeskSettings>().DataFolder, "grande.bin");
            await using (var written = File.Create(file)) await new MadeStream(size * MiB).CopyToAsync(written);
            foreach (var atOnce in (int[])[1, 10])
            {
                var members = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(async _ => (Member: await desk.HireWithAccountAsync(role: Role.Agent), (await desk.FileAsync()).Number)));
                var staff = await Task.WhenAll(members.Select(each => CircuitFiles.OpenAsync(desk.Address, each.Member, each.Number)));
                yield return await RowAsync($"browser's circuit, {atOnce}", atOnce, size, who => staff[who].UploadAsync(file));
                foreach (var member in staff) await member.DisposeAsync();
            }
        }
    }

    private static Task WaitAsync(WebDesk desk)
    {
        desk.Clock.Advance(FilePublicly.LeastTime);
        return Task.CompletedTask;
    }

    private static async Task<IReadOnlyList<string>> RowAsync(string name, int atOnce, int size, Func<int, Task> runAsync)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var (managed, resident, allocated) = (GC.GetTotalMemory(false), Environment.WorkingSet, GC.GetTotalAllocatedBytes());
        var (mostManaged, mostResident) = (managed, resident);
        using var end = new CancellationTokenSource();
        var watching = Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                (mostManaged, mostResident) = (Math.Max(mostManaged, GC.GetTotalMemory(false)), Math.Max(mostResident, Environment.WorkingSet));
                await Task.Delay(5);
            }
        });
        var since = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(who => Task.Run(() => runAsync(who))));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        await end.CancelAsync();
        await watching;
        return [name, $"{seconds:0.0}", $"{atOnce * size / seconds:N0}", $"{(mostManaged - managed) / MiB:N0}", $"{(mostResident - resident) / MiB:N0}", $"{(GC.GetTotalAllocatedBytes() - allocated) / MiB / atOnce:N0}"];
    }
}
