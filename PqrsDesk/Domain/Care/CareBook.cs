using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>How cases are taken care of, as it holds now. Immutable, shared by all.</summary>
/// <remarks>
/// It tells the staff what to do and promises nothing to the petitioner: an open case follows the newest version, and
/// keeps what was done or skipped in it.
/// </remarks>
public sealed class CareBook
{
    private readonly Lazy<JargonList> _jargon;

    private CareBook(CareDefinition definition, int version)
    {
        (Definition, Version) = (definition, version);
        _jargon = new(() => new JargonList(definition.Jargon ?? ShippedJargon.Terms));
    }

    /// <summary>Nothing is required, and nothing reviewed.</summary>
    public static CareBook AsksNothing { get; } = new(new CareDefinition
    {
        Kinds = Enum.GetValues<TicketKind>().ToDictionary(kind => kind, kind => (IReadOnlyDictionary<CareStep, StepRule>)ShippedCare.Of(kind)
            .ToDictionary(rule => rule.Key, rule => rule.Value.Demand == StepDemand.Required ? rule.Value with { Demand = StepDemand.Advised } : rule.Value)),
    }, 0);

    /// <summary>What comes with the product.</summary>
    public static CareBook Shipped { get; } = new(new CareDefinition(), 0);

    public CareDefinition Definition { get; }

    /// <summary>Number of the version; 0 when none was saved.</summary>
    public int Version { get; }

    /// <summary>Read once, when somebody writes.</summary>
    public JargonList Jargon => _jargon.Value;

    /// <param name="newest">Null: none was saved.</param>
    public static CareBook Of(CareVersion? newest) => newest is null ? Shipped : new(newest.Definition, newest.Id);

    public StepRule Of(TicketKind kind, CareStep step) => Definition.Of(kind, step);

    /// <summary>What there must be before the answer.</summary>
    public IEnumerable<CareStep> RequiredOf(TicketKind kind) =>
        Enum.GetValues<CareStep>().Where(step => step.MayBeRequired() && Of(kind, step).Demand == StepDemand.Required);

    /// <summary>The rule by which the answer is reviewed; null: it needs not be.</summary>
    public ReviewRule? ReviewOf(ReviewFacts facts) => Definition.Reviews.FirstOrDefault(rule => rule.Applies(facts));
}
