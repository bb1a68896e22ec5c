using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Brings into this node's feed what other nodes committed.</summary>
/// <remarks>Lines of this node's own come by again when it reads; that asks a view once more and tells nobody anything twice.</remarks>
public sealed class LogFollower(INodeWire wire, LogReader log, ITicketFeed feed, LiveViews views, ILogger<LogFollower> logger) : BackgroundService
{
    /// <summary>Further behind than this, everything is asked again instead of line by line.</summary>
    private const int Most = 2_000;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _wake = new(0);
    private int _missed;
    private long _position = -1;

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        using var heard = wire.Hear(LogTurn.Topic, (_, _) => _wake.Release());
        using var opened = wire.Opened(() =>
        {
            Interlocked.Exchange(ref _missed, 1);
            _wake.Release();
        });
        while (true)
        {
            await _wake.WaitAsync(stop);

            // One reading serves all that announced themselves before it.
            while (_wake.Wait(0, CancellationToken.None))
            {
            }

            try
            {
                await ReadAsync(stop);
            }
            catch (Exception wrong) when (!stop.IsCancellationRequested)
            {
                logger.LogWarning(wrong, "What other nodes did could not be read; it is tried again.");
                Interlocked.Exchange(ref _missed, 1);
                await Task.Delay(Again, stop);
                _wake.Release();
            }
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var missed = Interlocked.Exchange(ref _missed, 0) == 1;
        var lines = _position < 0 ? [] : await log.AfterAsync(_position, Most, stop);
        if (_position < 0 || lines.Count == Most)
        {
            _position = await log.EndAsync(stop);
            missed = true;
        }
        else if (lines.Count > 0)
        {
            _position = lines[^1].Position;
        }

        if (lines.Count > 0) feed.Publish([.. lines.GroupBy(line => line.Line.TicketId, (id, own) => Change(id, [.. own]))]);
        if (missed) views.Refresh();
    }

    private static TicketChange Change(long id, List<LogLine> own) =>
        new(id, own[^1].Number, own[^1].AreaId, own[^1].OwnerId, own[^1].Version, [.. own.Select(line => line.Line.Event)]);
}
