using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Tallies;

namespace PqrsDesk.Features.Queue.Grouping;

/// <summary>The values that open tickets can have, in the order in which their groups stand.</summary>
internal static class GroupKeys
{
    /// <summary>More groups than these nobody reads; the last ones are not shown.</summary>
    public const int Most = 150;

    private static readonly DueFilter[] Bands = [DueFilter.Overdue, DueFilter.Today, DueFilter.InSevenDays, DueFilter.Later, DueFilter.Never];

    // From one topic to the next one by the index, never over all tickets.
    private const string Topics = """
        WITH RECURSIVE topics(topic) AS (
          SELECT min("Topic") FROM "Tickets" WHERE "Status" < 4
          UNION ALL
          SELECT (SELECT min("Topic") FROM "Tickets" WHERE "Status" < 4 AND "Topic" > topics.topic) FROM topics WHERE topics.topic IS NOT NULL)
        SELECT topic AS "Value" FROM topics WHERE topic IS NOT NULL
        """;

    public static async Task<IReadOnlyList<GroupKey>> OfAsync(DeskDb db, QueueGrouping by, CancellationToken cancel)
    {
        IReadOnlyList<GroupKey> keys = by switch
        {
            QueueGrouping.Due => [.. Bands.Select(GroupKey.Of)],
            QueueGrouping.Status => [.. Enum.GetValues<TicketStatus>().Where(status => status.IsOpen()).Select(GroupKey.Of)],
            QueueGrouping.Priority => [.. Enum.GetValues<Priority>().Reverse().Select(GroupKey.Of)],
            QueueGrouping.Kind => [.. Enum.GetValues<TicketKind>().Select(GroupKey.Of)],
            QueueGrouping.Area => await AreasAsync(db, cancel),
            QueueGrouping.Owner => await OwnersAsync(db, cancel),
            QueueGrouping.Topic => [GroupKey.OfTopic(null), .. (await db.Database.SqlQueryRaw<string>(Topics).ToListAsync(cancel)).Order(StringComparer.CurrentCulture).Select(GroupKey.OfTopic)],
            _ => throw new InvalidOperationException($"No such grouping: {by}."),
        };
        return keys.Count > Most ? [.. keys.Take(Most)] : keys;
    }

    // Those that have left have their open tickets still.
    private static async Task<IReadOnlyList<GroupKey>> AreasAsync(DeskDb db, CancellationToken cancel) =>
        [.. (await db.Areas.OrderBy(area => area.Name).Select(area => new { area.Id, area.Name }).ToListAsync(cancel)).Select(area => GroupKey.OfArea(area.Id, area.Name))];

    private static async Task<IReadOnlyList<GroupKey>> OwnersAsync(DeskDb db, CancellationToken cancel)
    {
        var tallies = await db.OpenTallies.Where(tally => tally.By == TallyBy.Owner).GroupBy(tally => tally.Key)
            .Select(group => new { Owner = group.Key, Open = group.Sum(tally => tally.Count) }).ToListAsync(cancel);
        int[] owners = [.. tallies.Where(tally => tally.Open > 0).Select(tally => tally.Owner)];
        var names = await db.Staff.Where(member => owners.Contains(member.Id)).OrderBy(member => member.Name).Select(member => new { member.Id, member.Name }).ToListAsync(cancel);
        return [GroupKey.OfOwner(TicketFilter.Nobody, null), .. names.Select(member => GroupKey.OfOwner(member.Id, member.Name))];
    }
}
