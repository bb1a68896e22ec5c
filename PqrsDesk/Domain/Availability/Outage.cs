namespace PqrsDesk.Domain.Availability;

/// <summary>A time in which a product did not work as promised.</summary>
public sealed class Outage
{
    public const int SummaryLimit = 200;
    public const int CauseLimit = 1_000;
    public const int ExternalIdLimit = 120;

    public int Id { get; private set; }
    public required int ProductId { get; init; }
    public required DateTimeOffset From { get; set; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? Until { get; set; }
    public required OutageReach Reach { get; set; }
    public required string Summary { get; set; }
    public string? Cause { get; set; }

    /// <summary>What the monitor that reported it calls it; null: a person did.</summary>
    public string? ExternalId { get; init; }
}

public enum OutageReach
{
    Full = 1,

    /// <summary>It worked for some, or in part.</summary>
    Partial = 2,
}

/// <summary>A case that is part of the incident of an outage.</summary>
public sealed class OutageCase
{
    public required int OutageId { get; init; }
    public required long TicketId { get; init; }
}
