using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

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
}
