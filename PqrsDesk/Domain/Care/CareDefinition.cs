using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>How the desk takes care of a case: what each kind asks for, which answers are reviewed, and which words are better said otherwise.</summary>
/// <remarks>Stored as JSON: what came in later has a default, so that earlier versions are still read.</remarks>
public sealed record CareDefinition
{
    public const int MostReviews = 30;

    /// <summary>Kinds that are not named ask for what <see cref="ShippedCare"/> says of them.</summary>
    public IReadOnlyDictionary<TicketKind, IReadOnlyDictionary<CareStep, StepRule>> Kinds { get; init; } =
        new Dictionary<TicketKind, IReadOnlyDictionary<CareStep, StepRule>>();

    /// <summary>The first that applies has the say; none: no answer needs to be reviewed.</summary>
    public IReadOnlyList<ReviewRule> Reviews { get; init; } = [];

    /// <summary>For desks of one or two: whoever proposes an answer may approve it.</summary>
    public bool OwnApproval { get; init; }

    /// <summary>Null: the list that comes with the product.</summary>
    public IReadOnlyList<JargonTerm>? Jargon { get; init; }

    public StepRule Of(TicketKind kind, CareStep step) =>
        (Kinds.GetValueOrDefault(kind) ?? ShippedCare.Of(kind)).GetValueOrDefault(step) ?? StepRule.Off;

    public CareDefinition With(TicketKind kind, CareStep step, StepRule rule) => this with
    {
        Kinds = new Dictionary<TicketKind, IReadOnlyDictionary<CareStep, StepRule>>(Kinds)
        {
            [kind] = new Dictionary<CareStep, StepRule>(Kinds.GetValueOrDefault(kind) ?? ShippedCare.Of(kind)) { [step] = rule },
        },
    };
}

/// <summary>A definition as it was saved. No row is ever written over; the newest holds.</summary>
public sealed class CareVersion
{
    public int Id { get; internal init; }
    public required CareDefinition Definition { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
}
