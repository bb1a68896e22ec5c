namespace PqrsDesk.Domain.Tickets;

/// <summary>Which tickets by where they stand.</summary>
public enum TicketScope
{
    /// <summary>On the queue: neither answered nor closed.</summary>
    Open = 1,
    Any = 2,

    /// <summary>Answered, closed, or ended without an answer.</summary>
    Done = 3,
}
