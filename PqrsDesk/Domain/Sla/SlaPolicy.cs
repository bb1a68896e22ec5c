using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>One version of a policy. A ticket keeps the version it was promised.</summary>
public sealed class SlaPolicy
{
    public int Id { get; private set; }

    /// <summary>The same for all versions of one policy.</summary>
    public required string Key { get; init; }
    public required int Version { get; init; }

    /// <summary>Policies are tried in this order; the first that matches applies.</summary>
    public required int Order { get; init; }
    public required int CalendarVersionId { get; init; }

    /// <summary>False for versions that only old tickets keep.</summary>
    public required bool IsCurrent { get; set; }
    public required PolicyDefinition Definition { get; init; }
}

/// <summary>To what a policy applies, and what it promises.</summary>
/// <param name="Kinds">Empty: any kind.</param>
/// <param name="ServiceLevels">Empty: any customer, or none.</param>
/// <param name="Targets">One for each priority.</param>
public sealed record PolicyDefinition(
    string Name,
    IReadOnlyList<TicketKind> Kinds,
    IReadOnlyList<ServiceLevel> ServiceLevels,
    IReadOnlyDictionary<Priority, Target> Targets)
{
    public bool Applies(TicketKind kind, ServiceLevel? level) =>
        (Kinds.Count == 0 || Kinds.Contains(kind))
        && (ServiceLevels.Count == 0 || (level is { } customers && ServiceLevels.Contains(customers)));
}
