using System.Diagnostics;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Portal;

/// <summary>Where a case stands, in the words of a citizen.</summary>
public enum PublicState
{
    Received,
    InProgress,

    /// <summary>The house waits for the petitioner.</summary>
    WaitingForYou,
    Answered,

    /// <summary>It ended without an answer: given up, or sent to another authority.</summary>
    Ended,
}

/// <summary>What a petitioner is shown of a line of the log.</summary>
/// <param name="Word">Key of the text that says what happened.</param>
/// <param name="Mine">The petitioner's doing. Who of the house did something is not shown.</param>
/// <param name="Detail">What the sentence quotes: a date, an authority.</param>
public sealed record PublicLine(int Sequence, DateTimeOffset At, string Word, bool Mine, string? Text = null, object? Detail = null)
{
    /// <returns>Null for what is the house's own business.</returns>
    public static PublicLine? Of(LoggedEvent line)
    {
        var mine = line.ByKind == ActorKind.Petitioner;
        return line.Event switch
        {
            TicketEvent.Filed { PartOf: { } whole } part => Line("Part", true, part.Filing.Description, whole.Number),
            TicketEvent.Filed filed => Line("Filed", true, filed.Filing.Description),
            TicketEvent.Imported imported => Line("Filed", true, imported.Filing.Description),
            TicketEvent.PetitionerResponded heard => Line("Said", true, heard.Text),
            TicketEvent.Replied reply => Line("Replied", false, reply.Text),
            TicketEvent.Answered answer => Line("Answered", false, answer.Text),
            TicketEvent.CompletionRequested request => Line("CompletionRequested", false, request.Text),
            TicketEvent.Extended extension => Line("Extended", false, extension.Reason, extension.AnswerBy),
            TicketEvent.Transferred transfer => Line("Transferred", false, transfer.Reason, transfer.Authority),
            TicketEvent.Withdrawn withdrawal => Line($"Withdrawn.{withdrawal.Kind}", mine, withdrawal.Reason),
            TicketEvent.Reopened reopened => Line("Reopened", mine, mine ? reopened.Reason : null),
            TicketEvent.Closed => Line("Closed", false),
            TicketEvent.SolutionJudged judged => Line(judged.Solved ? "Solved" : "NotSolved", mine, judged.Comment),
            TicketEvent.FileAttached file when mine || file.ForPetitioner => Line("File", mine, null, file.Name),
            TicketEvent.AnsweredTogether answer => Line("Answered", false, answer.Text),
            TicketEvent.ExtendedTogether extension => Line("Extended", false, extension.Reason, extension.AnswerBy),
            TicketEvent.Voided voided => Line($"Voided.{voided.Kind}", false, voided.Kind == VoidKind.Void ? voided.Reason : null),
            TicketEvent.SplitOff part => Line("SplitOff", false, part.Subject, part.Number),
            TicketEvent.Merged { SamePetitioner: true } merged => Line("Merged.Same", false, null, merged.Into),
            TicketEvent.Merged => Line("Merged", false),
            TicketEvent.Absorbed { SamePetitioner: true } other => Line("Absorbed.Same", false, null, other.Number),
            TicketEvent.Absorbed => Line("Absorbed", false),
            TicketEvent.Separated => Line("Separated", false),

            // Of another petitioner's case nothing more is shown than that there is one.
            TicketEvent.HeardThrough { SamePetitioner: true } heard => Line("Said", true, heard.Text),
            TicketEvent.HeardThrough or TicketEvent.LetGo or TicketEvent.Linked or TicketEvent.Unlinked => null,
            TicketEvent.FileAttached or TicketEvent.Noted or TicketEvent.Assigned or TicketEvent.Released or TicketEvent.Reassigned or TicketEvent.Reclassified or TicketEvent.Classified
                or TicketEvent.PriorityChanged or TicketEvent.WaitStarted or TicketEvent.WaitEnded or TicketEvent.DeadlineBreached or TicketEvent.ThresholdReached
                or TicketEvent.Escalated or TicketEvent.Reviewed or TicketEvent.Repromised or TicketEvent.IdentityRevealed or TicketEvent.Routed or TicketEvent.QueueChanged
                or TicketEvent.FileQuarantined or TicketEvent.Snoozed or TicketEvent.Woken or TicketEvent.ReturnedToQueue or TicketEvent.HandedOver => null,
            TicketEvent.ReceiptSent or TicketEvent.StepDone or TicketEvent.StepSkipped or TicketEvent.StepReopened or TicketEvent.AnswerProposed or TicketEvent.AnswerRevised
                or TicketEvent.AnswerReturned or TicketEvent.AnswerReviewed or TicketEvent.AnswerApproved or TicketEvent.AnswerRecalled => null,
            TicketEvent.SendPlanned or TicketEvent.SendHeld or TicketEvent.SendTakenBack => null,
            TicketEvent.IncidentJoined or TicketEvent.IncidentLeft => null,
            TicketEvent.TagsChanged or TicketEvent.TaskAsked or TicketEvent.TaskAnswered or TicketEvent.TaskReturned or TicketEvent.TaskCancelled or TicketEvent.TaskReopened
                or TicketEvent.TaskReminded or TicketEvent.TaskDue or TicketEvent.FieldsChanged or TicketEvent.TimeSpent or TicketEvent.TimeCorrected or TicketEvent.ExpedienteTaken or TicketEvent.PartyMerged or TicketEvent.ProductRenamed => null,
            _ => throw new UnreachableException($"Not known whether a petitioner is shown {line.Event.GetType().Name}."),
        };

        PublicLine Line(string word, bool mine, string? text = null, object? detail = null) => new(line.Sequence, line.At, word, mine, text, detail);
    }
}

public sealed record PublicFile(Guid Id, string Name, long Bytes, FileScan Scan);

/// <summary>A part of the same writing that has a number of its own. It is opened with the same code.</summary>
public sealed record PublicPart(string Number, string Subject, PublicStanding Standing, DateTimeOffset ChangedAt);

/// <summary>Where a case stands: by its own status, or by that of the case that it is answered with.</summary>
/// <param name="Survivor">Status of that case; null when it is answered by itself.</param>
public readonly record struct PublicStanding(TicketStatus Status, TicketStatus? Survivor)
{
    public PublicState State => (Survivor ?? Status) switch
    {
        TicketStatus.Filed => PublicState.Received,
        TicketStatus.InProgress => PublicState.InProgress,

        // What the house waits for is somebody else's to bring.
        TicketStatus.AwaitingPetitioner when Survivor is not null => PublicState.InProgress,
        TicketStatus.AwaitingPetitioner => PublicState.WaitingForYou,
        TicketStatus.Answered or TicketStatus.Closed => PublicState.Answered,
        TicketStatus.Withdrawn or TicketStatus.Transferred or TicketStatus.Voided or TicketStatus.Merged => PublicState.Ended,
        _ => throw new UnreachableException($"No public state for {Status}."),
    };

    /// <summary>Key of the text.</summary>
    public string Word => State == PublicState.Ended ? Status.ToString() : State.ToString();
}

/// <summary>A case as its petitioner sees it.</summary>
/// <param name="Asked">What the house asked for and waits for; null when it waits for nothing.</param>
/// <param name="Solved">What the petitioner said of the answer.</param>
public sealed record PublicCase(
    string Number, TicketKind Kind, string Subject, PublicStanding Standing, DateTimeOffset FiledAt, DateTimeOffset? AnsweredAt, string Area, PublicTerm Term,
    string? Asked, DateOnly? AskedUntil, bool? Solved, IReadOnlyList<PublicLine> Lines, IReadOnlyList<PublicFile> Files)
{
    public PublicState State => Standing.State;

    /// <summary>It is answered together with another. Of that one it shows where it stands, by when it is answered, and the answer.</summary>
    public bool IsMerged => Standing.Status == TicketStatus.Merged;

    /// <summary>Radicado of the whole, for a part.</summary>
    public string? PartOf { get; init; }
    public IReadOnlyList<PublicPart> Parts { get; init; } = [];

    /// <summary>Whether an answer is still to come.</summary>
    public bool IsAwaited => (Standing.Survivor ?? Standing.Status).IsOpen();
    public bool IsOpen => Standing.Status.IsOpen();

    public bool MayAdd => (Standing.Survivor ?? Standing.Status) <= TicketStatus.Answered;
    public bool MayJudge => Standing.Status is TicketStatus.Answered or TicketStatus.Closed;
}
