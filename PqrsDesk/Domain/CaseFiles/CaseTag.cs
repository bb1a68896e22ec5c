namespace PqrsDesk.Domain.CaseFiles;

/// <summary>A tag as the queue finds it: a row beside the ticket, written from its log.</summary>
public sealed class CaseTag
{
    public long TicketId { get; init; }

    /// <summary>See <see cref="Tag.KeyOf"/>.</summary>
    public required string Key { get; init; }

    /// <summary>As it is written on that case.</summary>
    public required string Name { get; init; }
}
