using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Changes rows of the queue, one or many, in one transaction: those that refuse stay as they are, the others go on.</summary>
public sealed class ChangeRows(IDbContextFactory<DeskDb> desk, TicketDoor door, MergeRows merge, ClassificationShelf classification)
{
    /// <summary>Of one call.</summary>
    public const int Most = 500;

    /// <param name="rows">At most <see cref="Most"/>, each number once.</param>
    /// <param name="progress">Told how many are through.</param>
    public async Task<RowsOutcome> RunAsync(IReadOnlyList<SeenRow> rows, RowsChange change, Actor by, CancellationToken cancel, IProgress<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, Most);
        var (wrong, ids) = await FindAsync(rows, change, cancel);
        if (wrong is not null) return new RowsOutcome(wrong, [], []);
        if (change is RowsChange.Merge together) return await merge.RunAsync(rows, ids, together, by, cancel);
        List<ChangedRow> changed = [];
        var said = await door.ChangeManyAsync(
            [.. rows.Where(row => ids.ContainsKey(row.Number)).Select(row => new SeenTicket(ids[row.Number], row.Version))],
            by,
            db =>
            {
                changed.Clear();
                return PrepareAsync(db, change, changed, cancel);
            },
            cancel,
            progress);
        return new RowsOutcome(
            null,
            [.. rows.Select(row => new RowResult(row.Number, ids.TryGetValue(row.Number, out var id) ? said.GetValueOrDefault(id, RefusalCode.TicketNotFound) : RefusalCode.TicketNotFound))],
            changed);
    }

    private async Task<(Refusal? Wrong, Dictionary<string, long> Ids)> FindAsync(IReadOnlyList<SeenRow> rows, RowsChange change, CancellationToken cancel)
    {
        if (change.Wrong is { } wrong) return (wrong, []);
        if (change is RowsChange.Classify classify && FilingCheck.Unlisted(classify.Topic, classify.Product, await classification.BookAsync()) is { } unlisted) return (unlisted, []);
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await RefuseAsync(db, change, cancel) is { } unknown) return (unknown, []);
        var numbers = rows.Select(row => row.Number).ToArray();
        return (null, await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new { ticket.Number, ticket.Id })
            .ToDictionaryAsync(ticket => ticket.Number, ticket => ticket.Id, cancel));
    }

    /// <summary>What it names must be there.</summary>
    private static async Task<Refusal?> RefuseAsync(DeskDb db, RowsChange change, CancellationToken cancel) => change switch
    {
        RowsChange.Take or RowsChange.Assign when !await db.Staff.AnyAsync(member => member.Id == change.Members[0] && member.Active, cancel) => new(RefusalCode.AgentUnknown, "OwnerId"),
        RowsChange.Reassign to when !await db.Areas.AnyAsync(area => area.Id == to.AreaId && area.Active, cancel) => new(RefusalCode.AreaUnknown, "AreaId"),
        RowsChange.MoveQueue { QueueId: { } to } when !await db.WorkQueues.AnyAsync(queue => queue.Id == to && queue.Active, cancel) => new(RefusalCode.QueueUnknown, "QueueId"),
        RowsChange.Wait { CauseId: { } why } when !await db.PauseCauses.AnyAsync(cause => cause.Id == why && cause.Active, cancel) => new(RefusalCode.PauseCauseUnknown, "CauseId"),
        _ => null,
    };

    private static async Task<TicketVerb> PrepareAsync(DeskDb db, RowsChange change, List<ChangedRow> changed, CancellationToken cancel)
    {
        var named = await RowNames.ReadAsync(db, change, cancel);
        return (ticket, book, now) =>
        {
            var (before, version) = (CaseBefore.Of(ticket), ticket.Version);
            var decision = RowVerbs.Do(change, named, ticket, book, now);
            if (decision.Succeeded && ticket.Version != version) changed.Add(new(ticket.Number, before, ticket.Version));
            return decision;
        };
    }
}

/// <summary>What a change of rows names, looked up once for all of them.</summary>
internal sealed record RowNames(IReadOnlyDictionary<int, StaffMember> Members, IReadOnlyDictionary<int, Area> Areas, IReadOnlyDictionary<int, WorkQueue> Queues, Domain.Sla.PauseCause? Cause)
{
    public static async Task<RowNames> ReadAsync(DeskDb db, RowsChange change, CancellationToken cancel)
    {
        var members = change.Members;
        var moves = change is RowsChange.Reassign or RowsChange.MoveQueue or RowsChange.TakeBack { Of: RowsChange.Reassign or RowsChange.MoveQueue };
        return new(
            await db.Staff.AsNoTracking().Where(member => members.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancel),
            moves ? await db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Id, cancel) : new(),
            moves ? await db.WorkQueues.AsNoTracking().ToDictionaryAsync(queue => queue.Id, cancel) : new(),
            change is RowsChange.Wait { CauseId: { } cause } ? await db.PauseCauses.AsNoTracking().SingleOrDefaultAsync(each => each.Id == cause, cancel) : null);
    }

    public string AreaOf(int id) => Areas.GetValueOrDefault(id)?.Name ?? $"#{id}";

    public string? QueueOf(int? id) => id is { } queue ? Queues.GetValueOrDefault(queue)?.Name : null;
}
