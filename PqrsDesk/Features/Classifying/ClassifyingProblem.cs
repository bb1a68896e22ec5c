namespace PqrsDesk.Features.Classifying;

/// <summary>Why something was not saved. Each is a key of the texts.</summary>
public enum ClassifyingProblem
{
    NotAllowed = 1,
    NameMissing,
    NameTooLong,
    NameTaken,

    /// <summary>The sign that stands between topic and subtopic is in the name.</summary>
    NameHasSign,
    Gone,
    AreaUnknown,
    TopicUnknown,

    /// <summary>A topic with subtopics cannot be a subtopic, nor can a subtopic have any.</summary>
    TooDeep,
    HasSubtopics,

    /// <summary>Tickets or rules name it: it can be retired, and not deleted.</summary>
    InUse,
    NoTerm,
    TermUnreadable,
    TermTooLong,
    TooManyTerms,
    WeightOutside,
    SuggestsNothing,
    AloneWithoutTopic,
    TooManyRules,
    LineUnreadable,
    TooManyLines,
}

/// <summary>What an administrator did, or why not.</summary>
/// <param name="Detail">What the text quotes.</param>
public sealed record Fault(ClassifyingProblem Problem, string? Detail = null)
{
    public static implicit operator Fault(ClassifyingProblem problem) => new(problem);
}
