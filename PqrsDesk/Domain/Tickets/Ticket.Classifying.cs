using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// What it is and how soon: kind and priority, each with a reason that stays in the log.
public sealed partial class Ticket
{
    /// <summary>Most citizens mistake queja for reclamo: staff correct it, and the legal term follows the new kind.</summary>
    public Decision Reclassify(TicketKind kind, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(kind)) return new Refusal(RefusalCode.KindUnknown, "Kind");
        if (kind == Kind) return RefusalCode.NothingChanged;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.Reclassified(Kind, kind, Tidy(reason)), now, book);
    }

    /// <summary>Changes the priority; the resolution clock takes the new target with the time already used.</summary>
    public Decision ChangePriority(Priority priority, string? reason, SlaBook book, Moment now)
    {
        if (!IsOpen) return RefusalCode.TicketNotOpen;
        if (!Enum.IsDefined(priority)) return new Refusal(RefusalCode.PriorityUnknown, "Priority");
        if (priority == Priority) return Decision.Ok;
        if (Texts.Reason(reason) is { } refusal) return refusal;
        return Record(new TicketEvent.PriorityChanged(Priority, priority, Tidy(reason)), now, book);
    }
}
