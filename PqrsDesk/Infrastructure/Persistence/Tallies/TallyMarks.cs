using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Tallies;

/// <summary>What tickets count for, where they are open.</summary>
internal static class TallyMarks
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Of tickets that are new.</summary>
    public static IReadOnlyList<OpenTally> Of(IEnumerable<Ticket> tickets) => Sum(tickets.SelectMany(ticket => Marks(ticket, 1)));

    /// <summary>From what tickets were to what they are; either may be null.</summary>
    public static IReadOnlyList<OpenTally> Between(IEnumerable<(Ticket? Before, Ticket? After)> tickets) =>
        Sum(tickets.SelectMany(ticket => Marks(ticket.Before, -1).Concat(Marks(ticket.After, 1))));

    public static int HourOf(DateTimeOffset at) => (int)Math.Floor((at - DateTimeOffset.UnixEpoch) / Hour);

    public static DateTimeOffset Start(int hour) => DateTimeOffset.UnixEpoch + hour * Hour;

    /// <summary>One row for each key whose sum is not nothing.</summary>
    public static IReadOnlyList<OpenTally> Sum(IEnumerable<(TallyBy By, int Key, int Count)> marks) =>
    [
        .. marks.GroupBy(mark => (mark.By, mark.Key)).Select(group => new OpenTally { By = group.Key.By, Key = group.Key.Key, Count = group.Sum(mark => mark.Count) })
            .Where(tally => tally.Count != 0).OrderBy(tally => tally.By).ThenBy(tally => tally.Key),
    ];

    private static IEnumerable<(TallyBy By, int Key, int Count)> Marks(Ticket? ticket, int count) =>
        ticket is not { IsOpen: true } ? []
        : ticket.SnoozedUntil is null ? [(TallyBy.Owner, ticket.OwnerId ?? 0, count), (TallyBy.DueHour, HourOf(ticket.QueueAt), count)]
        : [(TallyBy.Owner, ticket.OwnerId ?? 0, count), (TallyBy.DueHour, HourOf(ticket.QueueAt), count), (TallyBy.Snoozed, ticket.OwnerId ?? 0, count)];
}
