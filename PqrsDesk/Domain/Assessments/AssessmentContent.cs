using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Assessments;

/// <summary>What an assessment says, while it is written and after.</summary>
public sealed record AssessmentContent
{
    public IReadOnlyDictionary<CriticalityFactor, Grade> Factors { get; init; } = new Dictionary<CriticalityFactor, Grade>();
    public IReadOnlyDictionary<ConsequenceDimension, Grade> Consequences { get; init; } = new Dictionary<ConsequenceDimension, Grade>();

    /// <summary>Interdependence is as somebody says, with the reason as its evidence, and not as the map counts.</summary>
    public bool ByHand { get; init; }

    /// <summary>How many fail with it, as the map counted when it was last kept.</summary>
    public int Dependants { get; init; }

    /// <summary>Key of the support plan that is proposed; null: none.</summary>
    public string? PlanKey { get; init; }

    public Grade Of(CriticalityFactor factor) => Factors.GetValueOrDefault(factor) ?? Grade.None;

    public Grade Of(ConsequenceDimension dimension) => Consequences.GetValueOrDefault(dimension) ?? Grade.None;

    /// <summary>With interdependence as the map counts it, unless somebody said otherwise.</summary>
    public AssessmentContent Counted(int dependants, CriticalityScheme scheme) => this with
    {
        Dependants = dependants,
        Factors = ByHand ? Factors : new Dictionary<CriticalityFactor, Grade>(Factors) { [CriticalityFactor.Interdependence] = Of(CriticalityFactor.Interdependence) with { Level = scheme.LevelFor(dependants) } },
    };

    /// <summary>Null: a level is missing or outside.</summary>
    public GradedLevels? Levels =>
        Enum.GetValues<CriticalityFactor>().All(factor => Of(factor).IsLevel) && Enum.GetValues<ConsequenceDimension>().All(dimension => Of(dimension).IsLevel)
            ? new(
                Enum.GetValues<CriticalityFactor>().ToDictionary(factor => factor, factor => Of(factor).Level),
                Enum.GetValues<ConsequenceDimension>().ToDictionary(dimension => dimension, dimension => Of(dimension).Level))
            : null;

    /// <summary>What stands in the way of keeping it as a draft: what is missing does not.</summary>
    public IEnumerable<AssessmentGap> Wrong() => Gaps().Where(gap => gap.Problem is AssessmentProblem.LevelOutside or AssessmentProblem.EvidenceTooLong);

    /// <summary>What stands in the way of proposing it.</summary>
    public IEnumerable<AssessmentGap> Gaps()
    {
        foreach (var factor in Enum.GetValues<CriticalityFactor>())
            if (Gap(Of(factor), needsEvidence: factor != CriticalityFactor.Interdependence || ByHand) is { } problem) yield return new(problem, Factor: factor);
        foreach (var dimension in Enum.GetValues<ConsequenceDimension>())
            if (Gap(Of(dimension), needsEvidence: true) is { } problem) yield return new(problem, Dimension: dimension);
    }

    private static AssessmentProblem? Gap(Grade grade, bool needsEvidence) =>
        grade.Level == 0 ? AssessmentProblem.LevelMissing
        : !grade.IsLevel ? AssessmentProblem.LevelOutside
        : grade.Evidence.Length > Grade.EvidenceLimit ? AssessmentProblem.EvidenceTooLong
        : needsEvidence && !SearchedWords.Split(grade.Evidence).Any() ? AssessmentProblem.EvidenceMissing
        : null;
}

/// <summary>Why something was not done to an assessment. Each is a key of the texts.</summary>
public enum AssessmentProblem
{
    NotAllowed = 1,
    Gone,
    ChangedMeanwhile,
    LevelMissing,
    LevelOutside,
    EvidenceMissing,
    EvidenceTooLong,

    /// <summary>There are gaps; each stands beside its field.</summary>
    Incomplete,
    NotOpen,
    NotProposed,
    AlreadyOpen,

    /// <summary>Whoever proposed it cannot approve it.</summary>
    OwnProposal,
    ReasonMissing,
    ReasonTooLong,
    ReviewMissing,
    ReviewPast,
    ReviewTooFar,
    PlanUnknown,

    /// <summary>A retired platform is not assessed.</summary>
    Retired,
    NotAssessed,
}

/// <summary>What is wrong with one field of an assessment.</summary>
public sealed record AssessmentGap(AssessmentProblem Problem, CriticalityFactor? Factor = null, ConsequenceDimension? Dimension = null);
