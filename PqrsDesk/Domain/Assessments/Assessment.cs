using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Assessments;

public enum AssessmentState
{
    Draft = 1,
    Proposed = 2,

    /// <summary>With a reason; it is written on and proposed again.</summary>
    Returned = 3,
    Approved = 4,
}

/// <summary>How critical a platform is, by whom and by what. One of each platform is open at a time; those that were approved are its history.</summary>
public sealed class Assessment
{
    public const int ReasonLimit = 1_000;

    /// <summary>A review further away is none.</summary>
    public const int MostReviewYears = 5;

    public int Id { get; private set; }
    public required int ProductId { get; init; }
    public AssessmentState State { get; private set; } = AssessmentState.Draft;
    public AssessmentContent Content { get; private set; } = new();

    /// <summary>Frozen when it is proposed; 0: what comes with the product.</summary>
    public int SchemeVersion { get; private set; }
    public CriticalityScheme? Scheme { get; private set; }
    public decimal? Score { get; private set; }
    public CriticalityClass? Class { get; private set; }
    public required DateTimeOffset ChangedAt { get; set; }
    public required string ChangedBy { get; set; }
    public int? ProposedById { get; private set; }
    public string? ProposedBy { get; private set; }
    public DateTimeOffset? ProposedAt { get; private set; }
    public int? DecidedById { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; private set; }
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>Counted up by each verb.</summary>
    public int Version { get; private set; } = 1;

    public bool IsOpen => State != AssessmentState.Approved;

    /// <summary>Writes what is known so far.</summary>
    /// <returns>Null when it was.</returns>
    public AssessmentProblem? Write(AssessmentContent content, Moment now)
    {
        if (!now.By.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (State is not (AssessmentState.Draft or AssessmentState.Returned)) return AssessmentProblem.NotOpen;
        if (content.Wrong().Any()) return AssessmentProblem.Incomplete;
        Content = content;
        Touch(now);
        return null;
    }

    /// <summary>Freezes the scheme and the score, and asks somebody else to approve them.</summary>
    public AssessmentProblem? Propose(CriticalityScheme scheme, int version, Moment now)
    {
        if (!now.By.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (State is not (AssessmentState.Draft or AssessmentState.Returned)) return AssessmentProblem.NotOpen;
        if (Content.Gaps().Any() || Content.Levels is not { } levels) return AssessmentProblem.Incomplete;
        var score = CriticalityScore.Of(scheme, levels);
        (Scheme, SchemeVersion, Score, Class) = (scheme, version, score.Value, score.Class);
        (State, ProposedById, ProposedBy, ProposedAt) = (AssessmentState.Proposed, now.By.StaffId, now.By.Name, now.At);
        (DecidedById, DecidedBy, DecidedAt, Reason) = (null, null, null, null);
        Touch(now);
        return null;
    }

    /// <summary>Sends it back to be written on.</summary>
    public AssessmentProblem? Return(string reason, Moment now)
    {
        if (!now.By.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (State != AssessmentState.Proposed) return AssessmentProblem.NotProposed;
        if (!SearchedWords.Split(reason).Any()) return AssessmentProblem.ReasonMissing;
        if (reason.Trim().Length > ReasonLimit) return AssessmentProblem.ReasonTooLong;
        (State, Reason) = (AssessmentState.Returned, reason.Trim());
        Decide(now);
        return null;
    }

    /// <summary>Makes the class hold.</summary>
    public AssessmentProblem? Approve(DateOnly reviewOn, Moment now)
    {
        if (!now.By.Is(Role.Lead)) return AssessmentProblem.NotAllowed;
        if (State != AssessmentState.Proposed) return AssessmentProblem.NotProposed;
        if (IsOwn(now.By)) return AssessmentProblem.OwnProposal;
        if (RefuseReview(reviewOn, now.On) is { } wrong) return wrong;
        (State, ReviewOn) = (AssessmentState.Approved, reviewOn);
        Decide(now);
        return null;
    }

    /// <summary>Whether it is this person's own proposal. A program has no number: it goes by its name.</summary>
    public bool IsOwn(Actor by) => ProposedById is { } proposer ? by.StaffId == proposer : ProposedBy == by.Name;

    public static AssessmentProblem? RefuseReview(DateOnly on, DateOnly today) =>
        on <= today ? AssessmentProblem.ReviewPast : on > today.AddYears(MostReviewYears) ? AssessmentProblem.ReviewTooFar : null;

    private void Decide(Moment now)
    {
        (DecidedById, DecidedBy, DecidedAt) = (now.By.StaffId, now.By.Name, now.At);
        Touch(now);
    }

    private void Touch(Moment now)
    {
        (ChangedBy, ChangedAt) = (now.By.Name, now.At);
        Version++;
    }
}
