using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using PqrsDesk.Bench.Browsing;
using PqrsDesk.Bench.Circuits;
using PqrsDesk.Bench.Shifts;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench;

public sealed class ShiftBench : ISizedBench
{
    private const int Every = 5;
    private const double MiB = 1024 * 1024;

    public string Name => "shift";

    public string About =>
        "A shift: one agent in a real browser works the demo desk with the keyboard alone (next best case, read, note, answer with a template, ask and wait, put aside, many at once and back, views, search, palette) while the desk's own traffic files, takes and answers. "
        + $"The desk is a process of its own. After a warm-up memory is measured in rows of {Every} minutes, at the queue: the managed heap and the browser's heap after full collections, what the process holds, and the elements of the page. "
        + "Then how long a letter typed into the reply takes to be shown: as it is, with the server stopped, and with it 400 ms away. "
        + "Goals: no error in the log of the server or the console of the browser, no act that fails, growth of no memory beyond 20 %, and letters that do not wait.";

    public IReadOnlyList<int> Sizes { get; set; } = [30];
    public string SizesMean => "minutes";
    public bool Usual => false;
    public IReadOnlyList<string> Columns => ["minute", "acts", "failed", "errors: server, console", "managed heap MiB", "working set MiB", "browser's heap MiB", "elements"];

    public async IAsyncEnumerable<IReadOnlyList<string>> RunAsync()
    {
        if (Machine.Chromium is null)
        {
            yield return ["no browser here", "", "", "", "", "", "", ""];
            yield break;
        }

        var minutes = Sizes[0];
        await using var database = await FreshDatabase.MakeAsync(Engine.Sqlite, blank: true);
        await using var node = await NodeProcess.StartAsync(database.Connection, Engine.Sqlite, new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Desk__Demo__Enabled"] = "true",
            ["Desk__Demo__Traffic"] = "true",
            ["Logging__LogLevel__Default"] = "Error",
        });
        await using var wire = new Wire(node.Address);
        var context = await Browsers.ContextAsync(new() { BaseURL = wire.Address, Locale = "es-CO", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, line) =>
        {
            if (line.Type == "error") complaints.Add($"{line.Text} ({line.Location})");
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(DeskUrls.SignInThen(DeskUrls.Queue));
        await page.ClickAsync("[data-demo=Agent] >> nth=0");
        await page.WaitForURLAsync(wire.Address + DeskUrls.Queue);
        await page.WaitForFunctionAsync("document.querySelector('[data-interactive]') !== null");
        var agent = new Agent(page, new Random(1755));
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var warm = Math.Min(Every, minutes / 4.0);
        var rest = minutes - warm;
        var rows = Math.Max(2, (int)Math.Round(rest / Every));
        List<Reading> readings = [];
        for (var row = 0; row <= rows; row++)
        {
            while (clock.GetElapsedTime(began).TotalMinutes < warm + rest * row / rows) await agent.TurnAsync();
            await agent.RestAsync();
            readings.Add(await Reading.TakeAsync(node, page));
            yield return
            [
                $"{clock.GetElapsedTime(began).TotalMinutes:0}", $"{agent.Done.Values.Sum()}", $"{agent.Failed.Count}", $"{node.Errors.Count}, {complaints.Count}",
                Of(readings[^1].Managed), Of(readings[^1].WorkingSet), Of(readings[^1].Browser), $"{readings[^1].Elements:0}",
            ];
        }

        yield return ["growth", "", "", "", Growth(each => each.Managed), Growth(each => each.WorkingSet), Growth(each => each.Browser), Growth(each => each.Elements)];
        foreach (var (what, times) in agent.Done.OrderByDescending(each => each.Value)) yield return [what, $"{times}", "", "", "", "", "", ""];
        foreach (var why in agent.Failed) yield return [$"failed: {why}", "", "", "", "", "", "", ""];
        await agent.OpenAsync();
        foreach (var (name, meanwhile) in Ways(node, wire))
        {
            var letters = await KeyToPaint.MeasureAsync(page, meanwhile);
            yield return [$"key to paint, {name}: p50 {Milliseconds(letters, 50)}, p95 {Milliseconds(letters, 95)} ms", "", "", "", "", "", "", ""];
        }

        await context.CloseAsync();
        foreach (var line in complaints) yield return [$"console: {line}", "", "", "", "", "", "", ""];
        if (node.Errors.Count > 0) await Console.Error.WriteLineAsync(string.Join('\n', node.Said));
        if (node.Errors.Count + complaints.Count + agent.Failed.Count > 0) throw new InvalidOperationException($"{node.Errors.Count} errors in the log, {complaints.Count} in the console, {agent.Failed.Count} acts failed.");

        string Growth(Func<Reading, double> of) => string.Create(CultureInfo.InvariantCulture, $"{(of(readings[^1]) / of(readings[0]) - 1) * 100:+0;-0;0} %");
    }

    private static IEnumerable<(string Name, Func<Func<Task>, Task> Meanwhile)> Ways(NodeProcess node, Wire wire) =>
    [
        ("as it is", work => work()),
        ("the server stopped", KeyToPaint.Stopped(node.Id)),
        ("the server 400 ms away", async work =>
        {
            wire.Delay = TimeSpan.FromMilliseconds(200);
            await work();
            wire.Delay = TimeSpan.Zero;
        }),
    ];

    private static string Of(double bytes) => (bytes / MiB).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Milliseconds(IReadOnlyList<double> sorted, int percent) => sorted[sorted.Count * percent / 100].ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record Reading(double Managed, double WorkingSet, double Browser, double Elements)
    {
        public static async Task<Reading> TakeAsync(NodeProcess node, IPage page)
        {
            var managed = await Collection.RunAsync(node.Id);
            var tools = await page.Context.NewCDPSessionAsync(page);
            await tools.SendAsync("HeapProfiler.collectGarbage");
            await tools.SendAsync("Performance.enable");
            var metrics = (await tools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!, each => each.GetProperty("value").GetDouble());
            await tools.DetachAsync();
            return new(managed, node.Resident, metrics["JSHeapUsedSize"], metrics["Nodes"]);
        }
    }
}
