using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Quoting;

/// <summary>What the desk knows of a customer, to begin with.</summary>
/// <param name="Users">People of theirs who are known.</param>
/// <param name="CasesPerMonth">On average, rounded up; of like customers when they have none of their own. Null: nobody knows.</param>
/// <param name="Alike">It is of other customers of the same category.</param>
public sealed record CustomerPast(int Id, string Name, int Users, int? CasesPerMonth, bool Alike);

/// <summary>Looks back a year: how much a customer asked for, and how contracts were kept.</summary>
public sealed class ReadPast(IDbContextFactory<DeskDb> desk, KpiReader kpis, SlaShelf shelf, TimeProvider clock)
{
    private const int Days = 365;
    private const double DaysOfMonth = Days / 12d;

    /// <returns>Null: there is no customer of that name.</returns>
    public async Task<CustomerPast?> OfCustomerAsync(string name, CancellationToken cancel)
    {
        var typed = name.Trim();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var customer = await db.Customers.Where(each => each.Name == typed).Select(each => new { each.Id, each.Name, each.ServiceLevel }).FirstOrDefaultAsync(cancel);
        if (customer is null) return null;
        var since = clock.GetUtcNow().AddDays(-Days);
        var users = await db.Contacts.CountAsync(contact => contact.CustomerId == customer.Id, cancel);
        var own = await CasesAsync(db, [customer.Id], since, cancel);
        if (own is { } cases) return new(customer.Id, customer.Name, users, cases, Alike: false);
        return new(customer.Id, customer.Name, users, await OfLikeAsync(db, customer.Id, customer.ServiceLevel, since, cancel), Alike: true);
    }

    /// <summary>How contracts of a plan were kept in a year, as the report of a month counts it; where none of their promises is decided yet, all of the desk's, of the priorities that it names.</summary>
    /// <returns>Null: nothing is decided.</returns>
    public async Task<PastCompliance?> OfPlanAsync(PlanChoice plan, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var now = clock.GetUtcNow();
        var today = book.DateOf(now);
        var year = new Period(today.AddDays(1 - Days), today);
        return await OfContractsAsync(plan, new Cut(year, book.Zone, now), cancel) ?? await OfDeskAsync(plan, year, cancel);
    }

    private async Task<PastCompliance?> OfContractsAsync(PlanChoice plan, Cut cut, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var contracts = await db.Contracts.Where(contract => db.SupportPlans.Any(each => each.Id == contract.PlanId && each.Key == plan.Key))
            .Select(contract => new { contract.Id, contract.CustomerId }).ToListAsync(cancel);
        if (contracts.Count == 0) return null;
        var keys = contracts.Select(contract => ContractPolicies.KeysOf(contract.Id)).ToList();
        var policies = (await db.Policies.Where(policy => policy.Key.StartsWith("contract-")).Select(policy => new { policy.Id, policy.Key }).ToListAsync(cancel))
            .Where(policy => keys.Exists(key => policy.Key.StartsWith(key, StringComparison.Ordinal))).Select(policy => (int?)policy.Id).ToList();
        var customers = contracts.Select(contract => (int?)contract.CustomerId).Distinct().ToList();
        var stood = db.Tickets.Where(ticket => customers.Contains(ticket.CustomerId) && policies.Contains(ticket.PolicyVersionId)
            && ticket.Status != TicketStatus.Voided && ticket.Status != TicketStatus.Merged);
        return PastCompliance.Of(await stood.KeptAsync(cut, cancel), ComplianceGround.SamePlan);
    }

    private async Task<PastCompliance?> OfDeskAsync(PlanChoice plan, Period year, CancellationToken cancel)
    {
        await using var reading = await kpis.OpenAsync(null, cancel);
        return PastCompliance.Of(await reading.KeptAsync(year, plan.Priorities, cancel), ComplianceGround.SamePriorities);
    }

    /// <summary>A month's cases on average since the first of them, in a year at most; null: none.</summary>
    private async Task<int?> CasesAsync(DeskDb db, int[] customers, DateTimeOffset since, CancellationToken cancel)
    {
        var theirs = customers.Select(id => (int?)id).ToList();
        var filed = db.Tickets.Where(ticket => theirs.Contains(ticket.CustomerId) && ticket.FiledAt >= since);
        var count = await filed.CountAsync(cancel);
        if (count == 0) return null;
        var first = await filed.MinAsync(ticket => ticket.FiledAt, cancel);
        var months = Math.Max(1, (clock.GetUtcNow() - first).TotalDays / DaysOfMonth);
        return (int)Math.Ceiling(count / months / customers.Length);
    }

    private async Task<int?> OfLikeAsync(DeskDb db, int customer, ServiceLevel level, DateTimeOffset since, CancellationToken cancel)
    {
        var alike = await db.Customers.Where(each => each.ServiceLevel == level && each.Id != customer && db.Tickets.Any(ticket => ticket.CustomerId == each.Id && ticket.FiledAt >= since))
            .OrderBy(each => each.Id).Select(each => each.Id).Take(50).ToArrayAsync(cancel);
        return alike.Length == 0 ? null : await CasesAsync(db, alike, since, cancel);
    }
}
