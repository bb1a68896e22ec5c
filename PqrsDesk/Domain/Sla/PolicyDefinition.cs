using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>To what a policy applies, and what it promises. Each list of conditions is open when it is empty.</summary>
/// <remarks>Stored as JSON: what came in later has a default, so that earlier versions are still read.</remarks>
/// <param name="Kinds">Empty: any kind.</param>
/// <param name="ServiceLevels">Empty: any customer, or none.</param>
/// <param name="Targets">One for each priority.</param>
public sealed record PolicyDefinition(
    string Name,
    IReadOnlyList<TicketKind> Kinds,
    IReadOnlyList<ServiceLevel> ServiceLevels,
    IReadOnlyDictionary<Priority, Target> Targets)
{
    public const int NameLimit = 80;

    /// <summary>Percent of the target at which somebody should look, where nothing else was said.</summary>
    public static IReadOnlyList<int> UsualThresholds { get; } = [50, 75, 90, 100];

    /// <summary>Numbers of customers. Empty: any, or none.</summary>
    public IReadOnlyList<int> Customers { get; init; } = [];
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Numbers of areas.</summary>
    public IReadOnlyList<int> Areas { get; init; } = [];
    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    /// <summary>Names of products and platforms, as tickets carry them.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The contract that it follows from, and is changed with; null: somebody wrote it.</summary>
    public int? ContractId { get; init; }

    /// <summary>The contract's own number, for words.</summary>
    public string? ContractNumber { get; init; }

    /// <summary>The class of the product by which the times were cut, for words; null: it had none.</summary>
    public CriticalityClass? Criticality { get; init; }

    /// <summary>The first day on which what is filed is promised by it; null: always.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last one, which is part of it.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Percent of the target, rising, each once.</summary>
    public IReadOnlyList<int> Thresholds { get; init; } = UsualThresholds;

    /// <summary>It is chosen for nothing any more; cases that were promised by it keep it.</summary>
    public bool IsRetired { get; init; }

    /// <summary>What is done by itself at the thresholds.</summary>
    public IReadOnlyList<EscalationLevel> Escalations { get; init; } = [];

    /// <summary>The same promise, watched as the house watches its own. Where no policy is left for everybody, nothing is said anew.</summary>
    public PolicyDefinition WatchedAs(PolicyDefinition? house) => house is null ? this : this with { Thresholds = house.Thresholds, Escalations = house.Escalations };

    /// <summary>What is asked for, in the order of the words that say it. Empty: it applies to anything.</summary>
    public IEnumerable<PolicyCondition> Conditions()
    {
        if (Customers.Count > 0) yield return PolicyCondition.Customer;
        if (ServiceLevels.Count > 0) yield return PolicyCondition.ServiceLevel;
        if (Kinds.Count > 0) yield return PolicyCondition.Kind;
        if (Channels.Count > 0) yield return PolicyCondition.Channel;
        if (Areas.Count > 0) yield return PolicyCondition.Area;
        if (Priorities.Count > 0) yield return PolicyCondition.Priority;
        if (Products.Count > 0) yield return PolicyCondition.Product;
        if (From is not null || Until is not null) yield return PolicyCondition.Term;
    }

    public bool Applies(PolicyFacts facts) =>
        !IsRetired
        && (Kinds.Count == 0 || Kinds.Contains(facts.Kind))
        && (ServiceLevels.Count == 0 || (facts.Level is { } level && ServiceLevels.Contains(level)))
        && (Customers.Count == 0 || (facts.CustomerId is { } customer && Customers.Contains(customer)))
        && (Channels.Count == 0 || Channels.Contains(facts.Channel))
        && (Areas.Count == 0 || Areas.Contains(facts.AreaId))
        && (Priorities.Count == 0 || Priorities.Contains(facts.Priority))
        && (Products.Count == 0 || (facts.Product is { } product && Products.Contains(product, StringComparer.OrdinalIgnoreCase)))
        && (From is null || facts.FiledOn >= From)
        && (Until is null || facts.FiledOn <= Until);
}

/// <summary>What a policy can ask of a filing.</summary>
public enum PolicyCondition
{
    Customer = 1,

    /// <summary>The service level of the customer's contract.</summary>
    ServiceLevel = 2,
    Kind = 3,
    Channel = 4,
    Area = 5,
    Priority = 6,
    Product = 7,

    /// <summary>The days of a contract.</summary>
    Term = 8,
}

/// <summary>What the conditions of policies look at.</summary>
/// <param name="Level">Of the customer; null without one.</param>
/// <param name="Product">The product or platform it is about, by the name it was filed under; null: none is named.</param>
/// <param name="FiledOn">The desk's date of the filing; null: not known, and no policy with days of its own applies.</param>
public sealed record PolicyFacts(
    TicketKind Kind, ServiceLevel? Level, int? CustomerId, Channel Channel, int AreaId, Priority Priority, string? Product = null, DateOnly? FiledOn = null)
{
    public static PolicyFacts Of(Filing filing, ServiceLevel? level, DateOnly? on = null) =>
        new(filing.Kind, level, filing.CustomerId, filing.Channel, filing.AreaId, filing.Priority, filing.Product?.Trim(), on);

    /// <summary>A ticket as it stands now.</summary>
    public static PolicyFacts Of(Ticket ticket, ServiceLevel? level) =>
        new(ticket.Kind, level, ticket.CustomerId, ticket.Channel, ticket.AreaId, ticket.Priority, ticket.Product, ticket.FiledOn);
}
