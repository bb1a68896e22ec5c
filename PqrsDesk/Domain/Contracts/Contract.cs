using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Pricing;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What a customer and the house agreed for some products, for a time.</summary>
public sealed partial class Contract
{
    public const int NumberLimit = 40;
    public const int NotesLimit = 2_000;
    public const int ReasonLimit = 500;

    /// <summary>Days before its end at which somebody is reminded, where nothing else was said.</summary>
    public static IReadOnlyList<int> UsualReminders { get; } = [60, 30, 7];

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

    /// <summary>Included in each period; null: not counted.</summary>
    public decimal? IncludedHours { get; set; }
    public int? IncludedCases { get; set; }
    public IncludedPer IncludedPer { get; set; } = IncludedPer.Month;

    /// <summary>For each month.</summary>
    public required Money Price { get; set; }

    /// <summary>For each hour beyond those included.</summary>
    public required Money Surcharge { get; set; }

    /// <summary>For each case beyond those included.</summary>
    public Money CaseSurcharge { get; set; } = Money.Pesos(0);
    public string? Notes { get; set; }

    /// <summary>Of the quote that was accepted; null: it was written by hand.</summary>
    public string? QuoteNumber { get; set; }

    /// <summary>The contract that it renews.</summary>
    public int? SucceedsId { get; set; }

    /// <summary>Days before its end, falling. Empty: nobody is reminded.</summary>
    public IReadOnlyList<int> ReminderDays { get; set; } = UsualReminders;
    public DateTimeOffset? SignedAt { get; set; }
    public string? SignedBy { get; set; }

    /// <summary>The last day on which it still holds, where it was ended before its time.</summary>
    public DateOnly? TerminatedOn { get; set; }
    public string? TerminationReason { get; set; }

    /// <summary>Counts its changes: two who change it at once are told.</summary>
    public int Version { get; set; } = 1;
    public List<ContractProduct> Products { get; } = [];
    public List<ContractStep> Steps { get; } = [];

    /// <summary>The last day on which it really holds.</summary>
    public DateOnly EndsOn => TerminatedOn is { } ended && ended < Until ? ended : Until;

    /// <summary>Whether it was ever signed: what it promised stays promised.</summary>
    public bool IsAgreed => State != ContractState.Draft;

    public bool HoldsOn(DateOnly day) => IsAgreed && From <= day && day <= EndsOn;

    public ContractPhase PhaseOn(DateOnly day) => this switch
    {
        { State: ContractState.Draft } => ContractPhase.Draft,
        { State: ContractState.Terminated } when day > EndsOn => ContractPhase.Terminated,
        _ when day > EndsOn => ContractPhase.Ended,
        _ when day < From => ContractPhase.Coming,
        { State: ContractState.Terminated } => ContractPhase.Terminating,
        _ => ContractPhase.Running,
    };

    /// <summary>What stands in it, as a draft that can be changed.</summary>
    public ContractDraft ToDraft() => new()
    {
        Number = Number,
        CustomerId = CustomerId,
        Products = [.. Products.Select(product => product.ProductId).Order()],
        PlanId = PlanId,
        From = From,
        Until = Until,
        IncludedHours = IncludedHours,
        IncludedCases = IncludedCases,
        IncludedPer = IncludedPer,
        Price = Price,
        Surcharge = Surcharge,
        CaseSurcharge = CaseSurcharge,
        Notes = Notes,
        QuoteNumber = QuoteNumber,
        SucceedsId = SucceedsId,
        ReminderDays = ReminderDays,
    };

    /// <summary>The number that the desk gives: <c>C-2026-0007</c>.</summary>
    public static string NumberOf(int year, int sequence) => string.Create(CultureInfo.InvariantCulture, $"C-{year}-{sequence:0000}");
}

public enum ContractState
{
    Draft = 1,

    /// <summary>Signed by both: it holds from its first day to its last.</summary>
    Agreed = 2,

    /// <summary>Ended before its last day.</summary>
    Terminated = 3,
}

/// <summary>Where a contract stands on a day. The passing of its days is nobody's act, and is not stored.</summary>
public enum ContractPhase
{
    Draft = 1,

    /// <summary>Signed, and not begun.</summary>
    Coming = 2,
    Running = 3,

    /// <summary>It runs, and its end was brought forward.</summary>
    Terminating = 4,
    Ended = 5,
    Terminated = 6,
}

/// <summary>For how long what is included is meant to last.</summary>
public enum IncludedPer
{
    Month = 1,

    /// <summary>From its first day to its last.</summary>
    Term = 2,
}

/// <summary>A product that a contract is for.</summary>
public sealed class ContractProduct
{
    public int ContractId { get; init; }
    public required int ProductId { get; init; }
}
