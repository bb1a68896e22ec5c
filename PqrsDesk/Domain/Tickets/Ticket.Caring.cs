using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// The five steps of good care: what the log cannot know by itself, and what there must be before the answer.
public sealed partial class Ticket
{
    /// <summary>What is asked is said in one sentence, not told again.</summary>
    public const int SentenceLimit = 300;

    /// <summary>The steps that somebody said were done, and those that somebody left out.</summary>
    public CareSteps StepsDone { get; private set; }
    public CareSteps StepsSkipped { get; private set; }

    /// <summary>The steps that the log shows by itself.</summary>
    public CareSteps StepsShown { get; private set; }

    /// <summary>By when the next step that is still to be done is due; null: none is, or its clock stands still.</summary>
    public DateTimeOffset? NextStepAt { get; private set; }

    /// <summary>The receipt went out by itself. Who was told before is not told again.</summary>
    public Decision ReceiptSent(Channel way, SlaBook book, Moment now) =>
        IsOver || StepsShown.HasFlag(CareSteps.Acknowledge) ? Decision.Ok : Record(new TicketEvent.ReceiptSent(way), now, book);

    /// <summary>Somebody says that a step is done. Saying it again with other words corrects it.</summary>
    /// <param name="text">The sentence of <see cref="CareStep.Understand"/>; else a note, which may be left out.</param>
    /// <param name="found">Of <see cref="CareStep.Investigate"/>, and of no other.</param>
    public Decision CompleteStep(CareStep step, string? text, Investigation? found, SlaBook book, Moment now)
    {
        if (RefuseStep(step) is { } refusal) return refusal;
        if (step == CareStep.Confirm && Status is not (TicketStatus.Answered or TicketStatus.Closed)) return RefusalCode.NotAnswered;
        var wrong = step switch
        {
            CareStep.Understand => string.IsNullOrWhiteSpace(text) ? new Refusal(RefusalCode.TextMissing, "Text") : Texts.TooLong(text, SentenceLimit, "Text"),
            CareStep.Investigate => (found ?? new Investigation("", null, null)).Refuse(),
            _ => Texts.TooLong(text, Filing.ReasonLimit, "Text"),
        };
        if (wrong is not null) return wrong;
        var kept = step == CareStep.Investigate ? new Investigation(Tidy(found!.Findings), NullIfBlank(found.Cause), NullIfBlank(found.Evidence)) : null;
        return Record(new TicketEvent.StepDone(step, step == CareStep.Investigate ? null : NullIfBlank(text), kept), now, book);
    }

    /// <summary>Goes on without a step, and says why. What the answer waits for is left out by leads only.</summary>
    public Decision SkipStep(CareStep step, string? reason, SlaBook book, Moment now)
    {
        if (step == CareStep.Answer) return RefusalCode.StepByItself;
        if (step != CareStep.Review && RefuseStep(step) is { } refusal) return refusal;
        if (step == CareStep.Review && !IsOpen) return RefusalCode.TicketNotOpen;
        if (StepsSkipped.HasFlag(step.Flag())) return RefusalCode.NothingChanged;
        var required = step == CareStep.Review ? ReviewWanted(book) is not null : book.Care.Of(Kind, step).Demand == StepDemand.Required;
        if (step == CareStep.Review && !required) return RefusalCode.StepNotAsked;
        if (required && !now.By.Is(Role.Lead)) return RefusalCode.StepForLead;
        return Texts.Reason(reason) is { } missing ? missing : Record(new TicketEvent.StepSkipped(step, Tidy(reason)), now, book);
    }

    /// <summary>Takes back that a step was done, or left out.</summary>
    public Decision ReopenStep(CareStep step, string? reason, SlaBook book, Moment now)
    {
        if (!Enum.IsDefined(step)) return new Refusal(RefusalCode.StepUnknown, "Step");
        if (!(StepsDone | StepsSkipped).HasFlag(step.Flag())) return RefusalCode.NothingChanged;
        if (IsOver && Status != TicketStatus.Closed) return RefusalCode.TicketClosed;
        return Texts.TooLong(reason, Filing.ReasonLimit, "Reason") is { } tooLong ? tooLong : Record(new TicketEvent.StepReopened(step, NullIfBlank(reason)), now, book);
    }

    /// <summary>Why it cannot be answered yet; null when it can. Whoever is answered with it is owed the same care.</summary>
    private Refusal? LacksForAnswer(string text, IReadOnlyList<SentFile>? files, SlaBook book)
    {
        foreach (var each in Carried.Prepend(this))
        {
            foreach (var step in book.Care.RequiredOf(each.Kind))
                if (!each.Saw(step) && !Saw(step)) return MissingStep(step);
        }

        return ReviewWanted(book) is null || StepsSkipped.HasFlag(CareSteps.Review) || IsApproved(text, files) ? null : RefusalCode.AnswerNotApproved;
    }

    /// <summary>Brings what is kept of the steps in step with rules that are new, or with a log that is older than they are.</summary>
    /// <param name="log">All of it.</param>
    public void RelaySteps(IEnumerable<LoggedEvent> log, SlaBook book, DateTimeOffset now)
    {
        StepsShown = log.OrderBy(line => line.Sequence).Aggregate(CareSteps.None, (shown, line) => (shown & ~ShownSteps.TakenBackBy(line.Event)) | ShownSteps.By(line.Event, line.ByKind));
        LookAtSteps(now, book);
    }

    private void LookAtSteps(DateTimeOffset now, SlaBook book)
    {
        NextStepAt = null;
        if (IsOver) return;
        foreach (var step in Steps)
        {
            if ((StepsDone | StepsSkipped | StepsShown).HasFlag(step.Flag()) || book.Care.Of(Kind, step) is not { Demand: not StepDemand.Off, Due: { } due }) continue;
            var at = StepTimes.Of(due, _deadlines, _pauses, EffectiveFiledOn, book, now);
            if (at < (NextStepAt ?? DateTimeOffset.MaxValue)) NextStepAt = at;
        }
    }

    private static readonly CareStep[] Steps = Enum.GetValues<CareStep>();

    private bool Saw(CareStep step) => (StepsDone | StepsSkipped | StepsShown).HasFlag(step.Flag()) || (step == CareStep.Acknowledge && FirstReplyAt is not null);

    private static RefusalCode MissingStep(CareStep step) => step switch
    {
        CareStep.Acknowledge => RefusalCode.NotAcknowledged,
        CareStep.Understand => RefusalCode.NotUnderstood,
        _ => RefusalCode.NotInvestigated,
    };

    /// <summary>After the answer only what the petitioner thinks of it is still to be asked.</summary>
    private Refusal? RefuseStep(CareStep step) =>
        !Enum.IsDefined(step) ? new(RefusalCode.StepUnknown, "Step")
        : !step.IsByHand() ? RefusalCode.StepByItself
        : IsOver && !(step == CareStep.Confirm && Status == TicketStatus.Closed) ? RefusalCode.TicketClosed
        : (Refusal?)null;

    private object? Keep(CareSteps done, CareSteps skipped)
    {
        (StepsDone, StepsSkipped) = (done, skipped);
        return null;
    }
}
