using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// How a case begins, and where it goes.
public abstract partial record TicketEvent
{
    /// <summary>Radicado. Carries all that the ticket began with, so that the log alone can rebuild it.</summary>
    /// <param name="LegalCalendarVersionId">Null in the logs of before there was a second version: the first.</param>
    /// <param name="Ground">Null in the logs of before rules of law were data: Ley 1755.</param>
    /// <param name="Routing">Why it came to that area; null in the logs of before there were rules for it, and where nothing is to be explained.</param>
    /// <param name="PartOf">The case that this was made a part of; null: it was filed by itself.</param>
    /// <param name="ContractId">The contract whose policy promises; null: none does.</param>
    public sealed record Filed(
        string Number, Filing Filing, Priority Priority, string AreaName, int PolicyVersionId, DateOnly EffectiveOn, int? LegalCalendarVersionId = null,
        LegalGround? Ground = null, RoutingTrace? Routing = null, PartOrigin? PartOf = null, int? ContractId = null) : TicketEvent;

    /// <summary>Came from another system with its own instants, which are kept.</summary>
    public sealed record Imported(string Number, Filing Filing, Priority Priority, string AreaName, ImportedFacts Facts) : TicketEvent;

    /// <summary>To another area of the house. (To another authority is a transfer, with a term of its own.)</summary>
    public sealed record Reassigned(int AreaId, string AreaName, string FromAreaName, string Reason) : TicketEvent;

    /// <param name="Ground">As of <see cref="Filed"/>. The kind may stay, and the regime alone be another.</param>
    public sealed record Reclassified(TicketKind From, TicketKind To, string Reason, LegalGround? Ground = null) : TicketEvent;

    /// <summary>Put under another topic, or another product. Null: none.</summary>
    /// <param name="Why">The rules of words whose suggestion was taken; null: nobody suggested it.</param>
    public sealed record Classified(string? FromTopic, string? ToTopic, string? FromProduct, string? ToProduct, IReadOnlyList<SuggestionReason>? Why = null) : TicketEvent;

    /// <summary>What it is about has another name in the catalogue. It is the same thing, and nothing else of the case changes by it.</summary>
    public sealed record ProductRenamed(string From, string To) : TicketEvent;

    /// <param name="Ground">Null when the rule of law stays.</param>
    public sealed record PriorityChanged(Priority From, Priority To, string Reason, LegalGround? Ground = null) : TicketEvent;

    /// <summary>The rules of routing were asked again. What they did follows as events of its own.</summary>
    public sealed record Routed(RoutingTrace Routing) : TicketEvent;

    /// <summary>Into a queue (bandeja) of its area, or out of it.</summary>
    /// <param name="QueueId">Null: into none.</param>
    public sealed record QueueChanged(int? QueueId, string? QueueName, string? FromName) : TicketEvent;

    /// <summary>Words that the house sorts its cases by, put on it and taken off.</summary>
    public sealed record TagsChanged(IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : TicketEvent;

    /// <summary>What the house's own fields say.</summary>
    public sealed record FieldsChanged(IReadOnlyList<FieldChange> Changes) : TicketEvent;
}
