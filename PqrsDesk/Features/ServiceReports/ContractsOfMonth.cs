using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>The contracts that were in force on a day of a customer's month, with what they promised then and what was used of them.</summary>
/// <param name="Products">All that they were for in the month.</param>
/// <param name="Promised">All targets, under which no case need have come.</param>
internal sealed record ContractsOfMonth(
    IReadOnlyList<Contract> Contracts, IReadOnlyDictionary<int, Domain.Catalogue.Product> Products, IReadOnlyList<ContractLine> Lines, IReadOnlyList<PromiseRow> Promised, IReadOnlyDictionary<int, PromiseSource> Sources)
{
    public static async Task<ContractsOfMonth> ReadAsync(DeskDb db, int customerId, Cut cut, SlaBook book, CancellationToken cancel)
    {
        var (from, to) = (cut.Period.From, cut.Period.To);
        var contracts = (await db.Contracts.AsNoTracking().Include(contract => contract.Plan).Include(contract => contract.Products).Include(contract => contract.Steps).AsSplitQuery()
            .Where(contract => contract.CustomerId == customerId && contract.State != ContractState.Draft && contract.From <= to && contract.Until >= from)
            .OrderBy(contract => contract.Number).ToListAsync(cancel)).Where(contract => contract.EndsOn >= from).ToList();
        if (contracts.Count == 0) return new([], new Dictionary<int, Domain.Catalogue.Product>(), [], [], new Dictionary<int, PromiseSource>());
        var plans = await db.SupportPlans.AsNoTracking().ToListAsync(cancel);
        var held = contracts.ConvertAll(contract => HeldContract.Of(contract, [.. book.AllTerms.Select(terms => terms.Policy).Where(policy => policy.Definition.ContractId == contract.Id)], plans, cut.Period, book.Zone));
        var ids = held.SelectMany(each => each.Products).Distinct().ToList();
        var products = await db.Products.AsNoTracking().Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, cancel);
        List<ContractLine> lines = [];
        foreach (var each in held) lines.Add(await LineAsync(db, each, products, to, cancel));
        return new(contracts, products, lines, [.. held.SelectMany(each => each.Rows(products, book.Zone))], held.ToDictionary(each => each.Contract.Id, each => each.Source));
    }

    /// <summary>By whom a contract's policies were made.</summary>
    public PromiseSource? SourceOf(int contractId) => Sources.GetValueOrDefault(contractId);

    /// <summary>What was used up to the end of the month: of the month, or of the whole term where it is counted so.</summary>
    private static async Task<ContractLine> LineAsync(DeskDb db, HeldContract held, Dictionary<int, Domain.Catalogue.Product> products, DateOnly to, CancellationToken cancel)
    {
        var (contract, plan) = (held.Contract, held.Plan);
        var used = await db.ConsumptionUpToAsync(contract, to, cancel);
        return new(contract.Number, plan.Name, contract.From, contract.EndsOn, plan.AvailabilityPercent, used.IncludedHours, used.IncludedCases, used.UsedMinutes, used.UsedCases)
        {
            OfTerm = contract.IncludedPer == IncludedPer.Term,
            Platforms = [.. held.Products.Where(products.ContainsKey).Select(product => products[product].Name).Order(StringComparer.Ordinal)],
            OurCommitments = plan.OurCommitments,
            TheirCommitments = plan.TheirCommitments,
        };
    }
}

/// <summary>A contract as it stood in a month.</summary>
/// <param name="Plan">The last that it stood on in the month.</param>
/// <param name="Products">What it was for in the month.</param>
/// <param name="Terms">What it promised of them, cut to the month.</param>
internal sealed record HeldContract(Contract Contract, PlanDefinition Plan, IReadOnlyList<int> Products, IReadOnlyList<HeldTerms> Terms, Stretch Month)
{
    private static readonly DeadlineKind[] Kinds = [DeadlineKind.FirstResponse, DeadlineKind.NextResponse, DeadlineKind.Resolution];

    public PromiseSource Source { get; } = new(Contract.Id, $"{Contract.Number} · {Plan.Name}");

    public static HeldContract Of(Contract contract, IReadOnlyList<SlaPolicy> versions, IReadOnlyCollection<SupportPlan> plans, Period period, TimeZoneInfo zone)
    {
        var month = LocalSpans.Month(period.From, zone);
        var terms = ContractHistory.Terms(contract, versions, zone).Select(held => held with { Span = held.Span & month }).Where(held => !held.Span.IsEmpty).ToList();
        var plan = ContractHistory.Plans(contract, plans, zone).LastOrDefault(held => held.From <= period.To && held.Until >= period.From)?.Plan ?? contract.Plan!;
        return new(
            contract, plan.Definition, versions.Count == 0 ? [.. contract.Products.Select(product => product.ProductId)] : [.. terms.Select(held => held.ProductId).Distinct()],
            terms, month & new Stretch(LocalSpans.StartOf(contract.From, zone), LocalSpans.StartOf(contract.EndsOn.AddDays(1), zone)));
    }

    /// <summary>One row for each target. What did not hold in all of the contract's days of the month says when it did.</summary>
    public IEnumerable<PromiseRow> Rows(IReadOnlyDictionary<int, Domain.Catalogue.Product> products, TimeZoneInfo zone) =>
        from row in (from held in Terms
                     from target in held.Policy.Definition.Targets
                     from kind in Kinds
                     let minutes = target.Value.MinutesFor(kind)
                     where minutes is not null
                     group held.Span by (held.ProductId, Kind: kind, Priority: target.Key, Minutes: minutes.Value) into same
                     select (same.Key.ProductId, same.Key.Kind, same.Key.Priority, same.Key.Minutes, Days: When([.. same], zone)))
        group row by (row.Kind, row.Priority, row.Minutes) into target
        select new PromiseRow(Source, target.Key.Kind, target.Key.Priority, DeadlineUnit.BusinessMinutes, target.Key.Minutes, Timeliness.None, [])
        {
            Platforms = [.. target.Select(each => products.GetValueOrDefault(each.ProductId)?.Name).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],

            // One of the platforms had it all the time.
            Days = target.Any(each => each.Days.Count == 0) ? [] : [.. target.SelectMany(each => each.Days).Distinct().OrderBy(days => days.From)],
        };

    private IReadOnlyList<PromisedDays> When(IReadOnlyList<Stretch> spans, TimeZoneInfo zone)
    {
        var held = spans.Aggregate(TimeSpan.Zero, (sum, span) => sum + span.Length);
        if (held == Month.Length) return [];
        var (first, last) = ContractHistory.Days([Month], zone)[0];
        return [.. ContractHistory.Days(spans, zone).Select(days => new PromisedDays(days.From == first ? null : days.From, days.Until == last ? null : days.Until))];
    }
}
