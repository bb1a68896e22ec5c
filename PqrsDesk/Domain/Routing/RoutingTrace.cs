using System.Globalization;
using System.Text.Json.Serialization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Routing;

/// <summary>A rule that did not fit, and the first thing that it asked for in vain.</summary>
public sealed record RuleTried(int Number, string Name, RoutingCondition Missed);

/// <summary>Why a case is where it is: kept in its log with the names of then, so that it is told also when the rules are others.</summary>
/// <param name="Way">By what it came to its area.</param>
/// <param name="Area">Its name then.</param>
public sealed record RoutingTrace(RoutingWay Way, string Area)
{
    /// <summary>So many rules that did not fit are named.</summary>
    public const int TriedLimit = 20;

    /// <summary>Of the rule that took it; null: none did.</summary>
    public int? Number { get; init; }
    public string? Rule { get; init; }

    /// <summary>What the rule asked for; empty: it takes anything.</summary>
    public IReadOnlyList<RoutingCondition>? Matched { get; init; }

    /// <summary>The rules before it, the first <see cref="TriedLimit"/>; null: there was none.</summary>
    public IReadOnlyList<RuleTried>? Tried { get; init; }

    /// <summary>How many more were tried.</summary>
    public int? TriedMore { get; init; }
    public string? Queue { get; init; }

    /// <summary>How the rule gives it; null: to nobody.</summary>
    public RoutingHand? Hand { get; init; }
    public string? Owner { get; init; }

    /// <summary>Who would have got it, and was not there.</summary>
    public IReadOnlyList<Away>? Away { get; init; }

    /// <summary>The priority that the rule gave it.</summary>
    public Priority? Priority { get; init; }

    /// <summary>What stands in the log beside what the rule did, as every reason does in the house's own language.</summary>
    [JsonIgnore]
    public string? Note => Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"Regla de reparto {number}: {Rule}") : null;

    /// <summary>Why it leaves the area it was in.</summary>
    [JsonIgnore]
    public string Reason => Note ?? (Way == RoutingWay.Topic ? "Reparto por el tema" : "Reparto sin regla");
}

/// <summary>What the rules say of a case.</summary>
/// <param name="Priority">Null: as it is.</param>
public sealed record RoutingOutcome(Area Area, WorkQueue? Queue, StaffMember? Owner, Priority? Priority, RoutingTrace Trace)
{
    /// <summary>The filing as the rules have it: its area, its queue, and the rule's priority as an override whose reason says which rule it was.</summary>
    public Filing Of(Filing filing)
    {
        filing = filing with { AreaId = Area.Id, WorkQueueId = Queue?.Id };
        return Priority is { } priority && priority != filing.Priority ? filing with { PriorityOverride = priority, PriorityReason = Trace.Note } : filing;
    }

    /// <summary>There is nothing to explain where somebody chose the area and there is no rule.</summary>
    public bool IsPlain => Trace is { Way: RoutingWay.Chosen, Number: null, Tried: null };
}
