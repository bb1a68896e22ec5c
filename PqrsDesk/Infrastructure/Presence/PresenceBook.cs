using System.Collections.Immutable;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Infrastructure.Presence;

/// <summary>
/// Who looks at which ticket, and who writes there. Kept in memory only: this node's own people, and what other nodes
/// said of theirs a moment ago.
/// </summary>
public sealed class PresenceBook(TimeProvider clock, ILogger<PresenceBook> log)
{
    private readonly Lock _gate = new();
    private readonly Ears<Attendance> _watchers = new(log);
    private readonly Ears<SeatChange> _own = new(log);
    private ImmutableDictionary<string, Seat> _mine = ImmutableDictionary<string, Seat>.Empty;
    private ImmutableDictionary<string, OtherNode> _others = ImmutableDictionary<string, OtherNode>.Empty;
    private bool _changed;
    private bool _telling;

    public Attendance Now { get; private set; } = Attendance.Nobody;

    /// <summary>Somebody opened a ticket, and is there until the visit is disposed of.</summary>
    public Visit Enter(string radicado, int memberId, string name)
    {
        var visit = new Visit(this, new Seat(Guid.NewGuid().ToString("N"), radicado, memberId, name, false));
        visit.Show();
        return visit;
    }

    /// <summary>Calls <paramref name="changed"/> with the newest, at most once in each pace of the live views, on the book's thread: return at once.</summary>
    public IDisposable Watch(Action<Attendance> changed) => _watchers.Add(changed);

    internal IReadOnlyCollection<Seat> Mine => [.. _mine.Values];

    /// <summary>Calls <paramref name="changed"/> with each change of this node's own people, for the others to be told.</summary>
    internal IDisposable WatchOwn(Action<SeatChange> changed) => _own.Add(changed);

    internal void Put(Seat seat)
    {
        lock (_gate)
        {
            if (_mine.TryGetValue(seat.Id, out var before) && before == seat) return;
            _mine = _mine.SetItem(seat.Id, seat);
        }

        _own.Call(new SeatChange(seat, null));
        Tell();
    }

    internal void Remove(string seatId)
    {
        lock (_gate)
        {
            if (!_mine.ContainsKey(seatId)) return;
            _mine = _mine.Remove(seatId);
        }

        _own.Call(new SeatChange(null, seatId));
        Tell();
    }

    /// <summary>What another node says of its people.</summary>
    internal void Hear(string node, PresenceNote note)
    {
        lock (_gate)
        {
            var known = _others.GetValueOrDefault(node, OtherNode.Silent);
            _others = _others.SetItem(node, known.Take(note, clock.GetTimestamp()));
        }

        Tell();
    }

    /// <summary>A node that has said nothing for so long is gone, and its people with it.</summary>
    internal void Forget(TimeSpan silent)
    {
        lock (_gate)
        {
            var gone = _others.Where(other => clock.GetElapsedTime(other.Value.HeardAt) > silent).Select(other => other.Key).ToList();
            if (gone.Count == 0) return;
            _others = _others.RemoveRange(gone);
        }

        Tell();
    }

    private void Tell()
    {
        lock (_gate)
        {
            _changed = true;
            if (_telling) return;
            _telling = true;
        }

        // Neither in the culture nor on the thread of whoever came in.
        using (ExecutionContext.SuppressFlow()) _ = Task.Run(TellAsync);
    }

    private async Task TellAsync()
    {
        while (Newest() is { } now)
        {
            _watchers.Call(now);
            await Task.Delay(LiveViews.Pace, clock);
        }
    }

    /// <summary>Null, and the telling over, when nothing changed since the last.</summary>
    private Attendance? Newest()
    {
        lock (_gate)
        {
            _telling = _changed;
            if (!_changed) return null;
            _changed = false;
            return Now = Attendance.Of(_mine.Values.Concat(_others.Values.SelectMany(other => other.Seats)));
        }
    }
}
