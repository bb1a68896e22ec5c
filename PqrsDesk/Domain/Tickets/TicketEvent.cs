using System.Reflection;
using System.Text.Json.Serialization;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Sla;

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
public abstract record TicketEvent
{
    private TicketEvent()
    {
    }

    /// <summary>Nobody did it, as when time passed or a file was looked through, or nothing that one reads and answers goes by it. It overwrites nobody's work.</summary>
    [JsonIgnore]
    public bool HappensByItself => this is DeadlineBreached or ThresholdReached or Escalated or FileQuarantined or TaskDue or ReceiptSent
        or TagsChanged or TimeSpent or TimeCorrected or ExpedienteTaken or Woken { Cause: not WakeCause.Hand };

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
    public bool IsNews => this is Escalated or FileQuarantined or Woken or ReturnedToQueue or HandedOver
        or AnswerProposed or AnswerRevised or AnswerReturned or AnswerReviewed or AnswerApproved || IsOfTask;

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

    /// <summary>Radicado. Carries all that the ticket began with, so that the log alone can rebuild it.</summary>
    /// <param name="LegalCalendarVersionId">Null in the logs of before there was a second version: the first.</param>
    /// <param name="Ground">Null in the logs of before rules of law were data: Ley 1755.</param>
    /// <param name="Routing">Why it came to that area; null in the logs of before there were rules for it, and where nothing is to be explained.</param>
    /// <param name="PartOf">The case that this was made a part of; null: it was filed by itself.</param>
    public sealed record Filed(
        string Number, Filing Filing, Priority Priority, string AreaName, int PolicyVersionId, DateOnly EffectiveOn, int? LegalCalendarVersionId = null,
        LegalGround? Ground = null, RoutingTrace? Routing = null, PartOrigin? PartOf = null) : TicketEvent;

    /// <summary>Came from another system with its own instants, which are kept.</summary>
    public sealed record Imported(string Number, Filing Filing, Priority Priority, string AreaName, ImportedFacts Facts) : TicketEvent;

    /// <param name="Drawn">Why it was the next that they were handed out; null: somebody chose it.</param>
    public sealed record Assigned(int OwnerId, string OwnerName, string? Note, CaseDraw? Drawn = null) : TicketEvent;

    /// <summary>Back to the queue, without an owner.</summary>
    public sealed record Released(string? Note) : TicketEvent;

    /// <summary>To another area of the house. (To another authority is a transfer, with a term of its own.)</summary>
    public sealed record Reassigned(int AreaId, string AreaName, string FromAreaName, string Reason) : TicketEvent;

    /// <param name="Ground">As of <see cref="Filed"/>. The kind may stay, and the regime alone be another.</param>
    public sealed record Reclassified(TicketKind From, TicketKind To, string Reason, LegalGround? Ground = null) : TicketEvent;

    /// <summary>Put under another topic, or another product. Null: none.</summary>
    /// <param name="Why">The rules of words whose suggestion was taken; null: nobody suggested it.</param>
    public sealed record Classified(string? FromTopic, string? ToTopic, string? FromProduct, string? ToProduct, IReadOnlyList<SuggestionReason>? Why = null) : TicketEvent;

    /// <param name="Ground">Null when the rule of law stays.</param>
    public sealed record PriorityChanged(Priority From, Priority To, string Reason, LegalGround? Ground = null) : TicketEvent;

    /// <summary>A message that the petitioner can see.</summary>
    /// <param name="FileIds">What went along with it; null in the logs of before anything could.</param>
    /// <param name="Used">The articles that it drew on; null: none, and in the logs of before there were any.</param>
    public sealed record Replied(string Text, IReadOnlyList<Guid>? FileIds = null, IReadOnlyList<UsedArticle>? Used = null) : TicketEvent;

    /// <summary>A note that only staff can see.</summary>
    public sealed record Noted(string Text) : TicketEvent;

    /// <param name="NeedsNoAnswer">A thank-you and the like: nobody waits for an answer to it.</param>
    public sealed record PetitionerResponded(string Text, bool NeedsNoAnswer = false) : TicketEvent;

    /// <param name="Reason">What was typed beside the cause; perhaps nothing.</param>
    /// <param name="Cause">Its name in the catalogue, as it was then; null in the logs of before there was one.</param>
    public sealed record WaitStarted(string Reason, string? Cause = null) : TicketEvent;

    public sealed record WaitEnded(string? Reason) : TicketEvent;

    /// <summary>The substantive answer (respuesta de fondo).</summary>
    /// <param name="FileIds">As of <see cref="Replied"/>.</param>
    /// <param name="Used">As of <see cref="Replied"/>.</param>
    public sealed record Answered(string Text, IReadOnlyList<Guid>? FileIds = null, IReadOnlyList<UsedArticle>? Used = null) : TicketEvent;

    public sealed record Closed(string? Note) : TicketEvent;

    public sealed record Reopened(string Reason) : TicketEvent;

    /// <param name="ForPetitioner">Whether the petitioner may have it: it came from them, or staff gave it to them. Not so in the logs of before it was asked.</param>
    public sealed record FileAttached(Guid FileId, string Name, long Bytes, bool ForPetitioner = false) : TicketEvent;

    /// <summary>Prórroga of the legal term, announced to the petitioner with its reason and the date of the answer (Ley 1755 of 2015, art. 14, par.).</summary>
    /// <param name="Days">Business days added to the first term.</param>
    public sealed record Extended(int Days, DateOnly AnswerBy, string Reason) : TicketEvent;

    /// <summary>Requerimiento de completar (art. 17): the petitioner has a month, and the legal term stands still.</summary>
    public sealed record CompletionRequested(string Text) : TicketEvent;

    /// <summary>Desistimiento: express (art. 18), or tacit when the month to complete has ended (art. 17).</summary>
    public sealed record Withdrawn(WithdrawalKind Kind, string Reason) : TicketEvent;

    /// <summary>Traslado por competencia (art. 21): the other authority's own term begins when it receives.</summary>
    /// <param name="OnTime">Whether the five business days that the law gives for it had not passed.</param>
    public sealed record Transferred(string Authority, string Reason, bool OnTime) : TicketEvent;

    /// <summary>The scanner found something in a file, which is handed to nobody any more.</summary>
    /// <param name="Threat">As the scanner calls it; null when it did not say.</param>
    public sealed record FileQuarantined(Guid FileId, string Name, string? Threat) : TicketEvent;

    /// <summary>The event's own instant is that of the breach, however late it was noticed.</summary>
    public sealed record DeadlineBreached(DeadlineKind Deadline) : TicketEvent;

    /// <summary>A deadline has used a share of its target. As with a breach, the event's own instant is that of it.</summary>
    public sealed record ThresholdReached(DeadlineKind Deadline, int Percent) : TicketEvent;

    /// <summary>What the policy does about it. Changes of owner and of priority follow as events of their own.</summary>
    public sealed record Escalated(DeadlineKind Deadline, int Percent, IReadOnlyList<EscalationAct> Acts) : TicketEvent;

    /// <summary>A lead looked at what was flagged.</summary>
    public sealed record Reviewed(string? Note) : TicketEvent;

    /// <summary>The petitioner said whether the answer solved it.</summary>
    public sealed record SolutionJudged(bool Solved, string? Comment) : TicketEvent;

    /// <summary>Somebody looked at who a petitioner with a reserved identity is.</summary>
    public sealed record IdentityRevealed(string Reason) : TicketEvent;

    /// <summary>The rules of routing were asked again. What they did follows as events of its own.</summary>
    public sealed record Routed(RoutingTrace Routing) : TicketEvent;

    /// <summary>Into a queue (bandeja) of its area, or out of it.</summary>
    /// <param name="QueueId">Null: into none.</param>
    public sealed record QueueChanged(int? QueueId, string? QueueName, string? FromName) : TicketEvent;

    /// <summary>An administrator applied new rules to the open tickets: what is still owed is promised by them from now on.</summary>
    /// <param name="PolicyName">With its version, as they were then.</param>
    public sealed record Repromised(int PolicyVersionId, int LegalCalendarVersionId, string PolicyName, int PolicyVersion) : TicketEvent;

    /// <summary>It ended because it should not have been filed. The number stays.</summary>
    public sealed record Voided(VoidKind Kind, string Reason) : TicketEvent;

    /// <summary>It has to do with another case, whose log says the same of this one.</summary>
    public sealed record Linked(string Number, string? Note) : TicketEvent;

    public sealed record Unlinked(string Number, string? Note) : TicketEvent;

    /// <summary>A further part of the same writing has a case of its own now.</summary>
    public sealed record SplitOff(string Number, TicketKind Kind, string Subject, string AreaName) : TicketEvent;

    /// <summary>It is answered together with an older case, or with another such than before.</summary>
    /// <param name="SamePetitioner">Whether both are of one known person: else neither is shown anything of the other.</param>
    public sealed record Merged(string Into, string Reason, bool SamePetitioner) : TicketEvent;

    /// <summary>A younger case about the same is answered with this one.</summary>
    /// <param name="PetitionerName">Null: anonymous, or reserved.</param>
    /// <param name="Said">What it was filed with.</param>
    /// <param name="SamePetitioner">As of <see cref="Merged"/>.</param>
    public sealed record Absorbed(string Number, string? PetitionerName, string Said, string Reason, bool SamePetitioner) : TicketEvent;

    /// <summary>It goes on by itself again: what was owed is owed again.</summary>
    public sealed record Separated(string From, string Reason) : TicketEvent;

    /// <summary>The other side of <see cref="Separated"/>, or of a merging of that case into another.</summary>
    public sealed record LetGo(string Number, string Reason) : TicketEvent;

    /// <summary>The petitioner of a case that was merged into this one wrote. Their case holds the message too.</summary>
    public sealed record HeardThrough(string Number, string Text, bool SamePetitioner, bool NeedsNoAnswer = false) : TicketEvent;

    /// <summary>The case that goes on was answered, and so this one's petitioner is.</summary>
    /// <param name="FileIds">As of <see cref="Replied"/>; the files are those of the other case.</param>
    public sealed record AnsweredTogether(string With, string Text, IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>The case that goes on will be answered later, and this one's petitioner is to know.</summary>
    public sealed record ExtendedTogether(string With, DateOnly AnswerBy, string Reason) : TicketEvent;

    /// <summary>Acuse de recibo: the letter or message that says that it came in has gone out.</summary>
    /// <param name="Way">By which it went.</param>
    public sealed record ReceiptSent(Channel Way) : TicketEvent;

    /// <summary>A step of good care that the log cannot know of by itself.</summary>
    /// <param name="Text">The sentence that says what is asked, or a note.</param>
    /// <param name="Found">What the investigation found; null for other steps.</param>
    public sealed record StepDone(CareStep Step, string? Text, Investigation? Found = null) : TicketEvent;

    public sealed record StepSkipped(CareStep Step, string Reason) : TicketEvent;

    /// <summary>It is to be done after all, or anew.</summary>
    public sealed record StepReopened(CareStep Step, string? Reason) : TicketEvent;

    /// <summary>An answer as it is to be reviewed: words and files are frozen.</summary>
    /// <param name="FileIds">Of files of the case, which the petitioner gets with the answer.</param>
    /// <param name="ApproverId">Who was to approve it by the rules of then; null: any lead.</param>
    /// <param name="Stages">How many had to look at it.</param>
    public sealed record AnswerProposed(string Text, IReadOnlyList<Guid>? FileIds, int? ApproverId, int Stages, string? Note) : TicketEvent;

    /// <summary>Whoever reviews it wrote something of it otherwise.</summary>
    /// <param name="FileIds">As they were proposed.</param>
    public sealed record AnswerRevised(string Text, IReadOnlyList<Guid>? FileIds, string? Comment) : TicketEvent;

    /// <summary>Back to whoever proposed it.</summary>
    public sealed record AnswerReturned(string Reason) : TicketEvent;

    /// <summary>The first of two looked at it.</summary>
    public sealed record AnswerReviewed(string? Comment) : TicketEvent;

    /// <summary>Visto bueno: it may be sent as it stands.</summary>
    public sealed record AnswerApproved(string? Comment) : TicketEvent;

    /// <summary>It is proposed no longer.</summary>
    public sealed record AnswerRecalled(string? Reason) : TicketEvent;
    /// <summary>Words that the house sorts its cases by, put on it and taken off.</summary>
    public sealed record TagsChanged(IReadOnlyList<string> Added, IReadOnlyList<string> Removed) : TicketEvent;

    /// <summary>Another area is asked for something, so that this can be answered.</summary>
    /// <param name="Task">Its number within the case.</param>
    /// <param name="PersonId">Null: whoever of the area does it.</param>
    /// <param name="DueOn">The last day, in the desk's zone: from <paramref name="SoonAt"/> to <paramref name="DueAt"/>.</param>
    /// <param name="FileIds">What went along with it.</param>
    public sealed record TaskAsked(
        int Task, int AreaId, string AreaName, int? PersonId, string? PersonName, DateOnly DueOn, DateTimeOffset SoonAt, DateTimeOffset DueAt, string Question,
        IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>For the colleagues who work the case; the petitioner sees nothing of it.</summary>
    public sealed record TaskAnswered(int Task, string Text, IReadOnlyList<Guid>? FileIds = null) : TicketEvent;

    /// <summary>Given back without an answer.</summary>
    public sealed record TaskReturned(int Task, string Reason) : TicketEvent;

    public sealed record TaskCancelled(int Task, string Reason) : TicketEvent;

    /// <summary>Asked again, by a new date.</summary>
    public sealed record TaskReopened(int Task, DateOnly DueOn, DateTimeOffset SoonAt, DateTimeOffset DueAt, string Reason) : TicketEvent;

    /// <summary>Whoever has it was told again.</summary>
    public sealed record TaskReminded(int Task, string? Note) : TicketEvent;

    /// <summary>Its last day began, or ended without an answer.</summary>
    public sealed record TaskDue(int Task, bool Late) : TicketEvent;

    /// <summary>What the house's own fields say.</summary>
    public sealed record FieldsChanged(IReadOnlyList<FieldChange> Changes) : TicketEvent;

    /// <summary>Somebody wrote down how long they worked on it.</summary>
    /// <param name="Entry">Its number within the case.</param>
    /// <param name="On">The day of that work.</param>
    /// <param name="Timed">A timer measured it.</param>
    public sealed record TimeSpent(int Entry, int Minutes, DateOnly On, string What, bool Timed = false) : TicketEvent;

    /// <summary>An entry was put right. No minutes: it was struck out.</summary>
    /// <param name="Whose">Who had written it down.</param>
    public sealed record TimeCorrected(int Entry, string Whose, int From, int To, string Reason) : TicketEvent;

    /// <summary>The whole case was taken out of the desk, in one file.</summary>
    /// <param name="WithNotes">With what only the house was to read.</param>
    /// <param name="WithIdentity">With a reserved identity.</param>
    /// <param name="Files">How many of its files.</param>
    public sealed record ExpedienteTaken(bool WithNotes, bool WithIdentity, int Files) : TicketEvent;
    /// <summary>Set aside by whoever has it, until an instant. No clock stands still for it.</summary>
    public sealed record Snoozed(DateTimeOffset Until, string? Reason) : TicketEvent;

    /// <summary>Before its owner again. What brought it back is the event before, unless it was the time or a person.</summary>
    public sealed record Woken(WakeCause Cause) : TicketEvent;

    /// <summary>Whoever had it did nothing with it for as long as their area lets it lie: it is anybody's again.</summary>
    /// <param name="AfterMinutes">Of the desk's hours.</param>
    public sealed record ReturnedToQueue(int OwnerId, string OwnerName, int AfterMinutes) : TicketEvent;

    /// <summary>From whoever is away to whoever stands in, or back when they are there again.</summary>
    public sealed record HandedOver(int OwnerId, string OwnerName, int FromId, string FromName, int AbsenceId, bool Back) : TicketEvent;
}

/// <summary>What brought a case back that was set aside.</summary>
public enum WakeCause
{
    /// <summary>The instant came.</summary>
    Time = 1,
    Petitioner = 2,

    /// <summary>It has another owner, or none.</summary>
    Owner = 3,

    /// <summary>A deadline reached a share of its target, or was missed.</summary>
    Deadline = 4,

    /// <summary>A person brought it back.</summary>
    Hand = 5,
}

/// <summary>Why a case should not have been filed.</summary>
public enum VoidKind
{
    /// <summary>Anulado: filed by mistake, a test, no petition at all.</summary>
    Void = 1,

    /// <summary>No deseado: sent in bulk, by a machine or to harm.</summary>
    Spam = 2,
}

/// <summary>The case that a part comes from. Legal terms of the part count from that filing.</summary>
public sealed record PartOrigin(string Number, DateTimeOffset FiledAt, DateOnly FiledOn);

/// <summary>How a petition is given up.</summary>
public enum WithdrawalKind
{
    Express = 1,
    Tacit = 2,
}
