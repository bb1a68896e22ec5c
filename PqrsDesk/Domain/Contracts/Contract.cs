using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a customer and the house agreed for some products, for a time.</summary>
public sealed class Contract
{
    public const int NumberLimit = 40;

    public int Id { get; private set; }
    public required string Number { get; set; }
    public required int CustomerId { get; init; }
    public Customer? Customer { get; private set; }

    /// <summary>The version of the plan.</summary>
    public required int PlanId { get; set; }
    public SupportPlan? Plan { get; private set; }
    public required ContractState State { get; set; }

    /// <summary>First day.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day, which is part of it.</summary>
    public required DateOnly Until { get; set; }

    /// <summary>Included in each month; null: not counted.</summary>
    public decimal? IncludedHours { get; set; }
    public int? IncludedCases { get; set; }

    /// <summary>For each month.</summary>
    public required Money Price { get; set; }

    /// <summary>For each hour beyond those included.</summary>
    public required Money Surcharge { get; set; }
    public List<ContractProduct> Products { get; } = [];
}

public enum ContractState
{
    Draft = 1,
    /// <summary>Signed by both: it holds from its first day to its last.</summary>
    Agreed = 2,

    /// <summary>Ended before its last day.</summary>
    Terminated = 3,
}

/// <summary>A product that a contract is for.</summary>
public sealed class ContractProduct
{
    public int ContractId { get; init; }
    public required int ProductId { get; init; }
}
