using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Reads how available products were.</summary>
public sealed class ReadAvailability(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <param name="month">Any day of it.</param>
    /// <returns>Null when there is no such product.</returns>
    public async Task<MonthAvailability?> MonthAsync(int productId, DateOnly month, CancellationToken cancel) =>
        (await MonthAsync([productId], month, cancel)).GetValueOrDefault(productId);

    /// <summary>The same month of some products, by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, MonthAvailability>> MonthAsync(IReadOnlyCollection<int> productIds, DateOnly month, CancellationToken cancel)
    {
        var book = await BookAsync(productIds, month, cancel);
        return book.Products.ToDictionary(product => product.Id, product => book.Month(product, month));
    }

    /// <param name="productIds">Null: all.</param>
    /// <param name="since">Any day of the first month that is looked at.</param>
    public async Task<AvailabilityBook> BookAsync(IReadOnlyCollection<int>? productIds, DateOnly since, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await BookAsync(db, productIds, since, cancel);
    }

    /// <inheritdoc cref="BookAsync(IReadOnlyCollection{int}?, DateOnly, CancellationToken)"/>
    public async Task<AvailabilityBook> BookAsync(DeskDb db, IReadOnlyCollection<int>? productIds, DateOnly since, CancellationToken cancel)
    {
        var rules = await shelf.BookAsync();
        var from = LocalSpans.Month(since, rules.Zone).From;
        var products = await db.Products.AsNoTracking().Where(product => productIds == null || productIds.Contains(product.Id)).OrderBy(product => product.Name).ToListAsync(cancel);
        var watches = await db.PlatformWatches.AsNoTracking().Where(watch => productIds == null || productIds.Contains(watch.ProductId)).ToDictionaryAsync(watch => watch.ProductId, cancel);
        var outages = await db.Outages.AsNoTracking().Include(outage => outage.Updates.OrderBy(update => update.Id)).Where(outage => (productIds == null || productIds.Contains(outage.ProductId)) && (outage.Until == null || outage.Until > from)).ToListAsync(cancel);

        // One that comes again may have begun long ago: they are few.
        var planned = await db.PlannedDowntimes.AsNoTracking().Where(work => (productIds == null || productIds.Contains(work.ProductId)) && (work.Until > from || work.Repeat != PlannedRepeat.None)).ToListAsync(cancel);
        return new(
            rules.Zone, clock.GetUtcNow(), [.. products.Select(product => new WatchedProduct(product.Id, product.Name, product.Active, HoursOf(product.CalendarKey, rules, out var name), name, watches.GetValueOrDefault(product.Id)))],
            outages, planned, await PromisesAsync(db, rules, productIds, LocalSpans.FirstOf(since), cancel));
    }

    private static async Task<IReadOnlyList<AvailabilityPromise>> PromisesAsync(DeskDb db, SlaBook rules, IReadOnlyCollection<int>? productIds, DateOnly since, CancellationToken cancel)
    {
        var contracts = await db.Contracts.AsNoTracking().Where(contract => contract.State != ContractState.Draft && contract.Until >= since && (contract.TerminatedOn == null || contract.TerminatedOn >= since) && contract.Products.Any(product => productIds == null || productIds.Contains(product.ProductId)))
            .Include(contract => contract.Products).Include(contract => contract.Steps.Where(step => step.Kind == ContractStepKind.PlanMoved)).AsSplitQuery().ToListAsync(cancel);
        if (contracts.Count == 0) return [];
        var spans = contracts.SelectMany(contract => contract.PlansByMonth(rules.DateOf), (contract, span) => (Contract: contract, Span: span)).ToList();
        int[] ids = [.. spans.Select(each => each.Span.PlanId).Distinct()];
        var plans = await db.SupportPlans.AsNoTracking().Where(plan => ids.Contains(plan.Id)).ToDictionaryAsync(plan => plan.Id, plan => plan.Definition.AvailabilityPercent, cancel);
        return
        [
            .. from each in spans
               where plans.GetValueOrDefault(each.Span.PlanId) is not null
               from product in each.Contract.Products
               select new AvailabilityPromise(product.ProductId, each.Span.From, each.Span.Until, plans[each.Span.PlanId]!.Value, each.Contract.Number),
        ];
    }

    private static BusinessCalendar HoursOf(string? key, SlaBook rules, out string? name)
    {
        var version = key is null ? null : rules.CurrentCalendar(key);
        name = version?.Definition.Name;
        return version is null ? LocalSpans.DayAndNight(rules.Zone) : rules.Calendar(version.Id);
    }
}
