namespace PqrsDesk.Domain.Contracts;

/// <summary>What of a contract the house has been told of already: each once.</summary>
public sealed class ContractTold
{
    public int ContractId { get; init; }
    public required ContractNews Kind { get; init; }

    /// <summary>Percent that was used, or the days that are left.</summary>
    public required int Mark { get; init; }

    /// <summary>The first day of the period that is used, or the last of the contract.</summary>
    public required DateOnly From { get; init; }
    public required DateTimeOffset At { get; init; }
}

public enum ContractNews
{
    /// <summary>So much of its included hours is used.</summary>
    Hours = 1,

    /// <summary>So much of its included cases is used.</summary>
    Cases = 2,

    /// <summary>It ends in so many days.</summary>
    Ending = 3,
}
