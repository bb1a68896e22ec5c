using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Merges picked rows into the oldest of them, in one transaction: those that refuse stay as they are.</summary>
public sealed class MergeRows(TicketDoor door)
{
    /// <summary>They are in memory together, and their writers wait for each other.</summary>
    public const int Most = 50;

    /// <param name="ids">By number, of those that there are.</param>
    public async Task<RowsOutcome> RunAsync(IReadOnlyList<SeenRow> rows, IReadOnlyDictionary<string, long> ids, RowsChange.Merge change, Actor by, CancellationToken cancel)
    {
        if (rows.Count < 2) return new(RefusalCode.NothingToMerge, [], []);
        if (rows.Count > Most) return new(RefusalCode.TooManyToMerge, [], []);
        string? into = null;
        var said = await door.ChangeTogetherAsync(
            [.. rows.Where(row => ids.ContainsKey(row.Number)).Select(row => new SeenTicket(ids[row.Number], row.Version))],
            by,
            async (db, tickets, book, now) =>
            {
                var words = await FiledWords.OfAsync(db, [.. tickets.SelectMany(ticket => ticket.Family)], cancel);
                (into, var decisions) = Merge(tickets, change.Reason, each => words[each.Id], book, now);
                return decisions;
            },
            cancel);
        return new(null, [.. rows.Select(row => new RowResult(row.Number, ids.TryGetValue(row.Number, out var id) ? said.GetValueOrDefault(id, RefusalCode.TicketNotFound) : RefusalCode.TicketNotFound))], []) { Into = into };
    }

    private static (string? Into, Dictionary<long, Decision> Said) Merge(IReadOnlyList<Ticket> tickets, string? reason, Func<Ticket, string> saidBy, SlaBook book, Moment now)
    {
        var said = new Dictionary<long, Decision>();
        foreach (var over in tickets.Where(ticket => !ticket.IsOpen))
            said[over.Id] = over.MergedInto is { } elsewhere ? new Refusal(RefusalCode.AlreadyMerged, null, elsewhere) : RefusalCode.TicketNotOpen;
        var open = tickets.Where(ticket => ticket.IsOpen).OrderBy(ticket => ticket.FiledAt).ThenBy(ticket => ticket.Id).ToList();
        if (open is not [var oldest, ..]) return (null, said);
        foreach (var younger in open.Skip(1)) said[younger.Id] = oldest.Merge(younger, reason, saidBy, book, now);
        var merged = open.Skip(1).Any(younger => said[younger.Id].Succeeded);
        said[oldest.Id] = merged ? Decision.Ok : RefusalCode.NothingToMerge;
        return (merged ? oldest.Number : null, said);
    }
}
