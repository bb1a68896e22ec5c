using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Contracting;

/// <summary>Which contracts a list shows.</summary>
public enum ContractScope
{
    /// <summary>In force today.</summary>
    Running = 1,
    Draft = 2,

    /// <summary>Those that run and end within <see cref="ReadContracts.SoonDays"/>.</summary>
    Ending = 3,
    Over = 4,
    All = 5,

    /// <summary>Signed, and not begun.</summary>
    Coming = 6,
}

/// <param name="Now">What is used of the span of today; null where nothing is counted, or it does not run.</param>
public sealed record ContractRow(
    int Id, string Number, int CustomerId, string Customer, string Plan, int PlanVersion, IReadOnlyList<string> Products, DateOnly From, DateOnly Until, ContractPhase Phase, Consumption? Now);

/// <param name="More">There are more than are shown.</param>
public sealed record ContractList(IReadOnlyList<ContractRow> Rows, IReadOnlyDictionary<ContractScope, int> Counts, bool More, DateOnly Today);

public sealed class ReadContracts(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    public const int SoonDays = 60;
    public const int Most = 200;

    /// <param name="customer">Only those of that customer.</param>
    /// <param name="words">Of the number, or of the customer's name.</param>
    public async Task<ContractList> RunAsync(ContractScope scope, int? customer, string? words, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        var all = db.Contracts.AsNoTracking().AsQueryable();
        if (customer is { } of) all = all.Where(contract => contract.CustomerId == of);
        if (!string.IsNullOrWhiteSpace(words))
        {
            // Few enough to be read whole: accents and case do not matter.
            var sought = Ticket.Fold(words.Trim());
            var known = await db.Contracts.Select(contract => new { contract.Id, contract.Number, contract.Customer!.Name }).ToListAsync(cancel);
            var ids = known.Where(each => Ticket.Fold($"{each.Number} {each.Name}").Contains(sought, StringComparison.Ordinal)).Select(each => each.Id).ToList();
            all = all.Where(contract => ids.Contains(contract.Id));
        }

        var counts = new Dictionary<ContractScope, int>();
        foreach (var each in Enum.GetValues<ContractScope>()) counts[each] = await Within(all, each, today).CountAsync(cancel);
        var found = await Within(all, scope, today).Include(contract => contract.Customer).Include(contract => contract.Plan).Include(contract => contract.Products).AsSplitQuery()
            .OrderBy(contract => contract.Until).ThenBy(contract => contract.Id).Take(Most + 1).ToListAsync(cancel);
        var shown = found.Take(Most).ToList();
        var names = await db.Products.ToDictionaryAsync(product => product.Id, product => product.Name, cancel);
        var used = await db.ConsumptionsAsync(shown.FindAll(contract => contract.HoldsOn(today)), today, cancel);
        return new(
            shown.ConvertAll(contract => new ContractRow(
                contract.Id, contract.Number, contract.CustomerId, contract.Customer!.Name, contract.Plan!.Definition.Name, contract.Plan.Version,
                [.. contract.Products.Select(product => names[product.ProductId]).Order(StringComparer.CurrentCulture)], contract.From, contract.EndsOn, contract.PhaseOn(today), used.GetValueOrDefault(contract.Id))),
            counts, found.Count > Most, today);
    }

    private static IQueryable<Contract> Within(IQueryable<Contract> all, ContractScope scope, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        return scope switch
        {
            ContractScope.Draft => all.Where(contract => contract.State == ContractState.Draft),
            ContractScope.Coming => all.Where(contract => contract.State != ContractState.Draft && contract.From > today && (contract.TerminatedOn == null || contract.TerminatedOn >= today)),
            ContractScope.Running => all.Where(contract => contract.State != ContractState.Draft && contract.From <= today && contract.Until >= today && (contract.TerminatedOn == null || contract.TerminatedOn >= today)),
            ContractScope.Ending => all.Where(contract => contract.State != ContractState.Draft && contract.From <= today && contract.Until >= today && (contract.TerminatedOn == null || contract.TerminatedOn >= today)
                && (contract.Until <= soon || contract.TerminatedOn <= soon)),
            ContractScope.Over => all.Where(contract => contract.State != ContractState.Draft && (contract.Until < today || contract.TerminatedOn < today)),
            _ => all,
        };
    }
}
