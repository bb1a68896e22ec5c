using System.Diagnostics;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Tickets;

// How each event changes the state. No rule and no refusal here: the log is always right.
public sealed partial class Ticket
{
    private void Take(LoggedEvent line)
    {
        Version = line.Sequence;
        ChangedAt = line.At > ChangedAt ? line.At : ChangedAt;
        _ = line.Event switch
        {
            TicketEvent.Filed filed => Begin(line, filed),
            TicketEvent.Imported imported => Begin(line, imported),
            TicketEvent.Assigned assigned => Own(assigned.OwnerId),
            TicketEvent.Released => Own(null),
            TicketEvent.Reassigned moved => Move(moved.AreaId),
            TicketEvent.Routed => RoutedIn = line.Sequence,
            TicketEvent.QueueChanged changed => WorkQueueId = changed.QueueId,
            TicketEvent.Reclassified reclassified => Become(reclassified),
            TicketEvent.Classified classified => Become(classified),
            TicketEvent.ProductRenamed renamed => Product = renamed.To,
            TicketEvent.PriorityChanged changed => Priority = changed.To,
            TicketEvent.Replied => FirstReplyAt ??= line.At,
            TicketEvent.PetitionerResponded => Status == TicketStatus.AwaitingPetitioner ? Resumed() : Status,
            TicketEvent.WaitStarted => Status = TicketStatus.AwaitingPetitioner,
            TicketEvent.CompletionRequested => AskToComplete(line),
            TicketEvent.WaitEnded => Resumed(),
            TicketEvent.Answered => Answer(line),
            TicketEvent.Closed => Close(line),
            TicketEvent.Reopened => Reopen(),
            TicketEvent.Withdrawn => End(line, TicketStatus.Withdrawn),
            TicketEvent.Transferred => End(line, TicketStatus.Transferred),
            TicketEvent.Extended => FirstReplyAt ??= line.At,
            TicketEvent.Repromised promised => Promise(promised.PolicyVersionId, promised.LegalCalendarVersionId, promised.ContractId),
            TicketEvent.Escalated escalated => escalated.Acts.Contains(EscalationAct.Flag) ? FlaggedAt ??= line.At : FlaggedAt,
            TicketEvent.Reviewed => FlaggedAt = null,
            TicketEvent.SolutionJudged judged => Solved = judged.Solved,
            TicketEvent.Voided => End(line, TicketStatus.Voided),
            TicketEvent.Merged merged => MergeInto(line, merged.Into),
            TicketEvent.Absorbed => Absorb(line),
            TicketEvent.LetGo => MergedCount--,
            TicketEvent.Separated => ComeBack(),
            TicketEvent.SplitOff => PartCount++,
            TicketEvent.HeardThrough { SamePetitioner: true } => Status == TicketStatus.AwaitingPetitioner ? Resumed() : Status,
            TicketEvent.HeardThrough or TicketEvent.AnsweredTogether or TicketEvent.ExtendedTogether or TicketEvent.Linked or TicketEvent.Unlinked => null,
            TicketEvent.PartyMerged merged => Belong(merged),
            TicketEvent.TagsChanged tags => Tagged(tags),
            TicketEvent.TaskAsked asked => Tasked(line, asked),
            TicketEvent.TaskReopened again => Tasked(line, again),
            TicketEvent.TaskAnswered answered => Tasked(answered.Task, task => task with { State = TaskState.Answered }),
            TicketEvent.TaskReturned returned => Tasked(returned.Task, task => task with { State = TaskState.Returned }),
            TicketEvent.TaskCancelled cancelled => Tasked(cancelled.Task, task => task with { State = TaskState.Cancelled }),
            TicketEvent.TaskReminded reminded => Tasked(reminded.Task, task => task with { Reminders = task.Reminders + 1 }),
            TicketEvent.TaskDue due => Tasked(due.Task, task => task with { SoonTold = true, LateTold = task.LateTold || due.Late }),
            TicketEvent.FieldsChanged fields => Filled(fields),
            TicketEvent.TimeSpent spent => Timed(line, spent),
            TicketEvent.TimeCorrected corrected => Timed(corrected),
            TicketEvent.ExpedienteTaken => null,
            TicketEvent.IncidentJoined joined => CaseFile = FileNow with { Incidents = [.. FileNow.Incidents, joined.OutageId] },
            TicketEvent.IncidentLeft left => CaseFile = FileNow with { Incidents = [.. FileNow.Incidents.Where(id => id != left.OutageId)] },
            TicketEvent.Snoozed snoozed => SnoozedUntil = snoozed.Until.ToUniversalTime(),
            TicketEvent.Woken => SnoozedUntil = null,
            TicketEvent.ReturnedToQueue => Own(null),
            TicketEvent.HandedOver handed => Own(handed.OwnerId),
            TicketEvent.Noted or TicketEvent.FileAttached or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached
                or TicketEvent.IdentityRevealed or TicketEvent.FileQuarantined or TicketEvent.ReceiptSent => (object?)null,
            TicketEvent.StepDone done => Keep(StepsDone | done.Step.Flag(), StepsSkipped & ~done.Step.Flag()),
            TicketEvent.StepSkipped skipped => Keep(StepsDone & ~skipped.Step.Flag(), StepsSkipped | skipped.Step.Flag()),
            TicketEvent.StepReopened reopened => Keep(StepsDone & ~reopened.Step.Flag(), StepsSkipped & ~reopened.Step.Flag()),
            TicketEvent.AnswerProposed proposed => Propose(line, proposed),
            TicketEvent.AnswerRevised revised => Revise(line, revised),
            TicketEvent.AnswerReturned => Review(line, Care.ReviewStage.Returned),
            TicketEvent.AnswerReviewed => Review(line, Care.ReviewStage.Reviewed),
            TicketEvent.AnswerApproved => Review(line, Care.ReviewStage.Approved),
            TicketEvent.AnswerRecalled => ForgetProposal(),
            TicketEvent.SendPlanned or TicketEvent.SendHeld or TicketEvent.SendTakenBack => null,
            _ => throw new UnreachableException($"No state for {line.Event.GetType().Name}."),
        };
        LieOrAct(line);
        StepsShown = (StepsShown & ~ShownSteps.TakenBackBy(line.Event)) | ShownSteps.By(line.Event, line.ByKind);
        FollowPlan(line);
    }

    private object? Begin(LoggedEvent line, TicketEvent.Filed filed)
    {
        Begin(line, filed.Number, filed.Filing, filed.Priority, filed.EffectiveOn);
        Regime = filed.Ground?.Regime;
        if (filed.Routing is not null) RoutedIn = line.Sequence;
        if (filed.PartOf is { } whole) (PartOf, FiledAt, FiledOn) = (whole.Number, whole.FiledAt, whole.FiledOn);
        return Promise(filed.PolicyVersionId, filed.LegalCalendarVersionId, filed.ContractId);
    }

    private object? Begin(LoggedEvent line, TicketEvent.Imported imported)
    {
        Source = imported.Facts.Source;
        ExternalId = imported.Facts.ExternalId;
        return Begin(line, imported.Number, imported.Filing, imported.Priority, line.On);
    }

    private object? Begin(LoggedEvent line, string number, Filing filing, Priority priority, DateOnly effectiveOn)
    {
        Number = number;
        Kind = filing.Kind;
        Subject = filing.Subject;
        Topic = filing.Topic;
        Product = filing.Product;
        Language = filing.Language;
        Channel = filing.Channel;
        Status = TicketStatus.Filed;
        Urgency = filing.Urgency;
        Impact = filing.Impact;
        TouchesSecurity = filing.TouchesSecurity;
        Priority = priority;
        AreaId = filing.AreaId;
        WorkQueueId = filing.WorkQueueId;
        PetitionerId = filing.PetitionerId;
        PetitionerName = filing.PetitionerName;
        CustomerId = filing.CustomerId;
        ReservedIdentity = filing.ReservedIdentity;
        (AnswerChannel, AnswerTo) = (filing.AnswerChannel, filing.AnswerTo);
        BranchId = filing.BranchId;
        FiledAt = line.At;
        FiledOn = line.On;
        EffectiveFiledOn = effectiveOn;
        return null;
    }

    private object? Promise(int policyVersionId, int? legalCalendarVersionId, int? contractId)
    {
        (PolicyVersionId, LegalCalendarVersionId, ContractId) = (policyVersionId, legalCalendarVersionId, contractId);
        return null;
    }

    private object? Become(TicketEvent.Reclassified change)
    {
        Regime = change.Ground?.Regime ?? Regime;
        return Kind = change.To;
    }

    private object? Become(TicketEvent.Classified change)
    {
        (Topic, Product) = (change.ToTopic, change.ToProduct);
        return null;
    }

    private object? Own(int? owner)
    {
        OwnerId = owner;
        if (Status is TicketStatus.Filed or TicketStatus.InProgress) Status = Resumed();
        return null;
    }

    /// <summary>The new area starts without the old one's owner and queue.</summary>
    private object? Move(int areaId)
    {
        (AreaId, WorkQueueId) = (areaId, null);
        return Own(null);
    }

    private TicketStatus Resumed() => Status = OwnerId is null ? TicketStatus.Filed : TicketStatus.InProgress;

    private object? Answer(LoggedEvent line)
    {
        FirstReplyAt ??= line.At;
        AnsweredAt = line.At;
        AnsweredOn = line.On;
        ForgetProposal();
        return Status = TicketStatus.Answered;
    }

    private object? Close(LoggedEvent line)
    {
        // Other systems close without a separate answer; their closing is the answer.
        AnsweredAt ??= line.At;
        AnsweredOn ??= line.On;
        ClosedAt = line.At;
        ClosedOn = line.On;
        return Status = TicketStatus.Closed;
    }

    /// <summary>Without an answer: none was owed any more.</summary>
    private object? End(LoggedEvent line, TicketStatus how)
    {
        ForgetProposal();
        ClosedAt = line.At;
        ClosedOn = line.On;
        return Status = how;
    }

    /// <summary>The petitioner sees the request: it is a reply too.</summary>
    private object? AskToComplete(LoggedEvent line)
    {
        FirstReplyAt ??= line.At;
        return Status = TicketStatus.AwaitingPetitioner;
    }

    private object? Reopen()
    {
        ReopenedCount++;
        const CareSteps again = CareSteps.Review | CareSteps.Confirm;
        Keep(StepsDone & ~again, StepsSkipped & ~again);
        return ComeBack();
    }

    private object? ComeBack()
    {
        (AnsweredAt, AnsweredOn, ClosedAt, ClosedOn, Solved, MergedInto) = (null, null, null, null, null, null);
        return Resumed();
    }

    /// <summary>When what it was merged into is merged itself, it goes along, and ended when it did.</summary>
    private object? MergeInto(LoggedEvent line, string number)
    {
        MergedInto = number;
        return Status == TicketStatus.Merged ? Status : End(line, TicketStatus.Merged);
    }
}
