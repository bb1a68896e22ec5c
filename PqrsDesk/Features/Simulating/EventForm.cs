using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Simulating;

/// <summary>One row of the history.</summary>
public sealed class EventForm
{
    /// <summary>Local, as <c>2026-03-24T08:20</c>.</summary>
    public string At { get; set; } = "";
    public ClockEventType Type { get; set; } = ClockEventType.AgentReply;
    public Priority Priority { get; set; } = Priority.Medium;
    public bool WaitingOnCustomer { get; set; }

    public bool HasPriority => Type is ClockEventType.Created or ClockEventType.PriorityChanged;
}
