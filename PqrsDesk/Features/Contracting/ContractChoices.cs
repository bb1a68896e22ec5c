using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Contracting;

/// <summary>What a contract's form offers.</summary>
/// <param name="Products">Those that are active, and those that it has.</param>
/// <param name="Plans">Versions on offer, and the one that it has.</param>
/// <param name="Calendars">Names of the calendars, by their keys.</param>
public sealed record ContractChoices(
    IReadOnlyList<NamedChoice> Customers, IReadOnlyList<Product> Products, IReadOnlyList<SupportPlan> Plans, IReadOnlyDictionary<string, string> Calendars, DateOnly Today)
{
    public static async Task<ContractChoices> ReadAsync(DeskDb db, Domain.Sla.SlaBook book, DateTimeOffset now, Contract? of, CancellationToken cancel)
    {
        var own = of?.Products.ConvertAll(product => product.ProductId) ?? [];
        var plan = of?.PlanId ?? 0;
        var plans = await db.SupportPlans.AsNoTracking().Where(each => each.IsCurrent || each.Id == plan).ToListAsync(cancel);
        return new(
            await db.Customers.OrderBy(customer => customer.Name).Select(customer => new NamedChoice(customer.Id, customer.Name)).ToListAsync(cancel),
            await db.Products.AsNoTracking().Where(product => product.Active || own.Contains(product.Id)).OrderBy(product => product.Name).ToListAsync(cancel),
            [.. plans.Where(each => each.Id == plan || !each.Definition.IsRetired).OrderBy(each => each.Definition.Name, StringComparer.CurrentCulture).ThenBy(each => each.Version)],
            book.CurrentCalendars.ToDictionary(calendar => calendar.Key, calendar => calendar.Definition.Name),
            book.DateOf(now));
    }
}
