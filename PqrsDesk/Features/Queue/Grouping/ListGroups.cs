using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue.Grouping;

/// <summary>
/// Reads the queue in groups: of each group the tickets that come first, and how many there are. Each group is read by its
/// own index and only as far as it is shown, so that the list costs by what is on the page and not by what is open.
/// </summary>
public sealed class ListGroups(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Rows of one group; who wants all of them opens the group's own list.</summary>
    public const int RowsOfOne = 20;

    /// <summary>Rows of all groups together; of those that come after, only their number is told.</summary>
    public const int RowsOfAll = 200;

    /// <summary>Tickets that each group is counted to.</summary>
    public const int MostCounted = 999;

    /// <summary>What is open can be grouped: all of history has no order that groups could be read by.</summary>
    public static bool CanGroup(TicketFilter filter) => filter is { Scope: TicketScope.Open, AsOf: null };

    public LiveQuestion<QueueGroups> Question(GroupedView view) => new(view, (db, cancel) => RunAsync(db, view, cancel))
    {
        Every = view.Filter.FollowsTheClock || view.By == QueueGrouping.Due ? CountQueue.Every : null,
        Concerns = view.Filter.Concerns,
        Topics = view.Filter.Topics(),
    };

    public async Task<QueueGroups> RunAsync(GroupedView view, CancellationToken cancel)
    {
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel, fixedNow: false);
        return await RunAsync(snapshot.Db, view, cancel);
    }

    private async Task<QueueGroups> RunAsync(DeskDb db, GroupedView view, CancellationToken cancel)
    {
        var (book, now) = (await shelf.BookAsync(), clock.GetUtcNow());
        var matched = await Matched.OfAsync(db, view.Filter, book, now, cancel);
        if (matched.Walked is not null) return QueueGroups.TooCommon;
        var (groups, left) = (new List<QueueGroup>(), RowsOfAll);
        foreach (var key in (await GroupKeys.OfAsync(db, view.By, cancel)).Where(key => key.MayHold(view.Filter)))
        {
            var one = matched with { Tickets = key.Among(matched.Tickets, now, book.Midnight(now)) };
            var group = await OneAsync(one, key, Math.Min(RowsOfOne, left), view.WithFields, cancel);
            if (group.Count.Number == 0) continue;
            groups.Add(group);
            left -= group.Rows.Count;
        }

        return new(groups, await matched.CountAsync(db, QueuePageful.CountLimit, cancel));
    }

    private static async Task<QueueGroup> OneAsync(Matched tickets, GroupKey key, int limit, bool withFields, CancellationToken cancel)
    {
        var rows = await tickets.Tickets.InOrder(tickets.Filter.Sorted, backward: false).Take(limit + 1).Select(ListTickets.RowOf(withFields)).ToListAsync(cancel);
        var count = rows.Count <= limit ? new(rows.Count, false) : await tickets.CountRowsAsync(MostCounted, cancel);
        return new(key.Key, key.Name, count, [.. rows.Take(limit)], key.Only(tickets.Filter));
    }
}
