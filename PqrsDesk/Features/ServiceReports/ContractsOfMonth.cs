using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>The contracts that were in force on a day of a customer's month, with what they promise and what was used of them.</summary>
internal sealed record ContractsOfMonth(IReadOnlyList<Contract> Contracts, IReadOnlyDictionary<int, Domain.Catalogue.Product> Products, IReadOnlyList<ContractLine> Lines)
{
    public static async Task<ContractsOfMonth> ReadAsync(DeskDb db, int customerId, Cut cut, CancellationToken cancel)
    {
        var (from, to) = (cut.Period.From, cut.Period.To);
        var contracts = (await db.Contracts.AsNoTracking().Include(contract => contract.Plan).Include(contract => contract.Products).AsSplitQuery()
            .Where(contract => contract.CustomerId == customerId && contract.State != ContractState.Draft && contract.From <= to && contract.Until >= from)
            .OrderBy(contract => contract.Number).ToListAsync(cancel)).Where(contract => contract.EndsOn >= from).ToList();
        var ids = contracts.SelectMany(contract => contract.Products).Select(product => product.ProductId).Distinct().ToList();
        var products = ids.Count == 0 ? [] : await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);
        List<ContractLine> lines = [];
        foreach (var contract in contracts) lines.Add(await LineAsync(db, contract, products, to, cancel));
        return new(contracts, products, lines);
    }

    /// <summary>By whom a contract's policies were made.</summary>
    public PromiseSource? SourceOf(int contractId) => Contracts.Where(contract => contract.Id == contractId).Select(SourceOf).FirstOrDefault();

    /// <summary>All targets, under which no case need have come: each class of a contract's products has its own.</summary>
    public IReadOnlyList<PromiseRow> Promised =>
    [
        .. from contract in Contracts
           from row in (from product in contract.Products
                        from target in contract.Plan!.Definition.TargetsFor(Products[product.ProductId].Criticality)
                        from kind in (DeadlineKind[])[DeadlineKind.FirstResponse, DeadlineKind.NextResponse, DeadlineKind.Resolution]
                        let minutes = target.Value.MinutesFor(kind)
                        where minutes is not null
                        group Products[product.ProductId].Name by (Kind: kind, Priority: target.Key, Minutes: minutes.Value))
           select new PromiseRow(SourceOf(contract), row.Key.Kind, row.Key.Priority, DeadlineUnit.BusinessMinutes, row.Key.Minutes, Timeliness.None, []) { Platforms = [.. row.Order(StringComparer.Ordinal)] },
    ];

    private static PromiseSource SourceOf(Contract contract) => new(contract.Id, $"{contract.Number} · {contract.Plan!.Definition.Name}");

    /// <summary>What was used up to the end of the month: of the month, or of the whole term where it is counted so.</summary>
    private static async Task<ContractLine> LineAsync(DeskDb db, Contract contract, Dictionary<int, Domain.Catalogue.Product> products, DateOnly to, CancellationToken cancel)
    {
        var used = await db.ConsumptionUpToAsync(contract, to, cancel);
        var plan = contract.Plan!.Definition;
        return new(contract.Number, plan.Name, contract.From, contract.EndsOn, plan.AvailabilityPercent, used.IncludedHours, used.IncludedCases, used.UsedMinutes, used.UsedCases)
        {
            OfTerm = contract.IncludedPer == IncludedPer.Term,
            Platforms = [.. contract.Products.Select(product => products[product.ProductId].Name).Order(StringComparer.Ordinal)],
            OurCommitments = plan.OurCommitments,
            TheirCommitments = plan.TheirCommitments,
        };
    }
}
