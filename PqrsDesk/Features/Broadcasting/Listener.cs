using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Broadcasting;

/// <summary>
/// One connected program: what it listens to, and how far it has been told. It is told at its own pace; who is slow or
/// was away reads on where it stopped, without a gap and without hearing anything twice.
/// </summary>
internal sealed class Listener(IDeskClient client, Action hangUp, LogTail tail, LiveViews views, CountQueue counting, ILogger log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _gone = new();
    private ImmutableHashSet<DeskQueue> _queues = [];
    private IDisposable? _following;
    private IDisposable? _counters;

    /// <summary>Begins after <paramref name="position"/>, unless it has begun before.</summary>
    /// <returns>Whether it began.</returns>
    public bool Begin(long position, params IEnumerable<DeskQueue> queues)
    {
        lock (_gate)
        {
            foreach (var queue in queues) Add(queue);
            if (_following is not null) return false;
            _following = tail.Follow();
        }

        using (ExecutionContext.SuppressFlow()) _ = Task.Run(() => TellAsync(position));
        return true;
    }

    public void Leave(DeskQueue queue)
    {
        lock (_gate)
        {
            _queues = _queues.Remove(queue);
            if (queue is not DeskQueue.Counted) return;
            _counters?.Dispose();
            _counters = null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _gone.Cancel();
            _following?.Dispose();
            _counters?.Dispose();
        }
    }

    private void Add(DeskQueue queue)
    {
        _queues = _queues.Add(queue);
        if (queue is not DeskQueue.Counted || _counters is not null) return;
        var newest = new Newest<QueueCounts>(CountAsync);
        _counters = views.Watch(counting.Question, newest.Put);
    }

    private async Task CountAsync(QueueCounts now)
    {
        try
        {
            await client.Counters(new Counters(now.Open, now.Unassigned, now.Overdue, now.WithinTheHour));
        }
        catch (Exception wrong)
        {
            log.LogDebug(wrong, "A program that listens could not be told the counters.");
        }
    }

    private async Task TellAsync(long position)
    {
        try
        {
            while (true)
            {
                foreach (var line in await tail.AfterAsync(position, _gone.Token))
                {
                    if (_queues.Any(queue => queue.Has(line))) await TellAsync(line);
                    position = line.Position;
                    _gone.Token.ThrowIfCancellationRequested();
                }
            }
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            _gone.Dispose();
        }
        catch (Exception wrong)
        {
            // It has its last event's number, and resumes when it comes again.
            log.LogWarning(wrong, "A program that listens could not be told more, and is hung up on.");
            hangUp();
        }
    }

    private Task TellAsync(LogLine line) => line.Line.Event switch
    {
        TicketEvent.ThresholdReached reached => client.DeadlineWarning(
            new(line.Position, line.Number, line.AreaId, line.OwnerId, line.Line.Sequence, line.Line.At, reached.Deadline, reached.Percent)),
        TicketEvent.DeadlineBreached breached => client.DeadlineBreached(
            new(line.Position, line.Number, line.AreaId, line.OwnerId, line.Line.Sequence, line.Line.At, breached.Deadline)),
        var other => client.TicketChanged(new(line.Position, line.Number, line.AreaId, line.OwnerId, line.Line.Sequence, line.Line.At, other.StoredName)),
    };
}
