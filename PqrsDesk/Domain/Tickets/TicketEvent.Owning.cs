using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Domain.Tickets;

// Who has it.
public abstract partial record TicketEvent
{
    /// <param name="Drawn">Why it was the next that they were handed out; null: somebody chose it.</param>
    public sealed record Assigned(int OwnerId, string OwnerName, string? Note, CaseDraw? Drawn = null) : TicketEvent;

    /// <summary>Back to the queue, without an owner.</summary>
    public sealed record Released(string? Note) : TicketEvent;

    /// <summary>A lead looked at what was flagged.</summary>
    public sealed record Reviewed(string? Note) : TicketEvent;

    /// <summary>Set aside by whoever has it, until an instant. No clock stands still for it.</summary>
    public sealed record Snoozed(DateTimeOffset Until, string? Reason) : TicketEvent;

    /// <summary>Before its owner again. What brought it back is the event before, unless it was the time or a person.</summary>
    public sealed record Woken(WakeCause Cause) : TicketEvent;

    /// <summary>Whoever had it did nothing with it for as long as their area lets it lie: it is anybody's again.</summary>
    /// <param name="AfterMinutes">Of the desk's hours.</param>
    public sealed record ReturnedToQueue(int OwnerId, string OwnerName, int AfterMinutes) : TicketEvent;

    /// <summary>From whoever is away to whoever stands in, or back when they are there again.</summary>
    public sealed record HandedOver(int OwnerId, string OwnerName, int FromId, string FromName, int AbsenceId, bool Back) : TicketEvent;
}
