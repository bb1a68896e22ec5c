namespace PqrsDesk.Domain.Routing;

/// <summary>Why something of the routing was not saved. Each has a text.</summary>
public enum RoutingProblem
{
    NotAllowed = 1,
    NameMissing,
    NameTooLong,
    NameTaken,

    /// <summary>A rule that says neither where to, nor to whom, nor how soon.</summary>
    NothingDone,
    AreaUnknown,
    QueueUnknown,
    MemberUnknown,
    PriorityUnknown,
    ConditionUnknown,
    LanguageUnknown,
    TooManyRules,
    RuleGone,

    /// <summary>Somebody else changed the same, and nothing was written over.</summary>
    ChangedMeanwhile,
    AbsenceBackwards,
    AbsenceTooLong,
    AbsenceGone,
    ReasonTooLong,

    /// <summary>Nobody stands in for themselves.</summary>
    OwnSubstitute,

    /// <summary>Those who are away at the same time would stand in for each other.</summary>
    SubstituteCircle,
    LastArea,
    LimitWrong,
    HandOverUnknown,
}
