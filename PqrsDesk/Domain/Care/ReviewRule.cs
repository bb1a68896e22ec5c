using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>What a rule of review looks at.</summary>
/// <param name="Regime">Of law; null: the first there was.</param>
public readonly record struct ReviewFacts(TicketKind Kind, Priority Priority, int AreaId, string? Regime);

/// <summary>Which answers somebody else must see first, and who.</summary>
/// <remarks>Empty lists ask nothing. A rule that names nothing at all is for every case.</remarks>
public sealed record ReviewRule
{
    public const int MostStages = 2;

    /// <summary>For an answer that somebody wants seen although no rule asks for it.</summary>
    public static ReviewRule Plain { get; } = new();

    public IReadOnlyList<TicketKind> Kinds { get; init; } = [];
    public IReadOnlyList<Priority> Priorities { get; init; } = [];
    public IReadOnlyList<int> Areas { get; init; } = [];
    public IReadOnlyList<string> Regimes { get; init; } = [];

    /// <summary>1: approved at once. 2: reviewed by a lead, then approved by another person.</summary>
    public int Stages { get; init; } = 1;

    /// <summary>Who approves; null: any lead.</summary>
    public int? ApproverId { get; init; }

    /// <summary>The answer goes out when it is approved; else whoever works the case sends it.</summary>
    public bool SendsOnApproval { get; init; }

    public bool Applies(ReviewFacts facts) =>
        (Kinds.Count == 0 || Kinds.Contains(facts.Kind))
        && (Priorities.Count == 0 || Priorities.Contains(facts.Priority))
        && (Areas.Count == 0 || Areas.Contains(facts.AreaId))
        && (Regimes.Count == 0 || Regimes.Contains(facts.Regime ?? Sla.LegalBook.FirstRegime));
}

/// <summary>Where a proposed answer stands.</summary>
public enum ReviewStage
{
    /// <summary>It waits for a first look, or for the approval where there is one stage.</summary>
    Proposed = 1,

    /// <summary>A lead has looked at it, and it waits for the approval.</summary>
    Reviewed = 2,

    /// <summary>It may be sent as it stands.</summary>
    Approved = 3,

    /// <summary>Whoever proposed it has it back, with a reason.</summary>
    Returned = 4,
}
