using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How many open tickets there are, for everybody and for each owner.</summary>
public sealed record QueueCounts(int Open, int Unassigned, int Overdue, int WithinTheHour, FrozenDictionary<int, int> ByOwner)
{
    public int Of(int? memberId) => memberId is { } member ? ByOwner.GetValueOrDefault(member) : 0;
}

/// <summary>Counts from the partial indexes of the queue alone.</summary>
public sealed class CountQueue(TimeProvider clock)
{
    /// <summary>Deadlines pass without any change.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>The one that all share.</summary>
    public LiveQuestion<QueueCounts> Question => new(new SharedView(), RunAsync) { Every = Every };

    public async Task<QueueCounts> RunAsync(DeskDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var hour = now.AddHours(1);
        var open = db.Tickets.Where(t => t.Status < TicketStatus.Answered);

        // One journey. Two short stretches of one index beside a walk over another: half the time of counting all in the walk.
        var counts = await open.GroupBy(t => t.OwnerId).Select(group => new { Count = Counted.Owner, Owner = group.Key, Open = group.Count() })
            .Concat(open.Take(1).Select(any => new { Count = Counted.Overdue, Owner = any.OwnerId, Open = open.Count(t => t.QueueAt < now) }))
            .Concat(open.Take(1).Select(any => new { Count = Counted.WithinTheHour, Owner = any.OwnerId, Open = open.Count(t => t.QueueAt >= now && t.QueueAt <= hour) }))
            .ToListAsync(cancel);
        var owners = counts.FindAll(row => row.Count == Counted.Owner);
        return new QueueCounts(
            owners.Sum(owner => owner.Open),
            owners.Find(owner => owner.Owner is null)?.Open ?? 0,
            counts.Find(row => row.Count == Counted.Overdue)?.Open ?? 0,
            counts.Find(row => row.Count == Counted.WithinTheHour)?.Open ?? 0,
            owners.Where(owner => owner.Owner is not null).ToFrozenDictionary(owner => owner.Owner!.Value, owner => owner.Open));
    }

    private enum Counted
    {
        Owner,
        Overdue,
        WithinTheHour,
    }

    private sealed record SharedView;
}
