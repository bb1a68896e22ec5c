using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>Two organisations were one, or were taken apart again: contracts go along, and promise to whom they belong from then on.</summary>
public sealed class MoveContracts(StoreChange store)
{
    /// <summary>In the caller's own transaction, for what is filed from now on: open cases keep what they were promised.</summary>
    /// <remarks>The caller, once it has committed, calls <see cref="SlaShelf.Refresh"/>.</remarks>
    /// <param name="customerId">To whom.</param>
    public Task<StoredChange> StoreAsync(DeskDb db, IReadOnlyCollection<int> contracts, int customerId, Actor by, CancellationToken cancel) =>
        store.StoreAsync(db, new(Role.Agent, async (_, book, _, _) =>
        {
            await db.LockContractsAsync(cancel);
            foreach (var contract in await db.Contracts.Where(each => contracts.Contains(each.Id)).ToListAsync(cancel))
            {
                contract.CustomerId = customerId;
                contract.Version++;
            }

            return await db.FollowContractsAsync(book, contracts, cancel);
        }), by, cancel);

    /// <summary>Those that a merge moved, in its own transaction.</summary>
    /// <exception cref="InvalidOperationException">The rules refused what follows: nothing of the merge is to be kept.</exception>
    public async Task AlongAsync(DeskDb db, MovedRows moved, int customerId, Actor by, CancellationToken cancel)
    {
        if (moved.Of("Contracts.CustomerId") is not { Count: > 0 } contracts) return;
        var stored = await StoreAsync(db, contracts, customerId, by, cancel);
        if (stored.Problem is { } problem) throw new InvalidOperationException($"The contracts did not go along: {problem.Code}.");
        await db.SaveChangesAsync(cancel);
    }
}
