using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A class that was approved a moment ago.</summary>
/// <param name="Before">Null: it had none.</param>
/// <param name="PlanKey">The support plan that was proposed with it; null: none.</param>
public sealed record ApprovedCriticality(int ProductId, string ProductName, CriticalityClass? Before, CriticalityClass Class, DateOnly ReviewOn, string? PlanKey, DateTimeOffset At, string By);

/// <summary>Does what follows from an approved class, in the transaction that approves it: with it or not at all. Whoever wants to, registers one.</summary>
public interface ICriticalityFollower
{
    /// <param name="db">The product carries the new class already; it is saved with whatever is changed here.</param>
    Task FollowAsync(DeskDb db, ApprovedCriticality approved, CancellationToken cancel);

    /// <summary>Called after the commit: what is kept at hand of it is read again.</summary>
    void Refresh()
    {
    }
}
