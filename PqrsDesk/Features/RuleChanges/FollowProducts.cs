using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>The class or the name of a product is another: what the contracts for it promise follows.</summary>
public sealed class FollowProducts(StoreChange store)
{
    /// <summary>Done with <paramref name="change"/>, to be shown by <see cref="PreviewChange"/> and applied by <see cref="ApplyChange"/>.</summary>
    /// <param name="change">Changes the products; says why not, or null.</param>
    public static RuleAct With(Role needs, IReadOnlyCollection<int> products, Func<DeskDb, CancellationToken, Task<SlaProblem?>> change) =>
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
    public Task StoreAsync(DeskDb db, IReadOnlyCollection<int> products, Actor by, CancellationToken cancel) => StoreAsync(db, products, _ => [], by, cancel);

    /// <summary>The same of one that has another name: also the policies that somebody wrote for it, which ask for it by its name.</summary>
    /// <inheritdoc cref="StoreAsync(DeskDb, IReadOnlyCollection{int}, Actor, CancellationToken)"/>
    public Task RenamedAsync(DeskDb db, int product, string from, string to, Actor by, CancellationToken cancel) => StoreAsync(db, [product], book => DerivedPolicies.Renamed(book, from, to), by, cancel);

    private async Task StoreAsync(DeskDb db, IReadOnlyCollection<int> products, Func<SlaBook, IEnumerable<SlaEdit.OfPolicy>> more, Actor by, CancellationToken cancel)
    {
        var stored = await store.StoreAsync(db, new(Role.Agent, async (_, book, _, _) =>
        {
            var followed = await db.FollowProductsAsync(book, products, cancel);
            return followed with { Policies = [.. followed.Policies, .. more(book)] };
        }), by, cancel);
        if (stored.Problem is { } problem) throw new InvalidOperationException($"The contracts did not follow: {problem.Code}.");
    }
}
