namespace PqrsDesk.Domain.Tickets;

// Cases about the same outage are gathered, so that one answer reaches all of them.
public abstract partial record TicketEvent
{
    /// <param name="Product">Name of what fails, as it was then.</param>
    /// <param name="Summary">Of the outage, for the house.</param>
    /// <param name="ByItself">The outage takes what is filed about its product.</param>
    public sealed record IncidentJoined(int OutageId, string Product, string Summary, bool ByItself = false) : TicketEvent;

    public sealed record IncidentLeft(int OutageId, string Product, string? Reason = null) : TicketEvent;
}
