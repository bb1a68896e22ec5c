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

    /// <summary>The template that it sends; null: it sends none.</summary>
    [JsonIgnore]
    public int? SentTemplate => this switch
    {
        Reply reply => reply.TemplateId,
        Answer answer => answer.TemplateId,
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
        _ => null,
    };
}
