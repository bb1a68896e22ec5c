using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>What one ticket contributes to the indicators and to a row of the workbook.</summary>
public sealed record TicketFact
{
    public required string FilingNumber { get; init; }

    public required TicketKind Kind { get; init; }

    public required Channel Channel { get; init; }

    public required string Area { get; init; }

    /// <summary>The subject matter or cause; null while nobody has classified it.</summary>
    public string? Topic { get; init; }

    /// <summary>The product or platform it is about; null while nobody said.</summary>
    public string? Product { get; init; }

    public required Priority Priority { get; init; }

    public required TicketStatus Status { get; init; }

    public required string Subject { get; init; }

    public string? Owner { get; init; }

    /// <summary>Null for an anonymous petitioner.</summary>
    public string? Petitioner { get; init; }

    public string? Customer { get; init; }

    /// <summary>Number of the contract that it stands on; null: none.</summary>
    public int? ContractId { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>The legal day of filing, which an entity may put after <see cref="FiledAt"/>. Volumes do not count by it.</summary>
    public required DateOnly EffectiveFiledOn { get; init; }

    /// <summary>First agent reply that the petitioner could see.</summary>
    public DateTimeOffset? FirstReplyAt { get; init; }

    /// <summary>The substantive answer that stands; null while the ticket is open, also after a reopening.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>The closing that stands; null while the ticket is not closed, also after a reopening.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The nearest promised resolution or legal deadline; null if none runs.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The next breach of any deadline: after closing time it is later than what is due at closing time.</summary>
    public DateTimeOffset? NextBreachAt { get; init; }

    /// <summary>When the answer was missed, recorded or not yet; in the future when it will be, if nothing happens.</summary>
    public DateTimeOffset? MissedAt => BreachedAt ?? (NextBreachAt > DueAt ? NextBreachAt : DueAt);

    public DateOnly? LegalDueOn { get; init; }

    /// <summary>When a resolution or legal deadline was missed, by whichever came first. It survives closing and reopening.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    public DateTimeOffset? FirstResponseBreachedAt { get; init; }

    public int? BusinessMinutesToFirstReply { get; init; }

    /// <summary>Business minutes used by the resolution clock, pauses taken out; null until answered.</summary>
    public int? BusinessMinutesToResolution { get; init; }

    public int PausedMinutes { get; init; }

    public int ReopenedCount { get; init; }

    /// <summary>What the house keeps with it; null: nothing.</summary>
    public CaseFile? CaseFile { get; init; }

    /// <summary>When it left the queue: by its answer, or by a withdrawal or transfer, after which none was owed.</summary>
    public DateTimeOffset? SettledAt => AnsweredAt ?? ClosedAt;
}
