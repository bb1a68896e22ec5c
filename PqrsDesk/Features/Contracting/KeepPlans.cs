using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Contracting;

/// <summary>All versions of all plans, as their page shows them.</summary>
/// <param name="Calendars">Keys and names of those that a plan can count on.</param>
/// <param name="Contracts">How many contracts have each version.</param>
public sealed record PlansSight(IReadOnlyList<SupportPlan> Versions, IReadOnlyList<(string Key, string Name)> Calendars, IReadOnlyDictionary<int, int> Contracts)
{
    /// <summary>Those on offer first, then by name.</summary>
    public IReadOnlyList<SupportPlan> Current { get; } =
        [.. Versions.Where(plan => plan.IsCurrent).OrderBy(plan => plan.Definition.IsRetired).ThenBy(plan => Ticket.Fold(plan.Definition.Name), StringComparer.Ordinal)];

    public string CalendarOf(PlanDefinition plan) => Calendars.FirstOrDefault(calendar => calendar.Key == plan.CalendarKey).Name ?? plan.CalendarKey;
}

/// <summary>The levels of service that the house offers, kept in versions. A contract keeps the one it was signed with until somebody moves it.</summary>
public sealed class KeepPlans(IDbContextFactory<DeskDb> desk, DeskWriter writer, SlaShelf shelf, TimeProvider clock)
{
    private const int KeyRoom = 50;

    public async Task<PlansSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var book = await shelf.BookAsync();
        return new(
            await db.SupportPlans.AsNoTracking().OrderBy(plan => plan.Id).ToListAsync(cancel),
            [.. book.CurrentCalendars.Select(calendar => (calendar.Key, calendar.Definition.Name))],
            await db.Contracts.GroupBy(contract => contract.PlanId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel));
    }

    /// <returns>The key of what was saved, or why nothing was.</returns>
    public Task<(string? Key, ContractProblem? Problem)> SaveAsync(PlanEdit edit, Actor by, CancellationToken cancel) =>
        writer.RunAsync(db => SaveAsync(db, edit, by, cancel), cancel, saved => saved.Problem is null);

    private async Task<(string? Key, ContractProblem? Problem)> SaveAsync(DeskDb db, PlanEdit edit, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return (null, ContractProblemCode.NotAllowed);
        await db.LockContractsAsync(cancel);
        var current = await db.SupportPlans.Where(plan => plan.IsCurrent).ToListAsync(cancel);
        var calendars = await db.Calendars.Where(calendar => calendar.IsCurrent).Select(calendar => calendar.Key).ToListAsync(cancel);
        if (edit.Refuse(current, calendars.ToHashSet()) is { } problem) return (null, problem);
        foreach (var old in current) old.IsCurrent &= old.Key != edit.Key;
        var key = edit.Key ?? await FreeKeyAsync(db, edit.Definition.Name, cancel);
        db.SupportPlans.Add(new()
        {
            Key = key,
            Version = edit.Seen + 1,
            IsCurrent = true,
            Definition = edit.Definition,
            MadeAt = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by).At,
            MadeBy = by.Name,
        });
        return (key, null);
    }

    /// <summary>Out of its name: it stays when the name changes.</summary>
    private static async Task<string> FreeKeyAsync(DeskDb db, string name, CancellationToken cancel)
    {
        var letters = new StringBuilder();
        foreach (var letter in Ticket.Fold(name))
        {
            if (char.IsAsciiLetterOrDigit(letter)) letters.Append(letter);
            else if (letters.Length > 0 && letters[^1] != '-') letters.Append('-');
        }

        var said = letters.ToString().Trim('-');
        said = said.Length == 0 ? "nivel" : said[..Math.Min(said.Length, KeyRoom)].Trim('-');
        var taken = (await db.SupportPlans.Select(plan => plan.Key).Distinct().ToListAsync(cancel)).Append(DeskUrls.NewRule).ToHashSet(StringComparer.Ordinal);
        var key = said;
        for (var number = 2; taken.Contains(key); number++) key = FormattableString.Invariant($"{said}-{number}");
        return key;
    }
}
