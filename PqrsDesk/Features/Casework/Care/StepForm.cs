using PqrsDesk.Domain.Care;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>What is done to a step by way of a form.</summary>
public enum StepActKind
{
    Complete,
    Skip,
    Reopen,
}

/// <summary>The form of a step as it is being filled in.</summary>
public sealed record StepForm(StepActKind Kind, CareStep Step)
{
    /// <summary>The sentence, the findings, a note or a reason.</summary>
    public string Text { get; set; } = "";
    public string Cause { get; set; } = "";
    public string Evidence { get; set; } = "";

    public bool IsInvestigation => Kind == StepActKind.Complete && Step == CareStep.Investigate;

    /// <summary>Whether the text may be left out.</summary>
    public bool TextOptional => Kind == StepActKind.Reopen || (Kind == StepActKind.Complete && Step is not (CareStep.Understand or CareStep.Investigate));

    /// <summary>A little more than the domain takes, so that the person sees that it is too long.</summary>
    public int Most => IsInvestigation ? Investigation.FindingsLimit * 2 : Domain.Tickets.Filing.ReasonLimit * 2;

    /// <summary>Filled with what was said before, to be corrected.</summary>
    public static StepForm Of(StepActKind kind, StepSight step) => kind != StepActKind.Complete || step.State != StepState.Done ? new(kind, step.Step) : new(kind, step.Step)
    {
        Text = step.Found?.Findings ?? step.Text ?? "",
        Cause = step.Found?.Cause ?? "",
        Evidence = step.Found?.Evidence ?? "",
    };

    public CareAct ToAct() => Kind switch
    {
        StepActKind.Complete => new CareAct.Complete(Step, IsInvestigation ? null : Text, IsInvestigation ? new Investigation(Text, Cause, Evidence) : null),
        StepActKind.Skip => new CareAct.Skip(Step, Text),
        StepActKind.Reopen => new CareAct.Reopen(Step, Text),
    };
}
