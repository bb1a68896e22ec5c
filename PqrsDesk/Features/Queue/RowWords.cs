using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>What is said while rows are changed, and of what came of it.</summary>
internal sealed class RowWords(IStringLocalizer<QueueTexts> texts, IStringLocalizer<HandlingTexts> verbs, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals, EventWords events)
{
    private const int MostLines = 5;

    public string Running(RowsChange change, int count) => Of($"Bulk.Running.{Key(change)}", $"{Key(change)}.Running", change, Number(count));

    /// <param name="who">Whom the tickets went to; of one that went back, its owner: null when it has none.</param>
    public Notice Said(RowsChange change, RowsOutcome outcome, string? who, Func<Task>? undo) => outcome switch
    {
        { Refusal: { } refusal } => Notice.Refusal(refusals.Say(refusal)),
        { Results: [var only] } => One(change, only, who, undo),
        _ => Many(change, outcome.Results, who, outcome.Into, undo),
    };

    private Notice One(RowsChange change, RowResult row, string? who, Func<Task>? undo) => row.Decision switch
    {
        Decision.Done => Notice.Done(Done(change, row.Number, who), undo),
        Decision.Refused refused => Notice.Refusal(texts["Refused", row.Number, refusals.Say(refused.Refusal)]),
        Decision.Stale stale => Notice.Refusal(texts["Stale", row.Number], [.. stale.Since.Select(line => events.Say(line))]),
        _ => throw new InvalidOperationException($"No words for {row.Decision}."),
    };

    private string Done(RowsChange change, string number, string? who) => change switch
    {
        RowsChange.Take => texts["Took", number],
        RowsChange.Assign => texts["Assigned", number, who ?? ""],
        RowsChange.Prioritize wish => texts["Prioritized", number, words.Word(wish.Priority)],
        RowsChange.MarkSpam => texts["MarkedSpam", number],
        RowsChange.TakeBack { IsOfOwners: true } when who is null => texts["Released", number],
        RowsChange.TakeBack { IsOfOwners: true } => texts["Assigned", number, who],
        _ => verbs[$"{Key(change)}.Done", number, who ?? ""],
    };

    private Notice Many(RowsChange change, IReadOnlyList<RowResult> rows, string? who, string? into, Func<Task>? undo)
    {
        var not = rows.Where(row => !row.Decision.Succeeded).ToList();
        var done = rows.Count - not.Count;
        var (many, name) = (done == 1 ? "One" : "Many", change is RowsChange.Prioritize wish ? words.Word(wish.Priority) : into ?? who ?? "");

        // The one that goes on is not among those that were merged.
        if (change is RowsChange.Merge && done > 1) (many, done) = (done == 2 ? "One" : "Many", done - 1);
        var sentence = Of($"Bulk.{Key(change)}.{many}", $"{Key(change)}.{many}", change, Number(done), name);
        if (not.Count == 0) return Notice.Done(texts["Bulk.Whole", sentence], undo);
        var lines = not.Take(MostLines).Select(Why).ToList();
        if (not.Count > MostLines) lines.Add(texts["Bulk.More", Number(not.Count - MostLines)]);
        return done == 0
            ? Notice.Refusal(texts["Bulk.None", Number(rows.Count)], lines)
            : Notice.Partly(texts[not.Count == 1 ? "Bulk.Partly.One" : "Bulk.Partly.Many", sentence, Number(not.Count)], lines, undo);
    }

    private string Why(RowResult row) => row.Decision switch
    {
        Decision.Refused refused => texts["Refused", row.Number, refusals.Say(refused.Refusal)],
        Decision.Stale stale => texts["Bulk.Stale", row.Number, events.Say(stale.Since[^1])],
        _ => throw new InvalidOperationException($"No words for {row.Decision}."),
    };

    /// <summary>The commonest changes have their words among those of the queue.</summary>
    private string Of(string common, string rare, RowsChange change, params object[] with) =>
        change is RowsChange.Take or RowsChange.Assign or RowsChange.Prioritize or RowsChange.MarkSpam or RowsChange.TakeBack { IsOfOwners: true } ? texts[common, with] : verbs[rare, with];

    private static string Key(RowsChange change) => change is RowsChange.TakeBack { IsOfOwners: true } ? "GiveBack" : change.GetType().Name;

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
