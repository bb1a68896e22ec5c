using System.Text.Json.Serialization;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Answers;

/// <summary>One verb of a macro. A closed union; the names after <c>JsonDerivedType</c> are stored and never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "verb")]
[JsonDerivedType(typeof(Take), "take")]
[JsonDerivedType(typeof(Assign), "assign")]
[JsonDerivedType(typeof(Prioritize), "prioritize")]
[JsonDerivedType(typeof(Classify), "classify")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(Close), "close")]
[JsonDerivedType(typeof(Snooze), "snooze")]
[JsonDerivedType(typeof(Tag), "tag")]
[JsonDerivedType(typeof(Plan), "plan")]
public abstract record MacroStep
{
    private MacroStep()
    {
    }

    /// <summary>For whoever applies it.</summary>
    public sealed record Take : MacroStep;

    public sealed record Assign(int MemberId) : MacroStep;

    public sealed record Prioritize(Priority Priority, string Reason) : MacroStep;

    /// <param name="Topic">As tickets carry it.</param>
    public sealed record Classify(string Topic) : MacroStep;

    /// <param name="Text">With places.</param>
    public sealed record Note(string Text) : MacroStep;

    public sealed record Reply(int TemplateId) : MacroStep;

    public sealed record Answer(int TemplateId) : MacroStep;

    /// <param name="CauseId">Of the catalogue of pauses; null: the reason says it.</param>
    public sealed record Wait(int? CauseId, string? Reason) : MacroStep;

    /// <param name="Comment">Perhaps nothing.</param>
    public sealed record Close(string? Comment) : MacroStep;

    /// <summary>Sets it aside until a time that is told from the desk's hours when it is done.</summary>
    public sealed record Snooze(SnoozeTime Time, string? Reason) : MacroStep;

    /// <summary>Puts tags on it and takes others off.</summary>
    public sealed record Tag(IReadOnlyList<string> Add, IReadOnlyList<string> Remove) : MacroStep;

    /// <summary>A reply that is sent when the desk opens then; it is held if the petitioner writes before.</summary>
    public sealed record Plan(int TemplateId, SendTime Time) : MacroStep;

    /// <summary>Whether undoing the macro takes it back. What was said stays said, and what was closed is opened again by a decision of its own.</summary>
    [JsonIgnore]
    public bool CanBeUndone => this is not (Note or Reply or Answer or Close);

    /// <summary>The template that it sends; null: it sends none.</summary>
    [JsonIgnore]
    public int? SentTemplate => this switch
    {
        Reply reply => reply.TemplateId,
        Answer answer => answer.TemplateId,
        Plan plan => plan.TemplateId,
        _ => null,
    };

    /// <summary>Null when it says all that it needs, as far as it can tell by itself.</summary>
    public AnswersFault? Refuse() => this switch
    {
        Prioritize { Reason: var reason } => string.IsNullOrWhiteSpace(reason) ? AnswersProblem.StepIncomplete : AnswersFault.OfText(reason, Filing.ReasonLimit),
        Classify { Topic: var topic } => string.IsNullOrWhiteSpace(topic) ? AnswersProblem.StepIncomplete : null,
        Note { Text: var text } => string.IsNullOrWhiteSpace(text) ? AnswersProblem.StepIncomplete : AnswersFault.OfText(text, Macro.NoteLimit) ?? AnswersFault.OfPlaces(text),
        Wait { CauseId: var cause, Reason: var reason } => cause is null && string.IsNullOrWhiteSpace(reason) ? AnswersProblem.StepIncomplete : AnswersFault.OfText(reason, Filing.ReasonLimit),
        Close { Comment: var comment } => AnswersFault.OfText(comment, Filing.ReasonLimit),
        Snooze { Time: var time, Reason: var reason } => !Enum.IsDefined(time) ? AnswersProblem.StepIncomplete : AnswersFault.OfText(reason, Filing.ReasonLimit),
        Tag { Add: var add, Remove: var remove } => RefuseTags([.. add, .. remove]),
        Plan { Time: var time } => Enum.IsDefined(time) ? null : AnswersProblem.StepIncomplete,
        _ => null,
    };

    private static AnswersFault? RefuseTags(IReadOnlyList<string> tags) =>
        tags.Count is 0 or > 2 * CaseFiles.Tag.Most || tags.Any(tag => CaseFiles.Tag.KeyOf(tag).Length == 0) ? AnswersProblem.StepIncomplete
        : tags.Select(tag => AnswersFault.OfText(tag, CaseFiles.Tag.Limit)).FirstOrDefault(fault => fault is not null);
}
