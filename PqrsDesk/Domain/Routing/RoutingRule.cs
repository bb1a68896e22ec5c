namespace PqrsDesk.Domain.Routing;

/// <summary>Regla de reparto. Rules are tried in their order, and the first that fits takes the case.</summary>
public sealed class RoutingRule
{
    public int Id { get; private set; }

    /// <summary>From 1 on, without gaps: the number by which people know it.</summary>
    public required int Order { get; set; }
    public bool Active { get; set; } = true;
    public required RoutingDefinition Definition { get; set; }

    /// <summary>Grows with every change but that of the order: of two who change it at once, the second is told.</summary>
    public int Version { get; set; } = 1;

    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
}

/// <summary>What was done to the rules. The numbers are stored and never change.</summary>
public enum RoutingAct
{
    Added = 1,
    Changed = 2,
    Moved = 3,
    SwitchedOff = 4,
    SwitchedOn = 5,
    Deleted = 6,
}

/// <summary>Who changed the rules, when, and what the rule said from then on. What the rules did to a case is in the case's own log.</summary>
public sealed class RoutingChange
{
    public int Id { get; private set; }
    public required DateTimeOffset At { get; init; }
    public required string By { get; init; }
    public required RoutingAct Act { get; init; }
    public required int Order { get; init; }
    public required RoutingDefinition Definition { get; init; }
}
