using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Components.Server.Circuits;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Presence;

/// <summary>Tells the other nodes who is here, and hears who is there.</summary>
/// <remarks>A note may be lost with the connection: at each beat all is said again, and who falls silent is forgotten.</remarks>
public sealed class PresenceWire(PresenceBook book, INodeWire wire, TimeProvider clock, ILogger<PresenceWire> log) : BackgroundService
{
    private const string Topic = "presence";
    private const int SeatsInNote = 20;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(3);

    /// <summary>Three beats: a node that misses one is only slow.</summary>
    private static readonly TimeSpan Silent = TimeSpan.FromSeconds(9);

    private readonly Channel<SeatChange?> _changes = Channel.CreateUnbounded<SeatChange?>(new() { SingleReader = true });
    private long _beat;

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var heard = wire.Hear(Topic, (node, text) => book.Hear(node, JsonSerializer.Deserialize<PresenceNote>(text)!));
        using var own = book.WatchOwn(change => _changes.Writer.TryWrite(change));
        using var timer = clock.CreateTimer(_ => _changes.Writer.TryWrite(null), null, TimeSpan.Zero, Beat);
        while (await _changes.Reader.WaitToReadAsync(stop))
        {
            var changes = new List<SeatChange?>();
            while (_changes.Reader.TryRead(out var change)) changes.Add(change);
            try
            {
                if (changes.Contains(null)) await SayAllAsync(stop);
                else await SayAsync(changes!, stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                log.LogDebug(wrong, "The other nodes were not told who is here; the next beat tells all.");
            }
        }
    }

    private async Task SayAllAsync(CancellationToken stop)
    {
        book.Forget(Silent);
        _beat++;
        var notes = book.Mine.Chunk(SeatsInNote).Select(seats => new PresenceNote(_beat, false, seats, [])).ToList();
        foreach (var note in notes) await SayAsync(note, stop);
        await SayAsync(new PresenceNote(_beat, true, [], []), stop);
    }

    private async Task SayAsync(IEnumerable<SeatChange> changes, CancellationToken stop)
    {
        // Of each seat the last word counts.
        var last = changes.GroupBy(change => change.Here?.Id ?? change.Gone!).Select(seat => seat.Last());
        foreach (var part in last.Chunk(SeatsInNote))
            await SayAsync(new PresenceNote(_beat, false, [.. part.Select(change => change.Here).OfType<Seat>()], [.. part.Select(change => change.Gone).OfType<string>()]), stop);
    }

    private Task SayAsync(PresenceNote note, CancellationToken stop)
    {
        var text = JsonSerializer.Serialize(note);
        if (Encoding.UTF8.GetByteCount(text) <= INodeWire.MostBytes) return wire.SayAsync(Topic, text, stop);

        // Names may be long: half of them at a time then.
        var half = note.Here.Count / 2;
        return half == 0 ? Task.CompletedTask : HalvesAsync();

        async Task HalvesAsync()
        {
            await SayAsync(note with { IsWhole = false, Here = [.. note.Here.Take(half)] }, stop);
            await SayAsync(note with { Here = [.. note.Here.Skip(half)], Gone = [] }, stop);
        }
    }
}

public static class PresenceSetup
{
    public static IServiceCollection AddDeskPresence(this IServiceCollection services, DatabaseSettings database)
    {
        services.AddSingleton<PresenceBook>();
        services.AddScoped<TabVisits>();
        services.AddScoped<CircuitHandler>(all => all.GetRequiredService<TabVisits>());
        return database.Provider == DatabaseProvider.Sqlite ? services : services.AddHostedService<PresenceWire>();
    }
}
