using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;

namespace PqrsDesk.Bench.Circuits;

/// <summary>Circuits on one node that watch the queue, and filings at a steady pace by the API of the same node or another.</summary>
internal sealed class LiveWatch : IAsyncDisposable
{
    /// <summary>Below it the heap's own coming and going is more than the circuits.</summary>
    private const int FewestForMemory = 20;
    private const int AtOnce = 4;
    private static readonly string Queue = FilterAddress.Of(new TicketFilter { Order = TicketOrder.Newest });
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan For = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan HttpPatience = TimeSpan.FromMinutes(3);
    private readonly List<Circuit> _circuits = [];
    private readonly NodeProcess _watched;
    private readonly HttpClient _pages;
    private readonly HttpClient _api;
    private (long Resident, long Heap) _before;
    private Marks? _marks;
    private int _measured;

    private LiveWatch(NodeProcess watched, HttpClient pages, HttpClient api) => (_watched, _pages, _api) = (watched, pages, api);

    public static async Task<LiveWatch> BeginAsync(NodeProcess watched, NodeProcess changed, string email, string key)
    {
        var (pages, api) = (watched.Client(), changed.Client(key));
        pages.Timeout = api.Timeout = HttpPatience;
        var watch = new LiveWatch(watched, pages, api);
        await pages.SignInAsync(email);

        // The first circuits bring code and caches into the server that it keeps: they are no cost of a later one.
        await watch.OpenAsync(AtOnce);
        await watch.FileAsync(20, Warm);
        await watch.CloseAsync();
        watch._before = await watch.MemoryAsync();
        return watch;
    }

    public async Task OpenAsync(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        foreach (var few in Enumerable.Range(_circuits.Count, count).Chunk(AtOnce))
        {
            _circuits.AddRange(await Task.WhenAll(few.Select(place =>
                Circuit.OpenAsync(_pages, Queue, batch => Volatile.Read(ref _marks)?.Drawn(place, batch), limit.Token))));
        }
    }

    /// <returns>The cells from the latency on.</returns>
    public async Task<IReadOnlyList<string>> MeasureAsync(int aSecond)
    {
        var load = await File.ReadAllTextAsync("/proc/loadavg");
        await FileAsync(aSecond, Warm);
        var (processor, since) = (_watched.Processor, Stopwatch.GetTimestamp());
        var marks = await FileAsync(aSecond, For);
        var cores = (_watched.Processor - processor) / Stopwatch.GetElapsedTime(since);
        for (var patience = Stopwatch.GetTimestamp(); !marks.All && Stopwatch.GetElapsedTime(patience) < Patience;) await Task.Delay(20);
        if (_circuits.Find(circuit => circuit.Fault is not null) is { } lost) throw new InvalidOperationException("A circuit was lost.", lost.Fault);
        var (acknowledged, asked) = (marks.SinceAcknowledged(), marks.SinceAsked());
        return [At(acknowledged, 50), At(acknowledged, 95), At(asked, 95), $"{cores:0.00}", .. await MemoryOfOneAsync(), $"{marks.Missed}", load.Split(' ')[0]];
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _pages.Dispose();
        _api.Dispose();
    }

    private async Task CloseAsync()
    {
        Volatile.Write(ref _marks, null);
        foreach (var circuit in _circuits) await circuit.DisposeAsync();
        _circuits.Clear();
    }

    /// <summary>Files at a steady pace, whether or not what came before is acknowledged.</summary>
    private async Task<Marks> FileAsync(int aSecond, TimeSpan during)
    {
        var count = (int)(aSecond * during.TotalSeconds);
        var marks = new Marks($"Medida {++_measured}", _circuits.Count, count);
        Volatile.Write(ref _marks, marks);
        var since = Stopwatch.GetTimestamp();
        var filings = new List<Task>();
        for (var change = 0; change < count; change++)
        {
            filings.Add(FileAsync(marks, change));
            var rest = TimeSpan.FromSeconds((change + 1.0) / aSecond) - Stopwatch.GetElapsedTime(since);
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }

        await Task.WhenAll(filings);
        return marks;
    }

    private async Task FileAsync(Marks marks, int change)
    {
        marks.Asked(change);
        using var response = await _api.PostAsJsonAsync(DeskUrls.ApiTickets, new { kind = "claim", subject = marks.TextOf(change), description = "Dos veces.", petitioner = new { anonymous = true } });
        marks.Acknowledged(change);
        if (response.StatusCode != HttpStatusCode.Created) throw new InvalidOperationException($"A filing was answered with {response.StatusCode}.");
    }

    private async Task<string[]> MemoryOfOneAsync()
    {
        if (_circuits.Count < FewestForMemory) return ["", ""];
        var (resident, heap) = await MemoryAsync();
        return [OfOne(resident - _before.Resident), OfOne(heap - _before.Heap)];
    }

    private string OfOne(long bytes) => $"{bytes / (1024.0 * 1024) / _circuits.Count:0.00}";

    private async Task<(long Resident, long Heap)> MemoryAsync()
    {
        var heap = await Collection.RunAsync(_watched.Id);
        return (_watched.Resident, heap);
    }

    private static string At(List<double> milliseconds, int percent) => milliseconds.Count == 0 ? "" : $"{milliseconds[milliseconds.Count * percent / 100]:0.0}";
}
