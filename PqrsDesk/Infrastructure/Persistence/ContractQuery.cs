using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What contracts are held against.</summary>
public static class ContractQuery
{
    /// <summary>Those who write contracts stand in line: none is checked against what another is about to sign.</summary>
    public static async Task LockContractsAsync(this DeskDb db, CancellationToken cancel)
    {
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-contracts'))", cancel);
    }

    /// <param name="of">The contract that the draft is to become the text of; null: a new one.</param>
    public static async Task<ContractFacts> FactsAsync(this DeskDb db, ContractDraft draft, Contract? of, CancellationToken cancel)
    {
        var own = of?.Id ?? 0;
        var plan = await db.SupportPlans.AsNoTracking().SingleOrDefaultAsync(each => each.Id == draft.PlanId, cancel);
        var others = await db.Contracts.AsNoTracking().Include(contract => contract.Products)
            .Where(contract => contract.CustomerId == draft.CustomerId && contract.Id != own && contract.State != ContractState.Draft).ToListAsync(cancel);
        return new(
            await db.Customers.AnyAsync(customer => customer.Id == draft.CustomerId, cancel),
            await db.Products.Where(product => draft.Products.Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => product.Name, cancel),
            plan,

            // What was quoted is promised, also when the plan has become another since.
            plan is not null && (plan.Id == of?.PlanId || draft.QuoteNumber is not null || (plan.IsCurrent && !plan.Definition.IsRetired)),
            plan?.Definition.CalendarKey is { } key && await db.Calendars.AnyAsync(calendar => calendar.IsCurrent && calendar.Key == key, cancel),
            draft.Number is { } number && await db.Contracts.AnyAsync(contract => contract.Number == number && contract.Id != own, cancel),
            others.ConvertAll(ContractSpan.Of));
    }

    public static Task<Contract?> ContractAsync(this DeskDb db, int id, CancellationToken cancel) =>
        db.Contracts.Include(contract => contract.Products).Include(contract => contract.Plan).AsSplitQuery().SingleOrDefaultAsync(contract => contract.Id == id, cancel);

    /// <summary>The next that is free in a year, whoever gave the others.</summary>
    public static async Task<string> NextContractNumberAsync(this DeskDb db, int year, CancellationToken cancel)
    {
        var beginning = Contract.NumberOf(year, 0)[..^4];
        var taken = (await db.Contracts.Where(contract => contract.Number.StartsWith(beginning)).Select(contract => contract.Number).ToListAsync(cancel)).ToHashSet();
        for (var sequence = taken.Count + 1; ; sequence++)
            if (Contract.NumberOf(year, sequence) is var number && !taken.Contains(number)) return number;
    }
}
