using System.Diagnostics;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Macros;

/// <summary>What a macro does, in words.</summary>
public sealed class MacroWords(IStringLocalizer<AnswersTexts> texts, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals)
{
    private const int Shown = 60;

    /// <summary>"Hará: tomarlo; responder con «Acuse»."</summary>
    public string Say(IReadOnlyList<MacroStep> steps, MacroKit kit) => texts["Macro.Does", string.Join("; ", steps.Select(step => Say(step, kit)))];

    public string Say(MacroStep step, MacroKit kit) => step switch
    {
        MacroStep.Take => texts["Step.Take"],
        MacroStep.Assign assign => texts["Step.Assign", kit.Members.GetValueOrDefault(assign.MemberId)?.Name ?? Unknown],
        MacroStep.Prioritize wish => texts["Step.Prioritize", words.Word(wish.Priority)],
        MacroStep.Classify to => texts["Step.Classify", to.Topic],
        MacroStep.Note note => texts["Step.Note", Short(note.Text)],
        MacroStep.Reply reply => texts["Step.Reply", TemplateOf(reply.TemplateId, kit)],
        MacroStep.Answer answer => texts["Step.Answer", TemplateOf(answer.TemplateId, kit)],
        MacroStep.Wait { CauseId: { } cause } => texts["Step.Wait", kit.Causes.GetValueOrDefault(cause)?.Name ?? Unknown],
        MacroStep.Wait wait => texts["Step.Wait", Short(wait.Reason ?? "")],
        MacroStep.Close => texts["Step.Close"],
        MacroStep.Snooze snooze => texts[$"Step.Snooze.{snooze.Time}"],
        MacroStep.Tag tag => string.Join("; ", ((string?[])
        [
            tag.Add.Count == 0 ? null : texts["Step.Tag", string.Join(", ", tag.Add)].Value,
            tag.Remove.Count == 0 ? null : texts["Step.Untag", string.Join(", ", tag.Remove)].Value,
        ]).OfType<string>()),
        MacroStep.Plan plan => texts[$"Step.Plan.{plan.Time}", TemplateOf(plan.TemplateId, kit)],
        _ => throw new UnreachableException($"No words for {step.GetType().Name}."),
    };

    /// <summary>Why it was not done, and which step it was; null when it was done.</summary>
    /// <param name="would">It was only looked at.</param>
    public string? Refused(MacroOutcome outcome, IReadOnlyList<MacroStep> steps, MacroKit kit, bool would = false) => outcome.Decision switch
    {
        Decision.Refused { Refusal: var refusal } when outcome.Step is { } at => texts[would ? "Macro.Would" : "Macro.Refused", at + 1, Say(steps[at], kit), refusals.Say(refusal)],
        Decision.Refused { Refusal: var refusal } => refusals.Say(refusal),
        Decision.Stale => refusals.Say(RefusalCode.ChangedMeanwhile),
        _ => null,
    };

    /// <summary>What came of taking it back: on how many cases, what nothing takes back, and of each case what else stays and why.</summary>
    public BulkSaid Undone(string macro, IReadOnlyList<MacroUndone> undone, IReadOnlyList<MacroStep> steps, MacroKit kit)
    {
        var done = undone.Count(each => each.Decision.Succeeded);
        var said = done == 1 ? texts["Undo.Done.One", macro].Value : texts["Undo.Done.Many", macro, done].Value;
        if (done > 0 && Stays(steps, kit) is { } stays) said += " " + stays;
        return new(said, [.. undone.SelectMany(each => Left(each, steps, kit).Select(why => $"{each.Number}: {why}"))]);
    }

    /// <summary>What of a macro stays as it was done; null: all of it can be taken back.</summary>
    public string? Stays(IReadOnlyList<MacroStep> steps, MacroKit kit) =>
        steps.Where(step => !step.CanBeUndone).Select(step => Say(step, kit)).ToList() is { Count: > 0 } stay ? texts["Undo.Stays", string.Join("; ", stay)].Value : null;

    private IEnumerable<string> Left(MacroUndone undone, IReadOnlyList<MacroStep> steps, MacroKit kit) => undone.Decision switch
    {
        Decision.Refused { Refusal: var refusal } => [refusals.Say(refusal)],
        Decision.Stale { Since: [.., var last] } => [texts["Undo.Stale", last.ByName]],
        Decision.Stale => [refusals.Say(RefusalCode.ChangedMeanwhile)],
        _ => undone.Left.Where(each => each.Why is not null).Select(each => texts["Undo.Left", Say(steps[each.Step], kit), refusals.Say(each.Why!)].Value),
    };

    private string Unknown => texts["Step.Unknown"];

    private string TemplateOf(int id, MacroKit kit) => kit.Templates.GetValueOrDefault(id)?.Name ?? Unknown;

    private static string Short(string text) => Domain.Tickets.Texts.Shorten(text.ReplaceLineEndings(" "), Shown);
}
