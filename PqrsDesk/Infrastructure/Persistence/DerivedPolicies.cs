using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The policies that follow from contracts, as they stand in the caller's transaction: what it changed is saved first.</summary>
public static class DerivedPolicies
{
    public static Task<SlaEdit.OfContracts> FollowContractsAsync(this DeskDb db, SlaBook book, IReadOnlyCollection<int> contracts, CancellationToken cancel) =>
        FollowAsync(db, book, db.Contracts.Where(contract => contracts.Contains(contract.Id)), cancel);

    /// <summary>Of all contracts for those products: their class was approved, or their name is another.</summary>
    public static Task<SlaEdit.OfContracts> FollowProductsAsync(this DeskDb db, SlaBook book, IReadOnlyCollection<int> products, CancellationToken cancel) =>
        FollowAsync(db, book, db.Contracts.Where(contract => contract.Products.Any(each => products.Contains(each.ProductId))), cancel);

    /// <summary>The general policies that ask for a product by a name that it has no more.</summary>
    public static IEnumerable<SlaEdit.OfPolicy> Renamed(SlaBook book, string from, string to) =>
        book.General.Select(terms => terms.Policy).Where(policy => policy.Definition.Products.Contains(from, StringComparer.OrdinalIgnoreCase)).Select(policy => new SlaEdit.OfPolicy(
            policy.Key, policy.Version, policy.Order, book.Calendars.First(calendar => calendar.Id == policy.CalendarVersionId).Key, policy.Definition with
            {
                Products = [.. policy.Definition.Products.Select(name => string.Equals(name, from, StringComparison.OrdinalIgnoreCase) ? to : name).Distinct(StringComparer.OrdinalIgnoreCase)],
            }));

    private static async Task<SlaEdit.OfContracts> FollowAsync(DeskDb db, SlaBook book, IQueryable<Contract> which, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var contracts = await which.Where(contract => contract.State != ContractState.Draft).Include(contract => contract.Plan).Include(contract => contract.Products)
            .AsSplitQuery().AsNoTracking().OrderBy(contract => contract.Id).ToListAsync(cancel);
        var wanted = contracts.SelectMany(contract => contract.Products).Select(each => each.ProductId).Distinct().ToList();
        var products = await db.Products.AsNoTracking().Where(product => wanted.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);
        return ContractPolicies.Follow(contracts, products, book);
    }
}
