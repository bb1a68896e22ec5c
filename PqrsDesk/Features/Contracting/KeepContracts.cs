using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Contracting;

/// <summary>What is done to contracts after they were drafted. What changes a promise is an act that is shown before it is done.</summary>
public sealed class KeepContracts(DeskWriter writer, SignContract sign, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>A draft says something else: nothing was promised by it.</summary>
    public Task<ContractProblem?> RewriteAsync(int id, int seen, ContractDraft draft, Actor by, CancellationToken cancel) => DraftAsync(id, by, async (db, contract, now) =>
        contract.State != ContractState.Draft ? ContractProblemCode.NotADraft : await ChangeAsync(db, contract, seen, draft, now, cancel), cancel);

    public Task<ContractProblem?> DropAsync(int id, int seen, Actor by, CancellationToken cancel) => DraftAsync(id, by, (db, contract, _) =>
    {
        if (contract.State != ContractState.Draft) return Task.FromResult<ContractProblem?>(ContractProblemCode.NotADraft);
        if (contract.Version != seen) return Task.FromResult<ContractProblem?>(ContractProblemCode.ChangedMeanwhile);
        db.Contracts.Remove(contract);
        return Task.FromResult<ContractProblem?>(null);
    }, cancel);

    /// <summary>Drafts the successor: the same, for as long again.</summary>
    public Task<DraftOutcome> RenewAsync(int id, Actor by, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        await db.LockContractsAsync(cancel);
        if (await db.ContractAsync(id, cancel) is not { IsAgreed: true } contract) return (ContractProblem)ContractProblemCode.NotSigned;
        if (await db.Contracts.Where(other => other.SucceedsId == id).Select(other => other.Number).FirstOrDefaultAsync(cancel) is { } successor)
            return new ContractProblem(ContractProblemCode.AlreadyRenewed, null, successor);

        // On the plan as it is offered now: the old version is kept by those who have it, and not signed again.
        var offered = await db.SupportPlans.Where(plan => plan.IsCurrent && plan.Key == contract.Plan!.Key).Select(plan => plan.Id).SingleOrDefaultAsync(cancel);
        var draft = await sign.DraftAsync(db, contract.Successor() with { PlanId = offered }, by, cancel);
        if (draft.Contract is { } next)
        {
            contract.Keep(ContractStepKind.Renewed, next.Steps[0].At, by.Name, next.Number);
            contract.Version++;
        }

        return draft;
    }, cancel, outcome => outcome.Problem is null);

    /// <summary>What is signed says something else.</summary>
    public static RuleAct Amend(int id, int seen, ContractDraft draft) => Act(id, async (db, contract, _, now, cancel) => await ChangeAsync(db, contract, seen, draft, now, cancel));

    /// <summary>It takes over the version of its plan that is offered now.</summary>
    public static RuleAct TakeOver(int id, int seen, int planId) => Act(id, async (db, contract, _, now, cancel) =>
        await ChangeAsync(db, contract, seen, contract.ToDraft() with { PlanId = planId }, now, cancel));

    public static RuleAct Terminate(int id, int seen, DateOnly lastDay, string? reason) =>
        Act(id, (_, contract, _, now, _) => Task.FromResult(contract.Terminate(lastDay, reason, seen, now.At, now.By.Name)));

    /// <summary>Open cases that were left on earlier terms are brought to what it promises now.</summary>
    public static RuleAct CatchUp(int id) => new(SignContract.Needs, async (db, book, _, cancel) =>
    {
        var edit = await db.FollowContractsAsync(book, [id], cancel);
        return edit with { Again = [.. book.OfContract(id).Select(terms => terms.Policy.Key)] };
    });

    private static RuleAct Act(int id, Func<DeskDb, Contract, SlaBook, Moment, CancellationToken, Task<ContractProblem?>> change) => new(SignContract.Needs, async (db, book, now, cancel) =>
    {
        await db.LockContractsAsync(cancel);
        var problem = await db.ContractAsync(id, cancel) is not { } contract ? ContractProblemCode.ContractUnknown
            : contract.State == ContractState.Draft ? ContractProblemCode.NotSigned
            : await change(db, contract, book, now, cancel);
        return problem is { } wrong ? (RuleAsk)(SlaProblem)wrong : await db.FollowContractsAsync(book, [id], cancel);
    });

    private static async Task<ContractProblem?> ChangeAsync(DeskDb db, Contract contract, int seen, ContractDraft draft, Moment now, CancellationToken cancel)
    {
        draft = draft.Tidy() with { CustomerId = contract.CustomerId };
        if (draft.Refuse(await db.FactsAsync(draft, contract, cancel)) is { } problem) return problem;
        return contract.Change(draft, seen, await db.SupportPlans.SingleAsync(plan => plan.Id == draft.PlanId, cancel), now.At, now.By.Name);
    }

    private Task<ContractProblem?> DraftAsync(int id, Actor by, Func<DeskDb, Contract, Moment, Task<ContractProblem?>> change, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        if (!by.Is(SignContract.Needs)) return ContractProblemCode.NotAllowed;
        await db.LockContractsAsync(cancel);
        if (await db.ContractAsync(id, cancel) is not { } contract) return ContractProblemCode.ContractUnknown;
        return await change(db, contract, Moment.Of(clock.GetUtcNow(), (await shelf.BookAsync()).Zone, by));
    }, cancel, problem => problem is null);
}
