using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Queue;

/// <summary>What each change of rows does to one ticket, and how it is taken back.</summary>
internal static class RowVerbs
{
    public static Decision Do(RowsChange change, RowNames named, Ticket ticket, SlaBook book, Moment now) => change switch
    {
        RowsChange.Take take => Give(named, take.MemberId, member => ticket.TakeFor(member, book, now)),
        RowsChange.Assign assign => Give(named, assign.MemberId, member => ticket.Assign(member, null, book, now)),
        RowsChange.Release => ticket.Release(null, book, now),
        RowsChange.Prioritize wish => ticket.ChangePriority(wish.Priority, wish.Reason, book, now),
        RowsChange.Classify what => ticket.Classify(what.Topic ?? ticket.Topic, what.Product ?? ticket.Product, book, now),
        RowsChange.Wait wait => ticket.Wait(wait.Reason, book, now, named.Cause),
        RowsChange.Resume => ticket.Resume(null, book, now),
        RowsChange.Reassign to => SoAlready(ticket.AreaId == to.AreaId, ticket) ?? Move(named, ticket, to.AreaId, to.Reason, book, now),
        RowsChange.MoveQueue to => SoAlready(ticket.WorkQueueId == to.QueueId, ticket) ?? MoveQueue(named, ticket, to.QueueId, book, now),
        RowsChange.Snooze snooze => ticket.Snooze(snooze.Until, snooze.Reason, book, now),
        RowsChange.Wake => ticket.Wake(book, now),
        RowsChange.MarkSpam spam => ticket.Void(VoidKind.Spam, spam.Reason, book, now),
        RowsChange.TakeBack back => TakeBack(back.Of, back.Before[ticket.Number], back.Reason, named, ticket, book, now),
        _ => throw new InvalidOperationException($"No such change: {change}."),
    };

    private static Decision TakeBack(RowsChange of, CaseBefore before, string reason, RowNames named, Ticket ticket, SlaBook book, Moment now) => of switch
    {
        RowsChange.Take or RowsChange.Assign or RowsChange.Release => before.GiveBackOwner(ticket, named.Members, book, now),
        RowsChange.Prioritize => before.GiveBackPriority(ticket, reason, book, now),
        RowsChange.Classify => before.GiveBackClass(ticket, book, now),
        RowsChange.Wait or RowsChange.Resume => before.GiveBackWaiting(ticket, reason, book, now),
        RowsChange.Reassign => MoveBack(before, reason, named, ticket, book, now),
        RowsChange.MoveQueue => MoveQueue(named, ticket, before.QueueId, book, now),
        RowsChange.Snooze or RowsChange.Wake => before.GiveBackSnooze(ticket, reason, book, now),
        _ => throw new InvalidOperationException($"{of} is not taken back."),
    };

    /// <summary>With the queue and the owner that it had there.</summary>
    private static Decision MoveBack(CaseBefore before, string reason, RowNames named, Ticket ticket, SlaBook book, Moment now)
    {
        var moved = Move(named, ticket, before.AreaId, reason, book, now);
        if (moved.Succeeded && before.QueueId is { } queue) moved = MoveQueue(named, ticket, queue, book, now);
        return moved.Succeeded ? before.GiveBackOwner(ticket, named.Members, book, now) : moved;
    }

    private static Decision Move(RowNames named, Ticket ticket, int areaId, string? reason, SlaBook book, Moment now) =>
        named.Areas.TryGetValue(areaId, out var area) ? ticket.Reassign(area, named.AreaOf(ticket.AreaId), reason, book, now) : new Refusal(RefusalCode.AreaUnknown, "AreaId");

    private static Decision MoveQueue(RowNames named, Ticket ticket, int? queueId, SlaBook book, Moment now) =>
        queueId is not { } id ? ticket.MoveTo(null, named.QueueOf(ticket.WorkQueueId), book, now)
        : named.Queues.TryGetValue(id, out var queue) ? ticket.MoveTo(queue, named.QueueOf(ticket.WorkQueueId), book, now)
        : new Refusal(RefusalCode.QueueUnknown, "QueueId");

    private static Decision Give(RowNames named, int id, Func<StaffMember, Decision> verb) =>
        named.Members.TryGetValue(id, out var member) ? verb(member) : new Refusal(RefusalCode.AgentUnknown, "OwnerId");

    /// <summary>Of many, what is so already is done: only one that is asked of a single case says that nothing would change.</summary>
    private static Decision? SoAlready(bool so, Ticket ticket) => so && ticket.IsOpen ? Decision.Ok : null;
}
