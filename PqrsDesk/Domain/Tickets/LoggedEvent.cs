using PqrsDesk.Domain.People;

namespace PqrsDesk.Domain.Tickets;

/// <summary>One line of the log: what happened, when, by whom.</summary>
/// <remarks>Append only. <see cref="Sequence"/> counts from 1 within a ticket and is the ticket's version after it.</remarks>
public sealed class LoggedEvent
{
    /// <summary>Grows over all tickets, in the order of commits of one node.</summary>
    public long Id { get; private set; }
    public long TicketId { get; private set; }
    public required int Sequence { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The date of <see cref="At"/> in the desk's zone.</summary>
    public required DateOnly On { get; init; }
    public required ActorKind ByKind { get; init; }
    public int? ByStaffId { get; init; }
    public required string ByName { get; init; }
    public required TicketEvent Event { get; init; }
}
