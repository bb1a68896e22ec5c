using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// Incidente masivo: the case is one of those about an outage. No clock goes by it, and the petitioner is told nothing by it.
public sealed partial class Ticket
{
    /// <summary>It is there already: nothing happens.</summary>
    public Decision JoinIncident(int outageId, string product, string summary, bool byItself, SlaBook book, Moment now) =>
        FileNow.Incidents.Contains(outageId) ? Decision.Ok
        : IsOver ? RefusalCode.TicketClosed
        : Record(new TicketEvent.IncidentJoined(outageId, product, summary, byItself), now, book);

    public Decision LeaveIncident(int outageId, string product, string? reason, SlaBook book, Moment now) =>
        !FileNow.Incidents.Contains(outageId) ? Decision.Ok
        : Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } tooLong ? tooLong
        : Record(new TicketEvent.IncidentLeft(outageId, product, NullIfBlank(reason)), now, book);
}
