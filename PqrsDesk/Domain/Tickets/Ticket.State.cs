using System.Diagnostics;
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
            TicketEvent.Reclassified reclassified => Become(reclassified),
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
            TicketEvent.Repromised promised => Promise(promised.PolicyVersionId, promised.LegalCalendarVersionId),
            TicketEvent.Escalated escalated => escalated.Acts.Contains(EscalationAct.Flag) ? FlaggedAt ??= line.At : FlaggedAt,
            TicketEvent.Reviewed => FlaggedAt = null,
            TicketEvent.SolutionJudged judged => Solved = judged.Solved,
            TicketEvent.Noted or TicketEvent.FileAttached or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached
                or TicketEvent.IdentityRevealed or TicketEvent.FileQuarantined => (object?)null,
            _ => throw new UnreachableException($"No state for {line.Event.GetType().Name}."),
        };
    }

    private object? Begin(LoggedEvent line, TicketEvent.Filed filed)
    {
        Begin(line, filed.Number, filed.Filing, filed.Priority, filed.EffectiveOn);
        Regime = filed.Ground?.Regime;
        return Promise(filed.PolicyVersionId, filed.LegalCalendarVersionId);
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
        Channel = filing.Channel;
        Status = TicketStatus.Filed;
        Urgency = filing.Urgency;
        Impact = filing.Impact;
        TouchesSecurity = filing.TouchesSecurity;
        Priority = priority;
        AreaId = filing.AreaId;
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

    private object? Promise(int policyVersionId, int? legalCalendarVersionId)
    {
        (PolicyVersionId, LegalCalendarVersionId) = (policyVersionId, legalCalendarVersionId);
        return null;
    }

    private object? Become(TicketEvent.Reclassified change)
    {
        Regime = change.Ground?.Regime ?? Regime;
        return Kind = change.To;
    }

    private object? Own(int? owner)
    {
        OwnerId = owner;
        if (Status is TicketStatus.Filed or TicketStatus.InProgress) Status = Resumed();
        return null;
    }

    /// <summary>The new area starts without the old one's owner.</summary>
    private object? Move(int areaId)
    {
        AreaId = areaId;
        return Own(null);
    }

    private TicketStatus Resumed() => Status = OwnerId is null ? TicketStatus.Filed : TicketStatus.InProgress;

    private object? Answer(LoggedEvent line)
    {
        FirstReplyAt ??= line.At;
        AnsweredAt = line.At;
        AnsweredOn = line.On;
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
        (AnsweredAt, AnsweredOn, ClosedAt, ClosedOn, Solved) = (null, null, null, null, null);
        return Resumed();
    }
}
