using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// En espera del peticionario: the service clock stands still until the petitioner writes or staff resume.
public sealed partial class Ticket
{
    /// <param name="reason">May be left out where a cause of the catalogue says it.</param>
    public Decision Wait(string? reason, SlaBook book, Moment now, PauseCause? cause = null) =>
        RefuseWaiting(reason, cause) is { } refusal ? refusal : Record(new TicketEvent.WaitStarted(Tidy(reason), cause?.Name), now, book);

    public Decision Resume(string? reason, SlaBook book, Moment now)
    {
        if (Status != TicketStatus.AwaitingPetitioner) return RefusalCode.NotWaiting;
        if (Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } refusal) return refusal;
        return Record(new TicketEvent.WaitEnded(NullIfBlank(reason)), now, book);
    }

    private Refusal? RefuseWaiting(string? reason, PauseCause? cause) =>
        !IsOpen ? RefusalCode.TicketNotOpen
        : Status == TicketStatus.AwaitingPetitioner ? RefusalCode.AlreadyWaiting
        : cause is { Active: false } ? new(RefusalCode.PauseCauseUnknown, "CauseId")
        : cause is null ? Texts.Reason(reason)
        : Texts.TooLong(reason, Filing.ReasonLimit, "Reason");
}
