using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Queue;

/// <summary>What is said while rows are changed, and of what came of it.</summary>
internal sealed class RowWords(IStringLocalizer<QueueTexts> texts, IStringLocalizer<UiTexts> words, IStringLocalizer<RefusalTexts> refusals, EventWords events)
{
    private const int MostLines = 5;

    public string Running(RowsChange change, int count) => texts[$"Bulk.Running.{change.GetType().Name}", Number(count)];

    /// <param name="who">Whom the tickets went to; of one that went back, its owner: null when it has none.</param>
    public Notice Said(RowsChange change, RowsOutcome outcome, string? who, Func<Task>? undo) => outcome switch
    {
        { Refusal: { } refusal } => Notice.Refusal(refusals.Say(refusal)),
        { Results: [var only] } => One(change, only, who, undo),
        _ => Many(change, outcome.Results, who, undo),
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
        RowsChange.GiveBack when who is null => texts["Released", number],
        RowsChange.GiveBack => texts["Assigned", number, who],
        _ => throw new InvalidOperationException($"No words for {change}."),
    };

    private Notice Many(RowsChange change, IReadOnlyList<RowResult> rows, string? who, Func<Task>? undo)
    {
        var not = rows.Where(row => !row.Decision.Succeeded).ToList();
        var done = rows.Count - not.Count;
        var sentence = texts[$"Bulk.{change.GetType().Name}.{(done == 1 ? "One" : "Many")}", Number(done), change is RowsChange.Prioritize wish ? words.Word(wish.Priority) : who ?? ""].Value;
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

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
