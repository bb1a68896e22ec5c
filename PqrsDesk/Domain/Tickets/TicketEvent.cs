using System.Reflection;
using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.Tickets;

/// <summary>
/// What can happen to a ticket. A closed union: every reader of the log switches over it without a default.
/// The names after <c>JsonDerivedType</c> are stored and never change.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Filed), "filed")]
[JsonDerivedType(typeof(Imported), "imported")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Released), "released")]
[JsonDerivedType(typeof(Reassigned), "reassigned")]
[JsonDerivedType(typeof(Reclassified), "reclassified")]
[JsonDerivedType(typeof(Classified), "classified")]
[JsonDerivedType(typeof(PriorityChanged), "priorityChanged")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(PetitionerResponded), "petitionerResponded")]
[JsonDerivedType(typeof(WaitStarted), "waitStarted")]
[JsonDerivedType(typeof(WaitEnded), "waitEnded")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(FileAttached), "fileAttached")]
[JsonDerivedType(typeof(DeadlineBreached), "deadlineBreached")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(CompletionRequested), "completionRequested")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Transferred), "transferred")]
[JsonDerivedType(typeof(Repromised), "repromised")]
[JsonDerivedType(typeof(ThresholdReached), "thresholdReached")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(SolutionJudged), "solutionJudged")]
[JsonDerivedType(typeof(IdentityRevealed), "identityRevealed")]
[JsonDerivedType(typeof(Routed), "routed")]
[JsonDerivedType(typeof(QueueChanged), "queueChanged")]
[JsonDerivedType(typeof(Voided), "voided")]
[JsonDerivedType(typeof(Linked), "linked")]
[JsonDerivedType(typeof(Unlinked), "unlinked")]
[JsonDerivedType(typeof(SplitOff), "splitOff")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Absorbed), "absorbed")]
[JsonDerivedType(typeof(Separated), "separated")]
[JsonDerivedType(typeof(LetGo), "letGo")]
[JsonDerivedType(typeof(HeardThrough), "heardThrough")]
[JsonDerivedType(typeof(AnsweredTogether), "answeredTogether")]
[JsonDerivedType(typeof(ExtendedTogether), "extendedTogether")]
[JsonDerivedType(typeof(FileQuarantined), "fileQuarantined")]
[JsonDerivedType(typeof(ReceiptSent), "receiptSent")]
[JsonDerivedType(typeof(StepDone), "stepDone")]
[JsonDerivedType(typeof(StepSkipped), "stepSkipped")]
[JsonDerivedType(typeof(StepReopened), "stepReopened")]
[JsonDerivedType(typeof(AnswerProposed), "answerProposed")]
[JsonDerivedType(typeof(AnswerRevised), "answerRevised")]
[JsonDerivedType(typeof(AnswerReturned), "answerReturned")]
[JsonDerivedType(typeof(AnswerReviewed), "answerReviewed")]
[JsonDerivedType(typeof(AnswerApproved), "answerApproved")]
[JsonDerivedType(typeof(AnswerRecalled), "answerRecalled")]
[JsonDerivedType(typeof(TagsChanged), "tagsChanged")]
[JsonDerivedType(typeof(TaskAsked), "taskAsked")]
[JsonDerivedType(typeof(TaskAnswered), "taskAnswered")]
[JsonDerivedType(typeof(TaskReturned), "taskReturned")]
[JsonDerivedType(typeof(TaskCancelled), "taskCancelled")]
[JsonDerivedType(typeof(TaskReopened), "taskReopened")]
[JsonDerivedType(typeof(TaskReminded), "taskReminded")]
[JsonDerivedType(typeof(TaskDue), "taskDue")]
[JsonDerivedType(typeof(FieldsChanged), "fieldsChanged")]
[JsonDerivedType(typeof(TimeSpent), "timeSpent")]
[JsonDerivedType(typeof(TimeCorrected), "timeCorrected")]
[JsonDerivedType(typeof(ExpedienteTaken), "expedienteTaken")]
[JsonDerivedType(typeof(Snoozed), "snoozed")]
[JsonDerivedType(typeof(Woken), "woken")]
[JsonDerivedType(typeof(ReturnedToQueue), "returnedToQueue")]
[JsonDerivedType(typeof(HandedOver), "handedOver")]
[JsonDerivedType(typeof(SendPlanned), "sendPlanned")]
[JsonDerivedType(typeof(SendHeld), "sendHeld")]
[JsonDerivedType(typeof(SendTakenBack), "sendTakenBack")]
[JsonDerivedType(typeof(IncidentJoined), "incidentJoined")]
[JsonDerivedType(typeof(IncidentLeft), "incidentLeft")]
[JsonDerivedType(typeof(PartyMerged), "partyMerged")]
[JsonDerivedType(typeof(ProductRenamed), "productRenamed")]
public abstract partial record TicketEvent
{
    private TicketEvent()
    {
    }

    /// <summary>Nobody did it, as when time passed or a file was looked through, or nothing that one reads and answers goes by it. It overwrites nobody's work.</summary>
    [JsonIgnore]
    public bool HappensByItself => this is DeadlineBreached or ThresholdReached or Escalated or FileQuarantined or TaskDue or ReceiptSent
        or TagsChanged or PartyMerged or ProductRenamed or TimeSpent or TimeCorrected or ExpedienteTaken or SendHeld or IncidentJoined or IncidentLeft or Woken { Cause: not WakeCause.Hand };

    /// <summary>Nothing was done to the case: whom or what it is about goes by another record or name. It is nobody's turn at it.</summary>
    [JsonIgnore]
    public bool IsOfItsSubject => this is PartyMerged or ProductRenamed;

    /// <summary>About a task for another area.</summary>
    [JsonIgnore]
    public bool IsOfTask => TaskNumber is not null;

    /// <summary>Of the task that it is about, within the case; null: it is about none.</summary>
    [JsonIgnore]
    public int? TaskNumber => this switch
    {
        TaskAsked task => task.Task,
        TaskAnswered task => task.Task,
        TaskReturned task => task.Task,
        TaskCancelled task => task.Task,
        TaskReopened task => task.Task,
        TaskReminded task => task.Task,
        TaskDue task => task.Task,
        _ => null,
    };

    /// <summary>Whoever had it may have it no longer.</summary>
    [JsonIgnore]
    public bool ChangesOwner => this is Assigned or Released or Reassigned or ReturnedToQueue or HandedOver;

    /// <summary>Somebody of the staff is told of it by a notice.</summary>
    [JsonIgnore]
    public bool IsNews => this is Escalated or FileQuarantined or Woken or ReturnedToQueue or HandedOver or SendHeld
        or AnswerProposed or AnswerRevised or AnswerReturned or AnswerReviewed or AnswerApproved || IsOfTask;

    /// <summary>Those who follow the case are told of it by a notice, when another did it.</summary>
    [JsonIgnore]
    public bool TellsFollowers => this is Assigned or Released or Reassigned or Reclassified or PriorityChanged or Replied or Noted or PetitionerResponded
        or WaitStarted or WaitEnded or Answered or Closed or Reopened or Extended or CompletionRequested or Withdrawn or Transferred or DeadlineBreached
        or SolutionJudged or Voided or Merged or Absorbed or Separated or HeardThrough or AnsweredTogether or FileQuarantined or ReturnedToQueue or HandedOver
        or AnswerProposed or AnswerApproved or TaskAnswered or TaskReturned;

    [JsonIgnore]
    public bool ChangesArea => this is Reassigned;

    /// <summary>It may have stood in another queue, or in none.</summary>
    [JsonIgnore]
    public bool ChangesQueue => this is QueueChanged or Reassigned;

    /// <summary>What it is called in the store, and to programs.</summary>
    [JsonIgnore]
    public string StoredName => StoredNames[GetType()];

    private static readonly Dictionary<Type, string> StoredNames = typeof(TicketEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(named => named.DerivedType, named => (string)named.TypeDiscriminator!);
}
