using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Answers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Macros;

/// <summary>What came of taking a macro back on one case.</summary>
/// <param name="Decision">Stale, with who changed it since: then nothing was taken back.</param>
/// <param name="Left">The steps that stay as they were done.</param>
public sealed record MacroUndone(string Number, Decision Decision, IReadOnlyList<StepLeft> Left);

/// <summary>Takes an applied macro back on all its cases, in one transaction, where nobody has changed them since.</summary>
public sealed class UndoMacro(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    /// <param name="applied">What <see cref="ApplyMacro"/> answered.</param>
    /// <param name="reason">Stays in the history of each, where the verb keeps one.</param>
    public async Task<IReadOnlyList<MacroUndone>> RunAsync(MacroAnswer applied, string reason, Actor by, CancellationToken cancel)
    {
        var ids = await IdsAsync(applied.Changed, cancel);
        var before = applied.Changed.Where(row => ids.ContainsKey(row.Number)).ToDictionary(row => ids[row.Number]);
        var left = new Dictionary<long, IReadOnlyList<StepLeft>>();
        var said = await door.ChangeManyAsync(
            [.. before.Select(each => new SeenTicket(each.Key, each.Value.Version))],
            by,
            async db =>
            {
                left.Clear();
                var owners = applied.Changed.Select(row => row.Before.OwnerId).OfType<int>().Distinct().ToArray();
                var undo = new MacroUndo(applied.Steps, await db.Staff.AsNoTracking().Where(member => owners.Contains(member.Id)).ToDictionaryAsync(member => member.Id, cancel), reason);
                return (ticket, book, now) =>
                {
                    left[ticket.Id] = undo.On(ticket, before[ticket.Id].Before, book, now);
                    return Decision.Ok;
                };
            },
            cancel);
        return
        [
            .. applied.Changed.Select(row => ids.TryGetValue(row.Number, out var id) && said.TryGetValue(id, out var decision)
                ? new MacroUndone(row.Number, decision, left.GetValueOrDefault(id) ?? [])
                : new MacroUndone(row.Number, RefusalCode.TicketNotFound, [])),
        ];
    }

    private async Task<Dictionary<string, long>> IdsAsync(IReadOnlyList<ChangedRow> rows, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var numbers = rows.Select(row => row.Number).ToArray();
        return await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new { ticket.Number, ticket.Id }).ToDictionaryAsync(ticket => ticket.Number, ticket => ticket.Id, cancel);
    }
}
