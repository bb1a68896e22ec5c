namespace PqrsDesk.Domain.Availability;

/// <summary>What became of an outage.</summary>
public enum OutageStep
{
    Recorded = 1,
    Said = 2,
    Changed = 3,
    Closed = 4,
    Reopened = 5,
    Voided = 6,

    /// <summary>A monitor said that it was down again, so soon that it is the same.</summary>
    Continued = 7,
}

/// <summary>A line of an outage's history: what was done, by whom, and what was said with it.</summary>
public sealed class OutageUpdate
{
    public int Id { get; private set; }
    public int OutageId { get; private set; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required OutageStep Step { get; init; }

    /// <summary>Null: the step says it all.</summary>
    public string? Text { get; init; }

    /// <summary>Everybody may read the text.</summary>
    public bool IsPublic { get; init; }
}
