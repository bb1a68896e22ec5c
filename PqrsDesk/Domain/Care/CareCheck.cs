using PqrsDesk.Domain.Answers;

namespace PqrsDesk.Domain.Care;

/// <summary>Why a definition was not saved. Each is a key of the texts.</summary>
public enum CareProblem
{
    NotAllowed = 1,

    /// <summary>Somebody else saved a version meanwhile.</summary>
    ChangedMeanwhile,
    NothingChanged,
    DemandUnknown,
    DueOutside,
    StagesOutside,
    TooManyReviews,
    ApproverUnknown,
    ConditionUnknown,
    TermMissing,
    TermTooLong,
    TooManyTerms,
}

/// <summary>Holds a definition to what makes sense.</summary>
public static class CareCheck
{
    /// <param name="people">Those who can approve.</param>
    /// <param name="areas">Those that there are.</param>
    /// <returns>Null when it can be saved.</returns>
    public static CareProblem? Refuse(this CareDefinition care, IReadOnlySet<int> people, IReadOnlySet<int> areas)
    {
        foreach (var (kind, steps) in care.Kinds)
        {
            if (!Enum.IsDefined(kind)) return CareProblem.ConditionUnknown;
            foreach (var (step, rule) in steps)
            {
                if (!Enum.IsDefined(step) || !Enum.IsDefined(rule.Demand) || (rule.Demand == StepDemand.Required && !step.MayBeRequired())) return CareProblem.DemandUnknown;
                if (rule.Due is { IsUsable: false }) return CareProblem.DueOutside;
            }
        }

        if (care.Reviews.Count > CareDefinition.MostReviews) return CareProblem.TooManyReviews;
        foreach (var rule in care.Reviews)
        {
            if (rule.Stages is < 1 or > ReviewRule.MostStages) return CareProblem.StagesOutside;
            if (rule.ApproverId is { } approver && !people.Contains(approver)) return CareProblem.ApproverUnknown;
            if (!rule.Areas.All(areas.Contains) || !rule.Kinds.All(Enum.IsDefined) || !rule.Priorities.All(Enum.IsDefined)) return CareProblem.ConditionUnknown;
        }

        return Refuse(care.Jargon ?? []);
    }

    private static CareProblem? Refuse(IReadOnlyList<JargonTerm> terms) =>
        terms.Count > JargonList.Most ? CareProblem.TooManyTerms
        : terms.Any(term => string.IsNullOrWhiteSpace(term.Term) || string.IsNullOrWhiteSpace(term.Plain)) ? CareProblem.TermMissing
        : terms.Any(term => term.Term.Length > JargonTerm.Limit || term.Plain.Length > JargonTerm.Limit) ? CareProblem.TermTooLong
        : null;
}
