using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// En espera del peticionario: the service clock stands still until the petitioner writes or staff resume.
public sealed partial class Ticket
{
    public Decision Wait(string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (Status == TicketStatus.AwaitingPetitioner) return RefusalCode.AlreadyWaiting;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.WaitStarted(Tidy(reason)), now, book);
    }

    public Decision Resume(string? reason, SlaBook book, Moment now)
    {
        if (Status != TicketStatus.AwaitingPetitioner) return RefusalCode.NotWaiting;
        if (Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } refusal) return refusal;
        return Record(new TicketEvent.WaitEnded(NullIfBlank(reason)), now, book);
    }
}
