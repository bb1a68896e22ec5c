namespace PqrsDesk.Domain.Contracts;

/// <summary>Something that was done to a contract: who, when, and what it was.</summary>
public sealed class ContractStep
{
    public const int DetailLimit = 500;

    public long Id { get; private set; }
    public int ContractId { get; init; }
    public required ContractStepKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>By the name of then.</summary>
    public required string By { get; init; }

    /// <summary>A reason, a version, a number.</summary>
    public string? Detail { get; init; }

    /// <summary>The version of the plan that it stood on from then; null: this was not about it, or it was not kept yet.</summary>
    public int? PlanId { get; init; }
}

public enum ContractStepKind
{
    Drafted = 1,
    Changed = 2,
    Agreed = 3,

    /// <summary>It took over another version of its plan, or another plan.</summary>
    PlanMoved = 4,
    Terminated = 5,

    /// <summary>A successor was drafted.</summary>
    Renewed = 6,
}
