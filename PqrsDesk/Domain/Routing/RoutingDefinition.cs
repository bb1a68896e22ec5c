using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>Which cases a rule takes, and what becomes of them. Each list of conditions is open when it is empty.</summary>
/// <remarks>Stored as JSON: what comes in later needs a default, so that earlier rules are still read.</remarks>
public sealed record RoutingDefinition(string Name)
{
    public const int NameLimit = 80;

    public IReadOnlyList<TicketKind> Kinds { get; init; } = [];

    /// <summary>Numbers of topics: one of the first level stands for its subtopics too.</summary>
    public IReadOnlyList<int> Topics { get; init; } = [];
    public IReadOnlyList<int> Products { get; init; } = [];
    public IReadOnlyList<int> Branches { get; init; } = [];
    public IReadOnlyList<int> Customers { get; init; } = [];
    public IReadOnlyList<ServiceLevel> ServiceLevels { get; init; } = [];
    public IReadOnlyList<Channel> Channels { get; init; } = [];
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Where to; null: the rule leaves the area to the topic, or to whoever chose it.</summary>
    public int? AreaId { get; init; }

    /// <summary>One of <see cref="AreaId"/>'s own; null: none.</summary>
    public int? QueueId { get; init; }
    public RoutingHand Hand { get; init; }

    /// <summary>With <see cref="RoutingHand.Member"/>.</summary>
    public int? MemberId { get; init; }

    /// <summary>Null: as it is.</summary>
    public Priority? Priority { get; init; }

    /// <summary>What is asked for. Empty: it takes anything.</summary>
    public IEnumerable<RoutingCondition> Conditions()
    {
        if (Kinds.Count > 0) yield return RoutingCondition.Kind;
        if (Topics.Count > 0) yield return RoutingCondition.Topic;
        if (Products.Count > 0) yield return RoutingCondition.Product;
        if (Branches.Count > 0) yield return RoutingCondition.Branch;
        if (Customers.Count > 0) yield return RoutingCondition.Customer;
        if (ServiceLevels.Count > 0) yield return RoutingCondition.ServiceLevel;
        if (Channels.Count > 0) yield return RoutingCondition.Channel;
        if (Languages.Count > 0) yield return RoutingCondition.Language;
    }
}
