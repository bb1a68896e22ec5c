using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Live;

/// <summary>Brings into this node's feed what other nodes committed.</summary>
/// <remarks>Lines of this node's own come by again when it reads; that asks a view once more and tells nobody anything twice.</remarks>
public sealed class LogFollower(INodeWire wire, LogReader log, ITicketFeed feed, LiveViews views, ILogger<LogFollower> logger) : WokenReader(logger)
{
    /// <summary>Further behind than this, everything is asked again instead of line by line.</summary>
    private const int Most = 2_000;

    private int _missed;
    private long _position = -1;

    protected override IEnumerable<IDisposable> Listen()
    {
        yield return wire.Hear(LogTurn.Topic, (_, _) => Wake());
        yield return wire.Opened(() =>
        {
            Interlocked.Exchange(ref _missed, 1);
            Wake();
        });
    }

    protected override async Task ReadAsync(CancellationToken stop)
    {
        var lines = _position < 0 ? [] : await log.AfterAsync(_position, Most, stop);
        if (_position < 0 || lines.Count == Most)
        {
            _position = await log.EndAsync(stop);
            Interlocked.Exchange(ref _missed, 1);
        }
        else if (lines.Count > 0)
        {
            _position = lines[^1].Position;
        }

        if (lines.Count > 0) feed.Publish([.. lines.GroupBy(line => line.Line.TicketId, (id, own) => Change(id, [.. own]))]);
        if (Interlocked.Exchange(ref _missed, 0) == 1) views.Refresh();
    }

    private static TicketChange Change(long id, List<LogLine> own) =>
        new(id, own[^1].Number, own[^1].AreaId, own[^1].OwnerId, own[^1].Version, [.. own.Select(line => line.Line.Event)]);
}
