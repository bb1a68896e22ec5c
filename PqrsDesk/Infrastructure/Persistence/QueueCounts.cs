using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>How many open tickets there are, for everybody and for each owner.</summary>
public sealed record QueueCounts(int Open, int Unassigned, int Overdue, int WithinTheHour, FrozenDictionary<int, int> ByOwner)
{
    /// <summary>Of those, the ones that are set aside.</summary>
    public FrozenDictionary<int, int> Snoozed { get; init; } = FrozenDictionary<int, int>.Empty;

    /// <summary>What is before them now.</summary>
    public int Of(int? memberId) => memberId is { } member ? ByOwner.GetValueOrDefault(member) - SnoozedOf(member) : 0;

    public int SnoozedOf(int memberId) => Snoozed.GetValueOrDefault(memberId);
}

/// <summary>Counts from the tallies kept beside the tickets; of the tickets themselves it looks at those of this hour and the next.</summary>
public sealed class CountQueue(TimeProvider clock)
{
    /// <summary>Deadlines pass without any change.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>The one that all share.</summary>
    public LiveQuestion<QueueCounts> Question => new(new SharedView(), RunAsync) { Every = Every };

    public async Task<QueueCounts> RunAsync(DeskDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var thisHour = TallyMarks.HourOf(now);
        var (start, hour) = (TallyMarks.Start(thisHour), now.AddHours(1));
        var open = db.Tickets.Where(t => t.Status < TicketStatus.Answered);
        var due = db.OpenTallies.Where(tally => tally.By == TallyBy.DueHour && tally.Key < thisHour);

        // One journey.
        var counts = await db.OpenTallies.Where(tally => tally.By == TallyBy.Owner).GroupBy(tally => tally.Key)
            .Select(group => new { Count = Counted.Owner, Owner = group.Key, Open = group.Sum(tally => tally.Count) })
            .Concat(db.OpenTallies.Where(tally => tally.By == TallyBy.Snoozed).GroupBy(tally => tally.Key)
                .Select(group => new { Count = Counted.Snoozed, Owner = group.Key, Open = group.Sum(tally => tally.Count) }))
            .Concat(due.GroupBy(tally => tally.By).Select(all => new { Count = Counted.Overdue, Owner = 0, Open = all.Sum(tally => tally.Count) }))
            .Concat(open.Where(t => t.QueueAt >= start && t.QueueAt < now).GroupBy(t => 1).Select(all => new { Count = Counted.Overdue, Owner = 0, Open = all.Count() }))
            .Concat(open.Where(t => t.QueueAt >= now && t.QueueAt <= hour).GroupBy(t => 1).Select(all => new { Count = Counted.WithinTheHour, Owner = 0, Open = all.Count() }))
            .ToListAsync(cancel);
        var owners = counts.FindAll(row => row.Count == Counted.Owner && row.Open != 0);
        return new QueueCounts(
            owners.Sum(owner => owner.Open),
            owners.Find(owner => owner.Owner == 0)?.Open ?? 0,
            counts.Where(row => row.Count == Counted.Overdue).Sum(row => row.Open),
            counts.Where(row => row.Count == Counted.WithinTheHour).Sum(row => row.Open),
            owners.Where(owner => owner.Owner != 0).ToFrozenDictionary(owner => owner.Owner, owner => owner.Open))
        {
            Snoozed = counts.Where(row => row.Count == Counted.Snoozed).ToFrozenDictionary(row => row.Owner, row => row.Open),
        };
    }

    /// <summary>What adds up to the number of tickets that a filter lets through; null when it asks for more than whose the open ones are.</summary>
    public static IQueryable<int>? TallyOf(DeskDb db, TicketFilter filter)
    {
        // Nobody's are a key of their own; whoever is no member has none.
        if (filter with { Order = TicketOrder.Due, Unassigned = false, HolderId = null, OwnerId = null, Snoozed = null } != new TicketFilter()) return null;
        if ((filter.Unassigned ? 1 : 0) + (filter.HolderId is null ? 0 : 1) + (filter.OwnerId is null ? 0 : 1) > 1) return null;
        var owners = db.OpenTallies.Where(tally => tally.By == TallyBy.Owner);
        var aside = db.OpenTallies.Where(tally => tally.By == TallyBy.Snoozed);
        int[]? keys = filter.Unassigned ? [TicketFilter.Nobody] : filter.HolderId is { } holder ? [holder] : filter.OwnerId is { } chosen ? [.. chosen.Values] : null;
        if (keys is not null)
        {
            var but = filter.OwnerId is { Not: true };
            (owners, aside) = (owners.Where(tally => keys.Contains(tally.Key) != but), aside.Where(tally => keys.Contains(tally.Key) != but));
        }

        return filter.Snoozed switch
        {
            null => owners.Select(tally => tally.Count),
            true => aside.Select(tally => tally.Count),
            false => owners.Select(tally => tally.Count).Concat(aside.Select(tally => -tally.Count)),
        };
    }

    private enum Counted
    {
        Owner,
        Snoozed,
        Overdue,
        WithinTheHour,
    }

    private sealed record SharedView;
}
