using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>
/// A class is approved: in the same transaction the contracts for that product promise by it. What is filed from then on
/// gets it; open cases keep theirs until somebody has seen which would move, and brings them along (<see cref="FollowProducts.Again"/>).
/// </summary>
public sealed class ContractsFollowCriticality(FollowProducts follow, SlaShelf shelf) : ICriticalityFollower
{
    public Task FollowAsync(DeskDb db, ApprovedCriticality approved, CancellationToken cancel) =>
        follow.StoreAsync(db, [approved.ProductId], new Actor(ActorKind.Staff, null, approved.By, Role.Lead), cancel);

    public void Refresh() => shelf.Refresh();
}
