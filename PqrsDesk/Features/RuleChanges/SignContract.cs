using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>What was drafted, or why nothing was.</summary>
/// <param name="Contract">As it was stored, with its number.</param>
public sealed record DraftOutcome(Contract? Contract, ContractProblem? Problem)
{
    public static implicit operator DraftOutcome(ContractProblem problem) => new(null, problem);
}

/// <summary>Drafts contracts, by hand or out of an accepted quote, and signs them: from then on they promise.</summary>
public sealed class SignContract(DeskWriter writer, ApplyChange changes, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Who keeps contracts, at least.</summary>
    public const Role Needs = Role.Lead;

    public Task<DraftOutcome> DraftAsync(ContractDraft draft, Actor by, CancellationToken cancel) =>
        writer.RunAsync(db => DraftAsync(db, draft, by, cancel), cancel, outcome => outcome.Problem is null);

    /// <summary>In the caller's own transaction, in which a quote is marked as accepted, too. With a problem nothing was added.</summary>
    public async Task<DraftOutcome> DraftAsync(DeskDb db, ContractDraft draft, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Needs)) return (ContractProblem)ContractProblemCode.NotAllowed;
        await db.LockContractsAsync(cancel);
        draft = draft.Tidy();
        if (draft.Refuse(await db.FactsAsync(draft, null, cancel)) is { } problem) return problem;
        var now = Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by);
        var contract = Contract.Draft(draft, draft.Number ?? await db.NextContractNumberAsync(now.On.Year, cancel), now.At, by.Name);
        db.Contracts.Add(contract);
        await db.SaveChangesAsync(cancel);
        return new(contract, null);
    }

    /// <summary>To be shown by <see cref="PreviewChange"/> and done by <see cref="ApplyChange"/>.</summary>
    /// <param name="seen">The version that was before the eyes of whoever signs.</param>
    public static RuleAct Act(int contractId, int seen) => new(Needs, async (db, book, now, cancel) =>
    {
        await db.LockContractsAsync(cancel);
        if (await db.ContractAsync(contractId, cancel) is not { } contract) return (Domain.Sla.SlaProblem)(ContractProblem)ContractProblemCode.ContractUnknown;
        var problem = contract.State == ContractState.Draft ? contract.ToDraft().Refuse(await db.FactsAsync(contract.ToDraft(), contract, cancel)) : null;
        if ((problem ?? contract.Sign(seen, now.At, now.By.Name)) is { } wrong) return (Domain.Sla.SlaProblem)wrong;
        return await db.FollowContractsAsync(book, [contractId], cancel);
    });

    public Task<ApplyOutcome> RunAsync(int contractId, int seen, ApplyTo to, Actor by) => changes.RunAsync(Act(contractId, seen), to, by);
}
