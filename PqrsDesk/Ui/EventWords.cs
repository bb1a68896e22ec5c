using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Ui;

/// <summary>The words of every <see cref="TicketEvent"/>.</summary>
public sealed class EventTexts;

/// <summary>What happened, as one sentence with its subject. What people typed is quoted as it is: it is shown as text, never as markup.</summary>
public sealed class EventWords(IStringLocalizer<EventTexts> texts, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts>? refusals = null)
{
    public string Say(LoggedEvent line) => Say(line.Event, line.ByKind, line.ByName, line.ByStaffId);

    public string Say(TicketEvent happened, ActorKind byKind, string byName, int? byStaffId) => Say(happened, Name(byKind, byName), byStaffId);

    private string Say(TicketEvent happened, string by, int? byId) => happened switch
    {
        TicketEvent.Filed { PartOf: { } whole } part => texts["FiledAsPart", by, whole.Number, part.AreaName],
        TicketEvent.Filed filed => texts["Filed", by, words.Word(filed.Filing.Channel), words.Word(filed.Priority), filed.AreaName] + Reason(filed.Filing.PriorityReason) + Verbal(filed.Filing.Verbal, by) + Paper(filed.Filing.Paper) + Sorted(filed.Filing),
        TicketEvent.Imported imported => texts["Imported", imported.Facts.Source, imported.Facts.ExternalId],
        TicketEvent.Assigned { Drawn: { } why } drawn => texts["Drawn", drawn.OwnerName] + " " + Say(why),
        TicketEvent.Assigned assigned when assigned.OwnerId == byId => texts["Taken", by] + Note(assigned.Note),
        TicketEvent.Assigned assigned => texts["Assigned", by, assigned.OwnerName] + Note(assigned.Note),
        TicketEvent.Released released => texts["Released", by] + Note(released.Note),
        TicketEvent.Reassigned moved => texts["Reassigned", by, moved.FromAreaName, moved.AreaName] + Reason(moved.Reason),
        TicketEvent.Reclassified { Ground: { } ground } change when change.From == change.To => texts["RegimeChanged", by, ground.RegimeName] + Reason(change.Reason),
        TicketEvent.Reclassified change => texts["Reclassified", by, words.Word(change.From), words.Word(change.To)] + Reason(change.Reason),
        TicketEvent.Classified change => Say(change, by) + (change.Why is { Count: > 0 } why ? $" {texts["Suggested"]} {words.Why(why)}." : null),
        TicketEvent.PriorityChanged change => texts["PriorityChanged", by, words.Word(change.From), words.Word(change.To)] + Reason(change.Reason),
        TicketEvent.Replied { Planned: not null } => texts["Replied.Planned", by],
        TicketEvent.Replied => texts["Replied", by],
        TicketEvent.Noted => texts["Noted", by],
        TicketEvent.PetitionerResponded => texts["PetitionerResponded", by],
        TicketEvent.WaitStarted wait => texts["WaitStarted", by] + (wait.Cause is { } cause ? texts["Cause", cause].Value : null) + Reason(wait.Reason),
        TicketEvent.WaitEnded wait => texts["WaitEnded", by] + Reason(wait.Reason),
        TicketEvent.Answered { Planned: not null } => texts["Answered.Planned", by],
        TicketEvent.Answered => texts["Answered", by],
        TicketEvent.Closed closed => texts["Closed", by] + Note(closed.Note),
        TicketEvent.Reopened reopened => texts["Reopened", by] + Reason(reopened.Reason),
        TicketEvent.FileAttached file => texts["FileAttached", by, file.Name],
        TicketEvent.FileQuarantined file => file.Threat is { } threat ? texts["FileQuarantined", file.Name, threat] : texts["FileQuarantined.Unnamed", file.Name],
        TicketEvent.Extended extension => texts["Extended", by, extension.Days, extension.AnswerBy.ToString(texts["Date"], CultureInfo.CurrentCulture)] + Reason(extension.Reason),
        TicketEvent.CompletionRequested => texts["CompletionRequested", by],
        TicketEvent.Withdrawn withdrawn => texts[$"Withdrawn.{withdrawn.Kind}", by] + Reason(withdrawn.Reason),
        TicketEvent.Transferred transfer => texts[transfer.OnTime ? "Transferred" : "TransferredLate", by, transfer.Authority] + Reason(transfer.Reason),
        TicketEvent.DeadlineBreached breached => texts["DeadlineBreached", words.Word(breached.Deadline)],
        TicketEvent.ThresholdReached reached => texts["ThresholdReached", words.Word(reached.Deadline), reached.Percent],
        TicketEvent.Escalated level => texts["Escalated", words.Word(level.Deadline), level.Percent, string.Join("; ", level.Acts.Select(act => texts[$"Escalation.{act}"].Value))],
        TicketEvent.Reviewed reviewed => texts["Reviewed", by] + Note(reviewed.Note),
        TicketEvent.SolutionJudged judged => texts[judged.Solved ? "SolutionJudged.Solved" : "SolutionJudged.NotSolved", by] + Note(judged.Comment),
        TicketEvent.IdentityRevealed look => texts["IdentityRevealed", by] + Reason(look.Reason),
        TicketEvent.Routed again => again.Routing.Number is { } number ? texts["Routed", by, number, again.Routing.Rule ?? ""] : texts["Routed.None", by],
        TicketEvent.QueueChanged { QueueName: { } queue, FromName: null } => texts["QueueChanged", by, queue],
        TicketEvent.QueueChanged { QueueName: { } queue, FromName: { } from } => texts["QueueChanged.From", by, queue, from],
        TicketEvent.QueueChanged { FromName: var left } => texts["QueueChanged.Out", by, left ?? ""],
        TicketEvent.Repromised promised => texts["Repromised", by, promised.PolicyName, promised.PolicyVersion],
        TicketEvent.Voided voided => texts[$"Voided.{voided.Kind}", by] + Reason(voided.Reason),
        TicketEvent.Linked link => texts["Linked", by, link.Number] + Note(link.Note),
        TicketEvent.Unlinked link => texts["Unlinked", by, link.Number] + Note(link.Note),
        TicketEvent.SplitOff part => texts["SplitOff", by, part.Number, words.Word(part.Kind), part.AreaName, part.Subject],
        TicketEvent.Merged merged => texts["Merged", by, merged.Into] + Reason(merged.Reason),
        TicketEvent.Absorbed other => texts["Absorbed", by, other.Number, other.PetitionerName ?? texts["NoName"].Value] + Reason(other.Reason),
        TicketEvent.Separated separated => texts["Separated", by, separated.From] + Reason(separated.Reason),
        TicketEvent.LetGo other => texts["LetGo", by, other.Number] + Reason(other.Reason),
        TicketEvent.HeardThrough heard => texts["HeardThrough", heard.Number],
        TicketEvent.AnsweredTogether answer => texts["AnsweredTogether", answer.With],
        TicketEvent.ExtendedTogether extension => texts["ExtendedTogether", extension.With, extension.AnswerBy.ToString(texts["Date"], CultureInfo.CurrentCulture)] + Reason(extension.Reason),
        TicketEvent.ReceiptSent sent => texts["ReceiptSent", words.Word(sent.Way)],
        TicketEvent.StepDone done => Say(done, by),
        TicketEvent.StepSkipped skipped => texts["StepSkipped", by, words.Word(skipped.Step)] + Reason(skipped.Reason),
        TicketEvent.StepReopened reopened => texts["StepReopened", by, words.Word(reopened.Step)] + Reason(reopened.Reason),
        TicketEvent.AnswerProposed proposed => texts["AnswerProposed", by] + Note(proposed.Note),
        TicketEvent.AnswerRevised revised => texts["AnswerRevised", by] + Note(revised.Comment),
        TicketEvent.AnswerReturned returned => texts["AnswerReturned", by] + Reason(returned.Reason),
        TicketEvent.AnswerReviewed reviewed => texts["AnswerReviewed", by] + Note(reviewed.Comment),
        TicketEvent.AnswerApproved approved => texts["AnswerApproved", by] + Note(approved.Comment),
        TicketEvent.AnswerRecalled recalled => texts["AnswerRecalled", by] + Reason(recalled.Reason),
        TicketEvent.PartyMerged merged => texts[$"PartyMerged.{merged.Of}{(merged.Undone ? ".Undone" : "")}", by, merged.ToName],
        TicketEvent.ProductRenamed renamed => texts["ProductRenamed", by, renamed.From, renamed.To],
        TicketEvent.TagsChanged tags => Say(tags, by),
        TicketEvent.TaskAsked task => texts["TaskAsked", by, task.Task, task.PersonName is { } person ? $"{person} ({task.AreaName})" : task.AreaName, Day(task.DueOn)],
        TicketEvent.TaskAnswered task => texts["TaskAnswered", by, task.Task],
        TicketEvent.TaskReturned task => texts["TaskReturned", by, task.Task] + Reason(task.Reason),
        TicketEvent.TaskCancelled task => texts["TaskCancelled", by, task.Task] + Reason(task.Reason),
        TicketEvent.TaskReopened task => texts["TaskReopened", by, task.Task, Day(task.DueOn)] + Reason(task.Reason),
        TicketEvent.TaskReminded task => texts["TaskReminded", by, task.Task] + Note(task.Note),
        TicketEvent.TaskDue task => texts[task.Late ? "TaskDue.Late" : "TaskDue.Soon", task.Task],
        TicketEvent.FieldsChanged fields => string.Join(' ', fields.Changes.Select(change => Say(change, by))),
        TicketEvent.TimeSpent spent => texts[spent.Timed ? "TimeSpent.Timed" : "TimeSpent", by, spent.Minutes, Day(spent.On)] + Note(spent.What),
        TicketEvent.TimeCorrected change => texts[change.To == 0 ? "TimeCorrected.Struck" : "TimeCorrected", by, change.From, change.To, change.Whose] + Reason(change.Reason),
        TicketEvent.ExpedienteTaken taken => texts["ExpedienteTaken", by, texts[taken.WithNotes ? "ExpedienteTaken.WithNotes" : "ExpedienteTaken.WithoutNotes"]] + (taken.WithIdentity ? " " + texts["ExpedienteTaken.WithIdentity"] : null),
        TicketEvent.Snoozed snoozed => texts["Snoozed", by, At(snoozed.Until)] + Reason(snoozed.Reason),
        TicketEvent.Woken woken => texts[$"Woken.{woken.Cause}", by],
        TicketEvent.ReturnedToQueue back => texts["ReturnedToQueue", back.OwnerName, (back.AfterMinutes / 60m).ToString("0.#", CultureInfo.CurrentCulture)],
        TicketEvent.HandedOver handed => texts[handed.Back ? "HandedOver.Back" : "HandedOver", handed.OwnerName, handed.FromName],
        TicketEvent.SendPlanned plan => texts[$"SendPlanned.{plan.Act}", by, At(plan.SendAt)],
        TicketEvent.SendHeld held => texts[$"SendHeld.{held.Cause}"] + Reason(WhyOf(held)),
        TicketEvent.SendTakenBack back => texts[back.Discarded ? "SendTakenBack.Discarded" : "SendTakenBack", by],
        TicketEvent.IncidentJoined joined => texts[joined.ByItself ? "IncidentJoined.ByItself" : "IncidentJoined", by, joined.Product, joined.Summary],
        TicketEvent.IncidentLeft left => texts["IncidentLeft", by, left.Product] + Reason(left.Reason),
        _ => throw new UnreachableException($"No words for {happened.GetType().Name}."),
    };

    private string Say(TicketEvent.TagsChanged tags, string by) => string.Join(' ', ((string?[])
    [
        tags.Added.Count == 0 ? null : texts["TagsAdded", by, string.Join(", ", tags.Added)].Value,
        tags.Removed.Count == 0 ? null : texts["TagsRemoved", by, string.Join(", ", tags.Removed)].Value,
    ]).OfType<string>());

    private string Say(FieldChange change, string by) => (change.From, change.To) switch
    {
        (null, { } to) => texts["FieldFilled", by, change.Name, words.Value(change.Type, to)],
        ({ } from, { } to) => texts["FieldChanged", by, change.Name, words.Value(change.Type, from), words.Value(change.Type, to)],
        (var from, _) => texts["FieldEmptied", by, change.Name, words.Value(change.Type, from ?? "")],
    };

    private string Day(DateOnly day) => day.ToString(texts["Date"], CultureInfo.CurrentCulture);

    /// <summary>The log has the name of a refusal, which may be of another version of the desk.</summary>
    private string? WhyOf(TicketEvent.SendHeld held) =>
        refusals is not null && Enum.TryParse<RefusalCode>(held.Refused, out var code) ? refusals.Say(new(code, null, held.Detail)) : null;

    /// <summary>Which of the two changed, or both; what there was before stands in the line before.</summary>
    private string Say(TicketEvent.Classified change, string by) => string.Join(' ', ((string?[])
    [
        change.FromTopic == change.ToTopic ? null : change.ToTopic is { } topic ? texts["TopicChanged", by, topic].Value : texts["TopicRemoved", by, change.FromTopic!].Value,
        change.FromProduct == change.ToProduct ? null : change.ToProduct is { } product ? texts["ProductChanged", by, product].Value : texts["ProductRemoved", by, change.FromProduct!].Value,
    ]).OfType<string>());

    private string Say(TicketEvent.StepDone done, string by) => done switch
    {
        { Step: CareStep.Investigate, Found: { } found } => string.Join(' ', ((string?[])
        [
            texts["StepDone.Investigate", by, Short(found.Findings)],
            found.Cause is { } cause ? texts["StepDone.Cause", cause].Value : null,
            found.Evidence is { } evidence ? texts["StepDone.Evidence", evidence].Value : null,
        ]).OfType<string>()),
        { Step: CareStep.Understand } => texts["StepDone.Understand", by, done.Text ?? ""],
        _ => texts[$"StepDone.{done.Step}", by] + Note(done.Text),
    };

    /// <summary>The checklist has all of it.</summary>
    private static string Short(string text) => Texts.Shorten(text, 200);

    /// <summary>A rule put it under its topic by itself.</summary>
    private string? Sorted(Filing filing) => filing is { Topic: { } topic, TopicWhy: { Count: > 0 } why } ? $" {texts["TopicByRule", topic]} {words.Why(why)}." : null;

    /// <summary>Why it was the next that somebody was handed out.</summary>
    public string Say(CaseDraw why) => string.Join(' ', ((string?[])
    [
        why is { Due: { } due, DueAt: { } at } ? texts["Drawn.Due", words.Word(due), At(at)].Value : texts["Drawn.NotDue"].Value,
        why.Fits.Count == 0 ? null : texts["Drawn.Fits", string.Join(", ", why.Fits.Select(Say))].Value,
        why.Before switch { 0 => null, 1 => texts["Drawn.Before.One"].Value, var many => texts["Drawn.Before.Many", many].Value },
    ]).OfType<string>());

    private string Say(SkillMatch skill) => texts[$"Skill.{skill.Kind}", skill.Kind switch
    {
        SkillKind.Kind when Enum.TryParse<TicketKind>(skill.Value, out var kind) => words.Word(kind),
        SkillKind.Channel when Enum.TryParse<Channel>(skill.Value, out var channel) => words.Word(channel),
        _ => skill.Value,
    }];

    /// <summary>Such instants stand in the log with the offset of the desk's zone.</summary>
    private string At(DateTimeOffset at) => at.ToString(texts["Instant"], CultureInfo.CurrentCulture);

    private string Name(ActorKind kind, string name) => kind switch
    {
        ActorKind.Desk => texts["Desk"],
        ActorKind.Petitioner when name == Actor.Unnamed => texts["Petitioner"],
        _ => name,
    };

    private string? Verbal(VerbalRecord? verbal, string by) => verbal is null ? null : " " + texts["Verbal", by, texts[$"Constancia.{verbal.Constancia}"]];

    private string? Paper(PaperRecord? paper) =>
        paper is null ? null : " " + texts["Paper", paper.Row, paper.OpenedOn.ToString(texts["Date"], CultureInfo.CurrentCulture), paper.Folios];

    private string? Reason(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : texts["Reason", reason].Value;

    private string? Note(string? note) => string.IsNullOrWhiteSpace(note) ? null : texts["Note", note].Value;
}
