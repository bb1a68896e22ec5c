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
            outages, planned, await PromisesAsync(db, productIds, LocalSpans.FirstOf(since), rules, cancel));
    }

    /// <summary>Of each contract what it promised when, by the version of its plan that held then.</summary>
    private static async Task<IReadOnlyList<AvailabilityPromise>> PromisesAsync(DeskDb db, IReadOnlyCollection<int>? productIds, DateOnly since, SlaBook rules, CancellationToken cancel)
    {
        var policies = rules.AllTerms.Select(terms => terms.Policy).Where(policy => policy.Definition.ContractId is not null).ToLookup(policy => policy.Definition.ContractId!.Value);

        // One that is for a product no more promised it until then.
        var once = productIds is null ? [] : policies.Where(each => each.Any(policy => ContractPolicies.ProductOf(policy.Key) is { } product && productIds.Contains(product))).Select(each => each.Key).ToList();
        var contracts = await db.Contracts.AsNoTracking().Include(contract => contract.Plan).Include(contract => contract.Products).Include(contract => contract.Steps).AsSplitQuery()
            .Where(contract => contract.State != ContractState.Draft && contract.Until >= since && (contract.TerminatedOn == null || contract.TerminatedOn >= since)
                && (productIds == null || once.Contains(contract.Id) || contract.Products.Any(product => productIds.Contains(product.ProductId))))
            .OrderBy(contract => contract.Id).ToListAsync(cancel);
        if (contracts.Count == 0) return [];
        var plans = await db.SupportPlans.AsNoTracking().ToListAsync(cancel);
        var held = from contract in contracts
                   from promise in ContractHistory.Promises(contract, policies[contract.Id], plans, rules.Zone)
                   where promise.Plan.AvailabilityPercent is not null && (productIds is null || productIds.Contains(promise.ProductId))
                   select Promise(contract.Number, promise, rules);
        return Joined(held);
    }

    private static AvailabilityPromise Promise(string contract, HeldPromise held, SlaBook rules)
    {
        var hours = HoursOf(held.Plan.HoursOfAvailability(), rules, out var name);
        return new(held.ProductId, held.From, held.Until, held.Plan.AvailabilityPercent!.Value, contract) { Hours = hours, HoursName = name };
    }

    /// <summary>What another version of a plan promises alike goes on.</summary>
    private static List<AvailabilityPromise> Joined(IEnumerable<AvailabilityPromise> promises)
    {
        List<AvailabilityPromise> joined = [];
        foreach (var promise in promises.OrderBy(each => each.Contract, StringComparer.Ordinal).ThenBy(each => each.ProductId).ThenBy(each => each.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last with { From = promise.From, Until = promise.Until } == promise && last.Until.AddDays(1) == promise.From) joined[^1] = last with { Until = promise.Until };
            else joined.Add(promise);
        }

        return joined;
    }

    private static BusinessCalendar HoursOf(string? key, SlaBook rules, out string? name)
    {
        var version = key is null ? null : rules.CurrentCalendar(key);
        name = version?.Definition.Name;
        return version is null ? LocalSpans.DayAndNight(rules.Zone) : rules.Calendar(version.Id);
    }
}
