using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Routing;

/// <summary>A rule as it is typed.</summary>
public sealed class RuleForm
{
    public string Name { get; set; } = "";
    public HashSet<TicketKind> Kinds { get; } = [];
    public HashSet<int> Topics { get; } = [];
    public HashSet<int> Products { get; } = [];
    public HashSet<int> Branches { get; } = [];
    public HashSet<int> Customers { get; } = [];
    public HashSet<ServiceLevel> Levels { get; } = [];
    public HashSet<Channel> Channels { get; } = [];

    /// <summary>As typed: <c>es, en</c>.</summary>
    public string Languages { get; set; } = "";
    public int AreaId { get; set; }
    public int QueueId { get; set; }
    public RoutingHand Hand { get; set; }
    public int MemberId { get; set; }

    /// <summary>0: it stays.</summary>
    public int Priority { get; set; }

    public static RuleForm Of(RoutingDefinition rule)
    {
        var form = new RuleForm
        {
            Name = rule.Name,
            Languages = string.Join(", ", rule.Languages),
            AreaId = rule.AreaId ?? 0,
            QueueId = rule.QueueId ?? 0,
            Hand = rule.Hand,
            MemberId = rule.MemberId ?? 0,
            Priority = (int?)rule.Priority ?? 0,
        };
        form.Kinds.UnionWith(rule.Kinds);
        form.Topics.UnionWith(rule.Topics);
        form.Products.UnionWith(rule.Products);
        form.Branches.UnionWith(rule.Branches);
        form.Customers.UnionWith(rule.Customers);
        form.Levels.UnionWith(rule.ServiceLevels);
        form.Channels.UnionWith(rule.Channels);
        return form;
    }

    /// <summary>What cannot be read becomes a value that the check refuses.</summary>
    public RoutingDefinition Read() => new(Name.Trim())
    {
        Kinds = [.. Kinds.Order()],
        Topics = [.. Topics.Order()],
        Products = [.. Products.Order()],
        Branches = [.. Branches.Order()],
        Customers = [.. Customers.Order()],
        ServiceLevels = [.. Levels.Order()],
        Channels = [.. Channels.Order()],
        Languages = [.. Languages.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.ToLowerInvariant()).Distinct()],
        AreaId = AreaId == 0 ? null : AreaId,
        QueueId = QueueId == 0 || AreaId == 0 ? null : QueueId,
        Hand = Hand,
        MemberId = Hand == RoutingHand.Member ? MemberId : null,
        Priority = Priority == 0 ? null : (Priority)Priority,
    };
}
