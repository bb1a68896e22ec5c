using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Reparto: what the rules say of it, once more, and the queue of its area that it is in.
public sealed partial class Ticket
{
    /// <summary>Does what the rules say of it now. Whoever has it keeps it, unless it goes to another area.</summary>
    /// <param name="fromName">Of the area that it is in, and <paramref name="fromQueue"/> of the queue.</param>
    public Decision Reroute(RoutingOutcome outcome, string fromName, string? fromQueue, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!DoesSomething(outcome)) return RefusalCode.NothingChanged;
        Record(new TicketEvent.Routed(outcome.Trace), now, book);
        if (outcome.Area.Id != AreaId)
        {
            Record(new TicketEvent.Reassigned(outcome.Area.Id, outcome.Area.Name, fromName, outcome.Trace.Reason), now, book);
            fromQueue = null;
        }

        if (outcome.Trace.Number is not null && outcome.Queue?.Id != WorkQueueId)
            Record(new TicketEvent.QueueChanged(outcome.Queue?.Id, outcome.Queue?.Name, fromQueue), now, book);
        if (outcome.Priority is { } priority && priority != Priority) Become(priority, outcome.Trace.Reason, book, now);
        return outcome.Owner is { } owner && OwnerId is null ? Hand(owner, outcome, book, now) : Decision.Ok;
    }

    /// <summary>Gives it to whom the rules chose, on the desk's own account.</summary>
    public Decision Hand(StaffMember owner, RoutingOutcome outcome, SlaBook book, Moment now) =>
        Assign(owner, outcome.Trace.Note, book, now with { By = Actor.Desk });

    /// <summary>Puts it into a queue of its area, or out of the one it is in.</summary>
    /// <param name="fromName">Of the queue that it is in.</param>
    public Decision MoveTo(WorkQueue? queue, string? fromName, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (queue?.Id == WorkQueueId) return RefusalCode.NothingChanged;
        if (queue is not null && (!queue.Active || queue.AreaId != AreaId)) return new Refusal(RefusalCode.QueueUnknown, "QueueId");
        return Record(new TicketEvent.QueueChanged(queue?.Id, queue?.Name, fromName), now, book);
    }

    /// <summary>Whether something would be otherwise.</summary>
    public bool DoesSomething(RoutingOutcome outcome) =>
        outcome.Area.Id != AreaId
        || (outcome.Trace.Number is not null && outcome.Queue?.Id != WorkQueueId)
        || (outcome.Priority is { } priority && priority != Priority)
        || (outcome.Owner is not null && OwnerId is null);
}
