using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Queue;

/// <summary>Changes rows of the queue, one or many, in one transaction: those that refuse stay as they are, the others go on.</summary>
public sealed class ChangeRows(IDbContextFactory<DeskDb> desk, TicketDoor door)
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
        List<GivenRow> given = [];
        var said = await door.ChangeManyAsync(
            [.. rows.Where(row => ids.ContainsKey(row.Number)).Select(row => new SeenTicket(ids[row.Number], row.Version))],
            by,
            db =>
            {
                given.Clear();
                return PrepareAsync(db, change, given, cancel);
            },
            cancel,
            progress);
        return new RowsOutcome(
            null,
            [.. rows.Select(row => new RowResult(row.Number, ids.TryGetValue(row.Number, out var id) ? said.GetValueOrDefault(id, RefusalCode.TicketNotFound) : RefusalCode.TicketNotFound))],
            given);
    }

    private async Task<(Refusal? Wrong, Dictionary<string, long> Ids)> FindAsync(IReadOnlyList<SeenRow> rows, RowsChange change, CancellationToken cancel)
    {
        if (change.Wrong is { } wrong) return (wrong, []);
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (change is RowsChange.Take or RowsChange.Assign && !await db.Staff.AnyAsync(member => member.Id == change.Members[0] && member.Active, cancel))
            return (new(RefusalCode.AgentUnknown, "OwnerId"), []);
        var numbers = rows.Select(row => row.Number).ToArray();
        return (null, await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new { ticket.Number, ticket.Id })
            .ToDictionaryAsync(ticket => ticket.Number, ticket => ticket.Id, cancel));
    }

    private static async Task<TicketVerb> PrepareAsync(DeskDb db, RowsChange change, List<GivenRow> given, CancellationToken cancel)
    {
        var wanted = change.Members;
        var members = await db.Staff.AsNoTracking().Where(member => wanted.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancel);
        return (ticket, book, now) =>
        {
            var (owner, version) = (ticket.OwnerId, ticket.Version);
            var decision = Do(change, members, ticket, book, now);
            if (decision.Succeeded && ticket.Version != version && ticket.OwnerId != owner) given.Add(new(ticket.Number, owner, ticket.Version));
            return decision;
        };
    }

    private static Decision Do(RowsChange change, Dictionary<int, StaffMember> members, Ticket ticket, SlaBook book, Moment now)
    {
        return change switch
        {
            RowsChange.Take take => Give(take.MemberId, member => ticket.TakeFor(member, book, now)),
            RowsChange.Assign assign => Give(assign.MemberId, member => ticket.Assign(member, null, book, now)),
            RowsChange.GiveBack back when back.Owners.GetValueOrDefault(ticket.Number) is { } owner => Give(owner, member => ticket.Assign(member, null, book, now)),
            RowsChange.GiveBack => ticket.Release(null, book, now),
            RowsChange.MarkSpam spam => ticket.Void(VoidKind.Spam, spam.Reason, book, now),
            RowsChange.Prioritize wish => ticket.ChangePriority(wish.Priority, wish.Reason, book, now),
            _ => throw new InvalidOperationException($"No such change: {change}."),
        };

        Decision Give(int id, Func<StaffMember, Decision> verb) => members.TryGetValue(id, out var member) ? verb(member) : new Refusal(RefusalCode.AgentUnknown, "OwnerId");
    }
}
