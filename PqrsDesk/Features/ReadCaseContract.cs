using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>The contract that a case stands on, as its page shows it.</summary>
/// <param name="Criticality">Of the product, as it is approved now.</param>
/// <param name="Now">Of the span of today, or of its last.</param>
public sealed record CaseContract(int Id, string Number, int CustomerId, string Plan, int PlanVersion, CriticalityClass? Criticality, DateOnly From, DateOnly Until, ContractPhase Phase, Consumption Now);

/// <summary>Read only for cases that stand on one.</summary>
public sealed class ReadCaseContract(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <param name="product">As the case names it.</param>
    public async Task<CaseContract?> RunAsync(int contractId, string? product, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Contracts.AsNoTracking().Where(contract => contract.Id == contractId)
            .Select(contract => new
            {
                Contract = contract,
                contract.Plan!.Definition,
                contract.Plan.Version,
                Class = db.Products.Where(each => each.Name == product).Select(each => each.Criticality).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancel);
        if (found is not { Contract: { } it }) return null;
        var today = (await shelf.BookAsync()).DateOf(clock.GetUtcNow());
        return new(it.Id, it.Number, it.CustomerId, found.Definition.Name, found.Version, found.Class, it.From, it.EndsOn, it.PhaseOn(today), await db.ConsumptionAsync(it, it.SpanOn(today), cancel));
    }
}
