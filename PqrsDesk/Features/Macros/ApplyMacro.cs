using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Macros;

/// <summary>A case that a macro is to be applied to.</summary>
/// <param name="Seen">The version that the person had before their eyes; null when it may follow whatever happened.</param>
public sealed record MacroCase(string Number, int? Seen = null);

/// <summary>What came of one of them.</summary>
public sealed record MacroResult(string Number, MacroOutcome Outcome);

/// <param name="Refusal">Why none was tried; null when they were.</param>
/// <param name="Results">In the order they were asked for.</param>
public sealed record MacroAnswer(Refusal? Refusal, IReadOnlyList<MacroResult> Results)
{
    /// <summary>Of the macro, with the names of what they name: so that the step that refused can be said.</summary>
    public IReadOnlyList<MacroStep> Steps { get; init; } = [];
    public MacroKit? Kit { get; init; }

    /// <summary>What can be taken back, as far as its steps can.</summary>
    public IReadOnlyList<ChangedRow> Changed { get; init; } = [];
}

/// <summary>What a macro would do to one case, if it were applied now.</summary>
/// <param name="Kit">With the names of all that the steps name.</param>
/// <param name="Sends">What the petitioner would be sent, by the place of the step.</param>
/// <param name="Outcome">Whether each step would be done.</param>
public sealed record MacroPreview(Macro Macro, MacroKit Kit, IReadOnlyDictionary<int, string> Sends, MacroOutcome Outcome);

/// <summary>Applies a macro to one case or to many, in one transaction: of each case all of its steps are done, or none.</summary>
public sealed class ApplyMacro(IDbContextFactory<DeskDb> desk, TicketDoor door, SlaShelf shelf, ClassificationShelf classification, DeskSettings settings, TimeProvider clock)
{
    /// <summary>Of one call.</summary>
    public const int Most = 500;

    /// <param name="cases">At most <see cref="Most"/>, each number once.</param>
    /// <param name="progress">Told how many are through.</param>
    public async Task<MacroAnswer> RunAsync(int macroId, IReadOnlyList<MacroCase> cases, AnswersReader reader, Actor by, CancellationToken cancel, IProgress<int>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases.Count, Most);
        var (macro, ids) = await FindAsync(macroId, cases, reader, cancel);
        if (macro is null) return new(RefusalCode.MacroUnknown, []);
        var topics = await classification.BookAsync();
        var outcomes = new Dictionary<long, MacroOutcome>();
        var changed = new Dictionary<long, ChangedRow>();
        MacroKit? kit = null;
        var said = await door.ChangeManyAsync(
            [.. cases.Where(each => ids.ContainsKey(each.Number)).Select(each => new SeenTicket(ids[each.Number], each.Seen))],
            by,
            async db =>
            {
                // Begun anew with each try, as the door does.
                outcomes.Clear();
                changed.Clear();
                var run = new MacroRun(macro, kit = await MacroKits.ReadAsync(db, macro.Steps, by.StaffId, topics, settings, cancel));
                return (ticket, book, now) =>
                {
                    var (before, version) = (CaseBefore.Of(ticket), ticket.Version);
                    var outcome = outcomes[ticket.Id] = run.On(ticket, book, now);
                    if (outcome.Decision.Succeeded && ticket.Version != version) changed[ticket.Id] = new(ticket.Number, before, ticket.Version);
                    return outcome.Decision;
                };
            },
            cancel,
            progress);
        return new(null, [.. cases.Select(each => new MacroResult(each.Number, OutcomeOf(each.Number)))]) { Steps = macro.Steps, Kit = kit, Changed = [.. changed.Values] };

        MacroOutcome OutcomeOf(string number) =>
            !ids.TryGetValue(number, out var id) || !said.TryGetValue(id, out var decision) ? new(RefusalCode.TicketNotFound)
            : outcomes.GetValueOrDefault(id) ?? new(decision);
    }

    /// <summary>Does it to a case that is thrown away.</summary>
    /// <returns>Null when there is no such case, or no such macro for the reader.</returns>
    public async Task<MacroPreview?> PreviewAsync(int macroId, string number, AnswersReader reader, Actor by, CancellationToken cancel)
    {
        var (macro, _) = await FindAsync(macroId, [], reader, cancel);
        if (macro is null) return null;
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery().SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null) return null;
        await MergedCases.MeetAsync(db, [ticket], cancel);
        var book = await shelf.BookForAsync(ticket);
        var now = Moment.Of(clock.GetUtcNow(), book.Zone, by);
        var kit = await MacroKits.ReadAsync(db, macro.Steps, by.StaffId, await classification.BookAsync(), settings, cancel);
        var run = new MacroRun(macro, kit);
        var sends = macro.Steps.Select((step, at) => (Template: step.SentTemplate is { } id ? kit.Templates.GetValueOrDefault(id) : null, at))
            .Where(each => each.Template is not null).ToDictionary(each => each.at, each => run.Filled(each.Template!, ticket, now));
        return new(macro, kit, sends, run.On(ticket, book, now));
    }

    private async Task<(Macro? Macro, Dictionary<string, long> Ids)> FindAsync(int macroId, IReadOnlyList<MacroCase> cases, AnswersReader reader, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var macro = await db.Macros.AsNoTracking().SingleOrDefaultAsync(each => each.Id == macroId && each.Active, cancel);
        if (macro?.MayBeUsedBy(reader) != true) return (null, []);
        if (cases.Count == 0) return (macro, []);
        var numbers = cases.Select(each => each.Number).ToArray();
        return (macro, await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new { ticket.Number, ticket.Id }).ToDictionaryAsync(ticket => ticket.Number, ticket => ticket.Id, cancel));
    }
}
