namespace PqrsDesk.Domain.Customers;

/// <summary>One published version of how the house treats personal data. Never written over: those who agreed to it agreed to this text.</summary>
public sealed class DataPolicy
{
    public const int TextLimit = 40_000;

    public int Id { get; private set; }
    public required int Version { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public string? MadeBy { get; init; }
}

/// <summary>To which version somebody agreed, and when (Ley 1581 of 2012, art. 9).</summary>
public sealed record DataConsent(int PolicyVersion, DateTimeOffset At);
