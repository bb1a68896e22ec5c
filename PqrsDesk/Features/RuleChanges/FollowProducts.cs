using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>The class or the name of a product is another: what the contracts for it promise follows.</summary>
public sealed class FollowProducts(StoreChange store)
{
    /// <summary>Done with <paramref name="change"/>, to be shown by <see cref="PreviewChange"/> and applied by <see cref="ApplyChange"/>.</summary>
    /// <param name="change">Changes the products; says why not, or null.</param>
    public static RuleAct With(Role needs, IReadOnlyCollection<int> products, Func<DeskDb, CancellationToken, Task<Domain.Sla.SlaProblem?>> change) =>
        new(needs, async (db, book, _, cancel) => await change(db, cancel) is { } problem ? problem : await db.FollowProductsAsync(book, products, cancel));

    /// <summary>Brings the open cases that were left on earlier terms to what the contracts for those products promise now.</summary>
    public static RuleAct Again(Role needs, IReadOnlyCollection<int> products) => new(needs, async (db, book, _, cancel) =>
    {
        var edit = await db.FollowProductsAsync(book, products, cancel);
        return edit with { Again = [.. book.Current.Select(terms => terms.Policy.Key).Where(key => ContractPolicies.ProductOf(key) is { } product && products.Contains(product))] };
    });

    /// <summary>In the caller's own transaction, for what is filed from now on: open cases keep what they were promised.</summary>
    /// <remarks>The caller, once it has committed, calls <see cref="SlaShelf.Refresh"/>.</remarks>
    /// <param name="db">With what was changed of the products in it.</param>
    /// <exception cref="InvalidOperationException">The rules refused what follows: nothing of the caller's act is to be kept.</exception>
    public async Task StoreAsync(DeskDb db, IReadOnlyCollection<int> products, Actor by, CancellationToken cancel)
    {
        var stored = await store.StoreAsync(db, new(Role.Agent, async (_, book, _, _) => await db.FollowProductsAsync(book, products, cancel)), by, cancel);
        if (stored.Problem is { } problem) throw new InvalidOperationException($"The contracts did not follow: {problem.Code}.");
    }
}
