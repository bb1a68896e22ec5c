namespace PqrsDesk.Domain.Availability;

/// <summary>A case that an outage gathered: a row beside the ticket, written from its log.</summary>
public sealed class OutageCase
{
    public required int OutageId { get; init; }
    public required long TicketId { get; init; }
    public required DateTimeOffset JoinedAt { get; set; }

    /// <summary>A person took it out again: it does not come back by itself.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}
