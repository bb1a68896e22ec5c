using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// En espera del peticionario: the service clock stands still until the petitioner writes or staff resume.
public sealed partial class Ticket
{
    /// <param name="reason">May be left out where a cause of the catalogue says it.</param>
    public Decision Wait(string? reason, SlaBook book, Moment now, PauseCause? cause = null)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (Status == TicketStatus.AwaitingPetitioner) return RefusalCode.AlreadyWaiting;
        if (cause is { Active: false }) return new Refusal(RefusalCode.PauseCauseUnknown, "CauseId");
        if ((cause is null ? Texts.Reason(reason) : Texts.TooLong(reason, Filing.ReasonLimit, "Reason")) is { } refusal) return refusal;
        return Record(new TicketEvent.WaitStarted(Tidy(reason), cause?.Name), now, book);
    }

    public Decision Resume(string? reason, SlaBook book, Moment now)
    {
        if (Status != TicketStatus.AwaitingPetitioner) return RefusalCode.NotWaiting;
        if (Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } refusal) return refusal;
        return Record(new TicketEvent.WaitEnded(NullIfBlank(reason)), now, book);
    }
}
