namespace PqrsDesk.Domain.Tickets;

public enum TicketOrder
{
    /// <summary>The nearest deadline first.</summary>
    Due = 1,
    Newest = 2,
}
