namespace PqrsDesk.Domain.Care;

/// <summary>What a kind asks of a step.</summary>
public enum StepDemand
{
    /// <summary>It is not on the list.</summary>
    Off = 0,

    /// <summary>It is on the list, and nothing waits for it.</summary>
    Advised = 1,

    /// <summary>There is no answer without it, unless a lead goes on with a reason.</summary>
    Required = 2,
}

public enum StepDueUnit
{
    /// <summary>A share of the legal term, in whole days; without one, of the resolution's target.</summary>
    PercentOfTerm = 1,

    /// <summary>Business hours of the desk from the filing.</summary>
    BusinessHours = 2,
}

/// <summary>By when a step is due.</summary>
public sealed record StepDue(StepDueUnit Unit, int Amount)
{
    public const int MostPercent = 100;
    public const int MostHours = 1_000;

    public bool IsUsable => Enum.IsDefined(Unit) && Amount >= 1 && Amount <= (Unit == StepDueUnit.PercentOfTerm ? MostPercent : MostHours);
}

/// <param name="Due">Null: at any time.</param>
public sealed record StepRule(StepDemand Demand, StepDue? Due = null)
{
    public static StepRule Off { get; } = new(StepDemand.Off);
}
