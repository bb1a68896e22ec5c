using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Assessing;

/// <summary>A support plan that can be proposed.</summary>
public sealed record PlanChoice(string Key, string Name);

/// <summary>The criticality of one product, as it is and was.</summary>
/// <param name="Scheme">What is proposed now is scored by it.</param>
/// <param name="SchemeVersion">0: what comes with the product.</param>
/// <param name="Open">What is written or waits for approval; null: nothing is.</param>
/// <param name="Approved">The newest first.</param>
/// <param name="Dependants">Names of all that fail with it, as the map is now.</param>
/// <param name="Today">At the desk.</param>
public sealed record CriticalitySight(
    Product Product,
    CriticalityScheme Scheme,
    int SchemeVersion,
    Assessment? Open,
    IReadOnlyList<Assessment> Approved,
    IReadOnlyList<string> Dependants,
    bool IsInCircle,
    IReadOnlyList<PlanChoice> Plans,
    DateOnly Today)
{
    /// <summary>Key of the plan that each class proposes. Empty: nothing is offered.</summary>
    public IReadOnlyDictionary<CriticalityClass, string> Proposed { get; init; } = new Dictionary<CriticalityClass, string>();

    public string? PlanName(string? key) => key is null ? null : Plans.FirstOrDefault(plan => plan.Key == key)?.Name ?? key;

    /// <summary>When a class that is approved today is looked at again, unless somebody says otherwise.</summary>
    public DateOnly ReviewOf(CriticalityClass known) => Today.AddMonths(Scheme.ReviewMonths[known]);
}

public sealed class ReadAssessments(IDbContextFactory<DeskDb> desk, SlaShelf sla, TimeProvider clock)
{
    private const int Listed = 50;

    /// <returns>Null: there is no such product.</returns>
    public async Task<CriticalitySight?> RunAsync(int productId, CancellationToken cancel)
    {
        var zone = (await sla.BookAsync()).Zone;
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Products.AsNoTracking().SingleOrDefaultAsync(each => each.Id == productId, cancel) is not { } product) return null;
        var (scheme, version) = await db.CriticalitySchemeAsync(cancel);
        var assessments = await db.Assessments.AsNoTracking().Where(each => each.ProductId == productId).OrderByDescending(each => each.Id).Take(Listed).ToListAsync(cancel);
        var map = await db.DependencyMapAsync(cancel);
        var dependants = map.DependantsOf(productId);
        var names = await db.Products.Where(each => each.Active).ToDictionaryAsync(each => each.Id, each => each.Name, cancel);
        var offered = await db.OfferedPlansAsync(cancel);
        return new(
            product, scheme, version, assessments.Find(each => each.IsOpen), assessments.FindAll(each => !each.IsOpen),
            [.. map.Products.Where(dependants.Contains).Where(names.ContainsKey).Select(each => names[each])], map.CircleOf(productId) is not null,
            [.. offered.Select(plan => new PlanChoice(plan.Key, plan.Definition.Name))],
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime))
        {
            Proposed = Enum.GetValues<CriticalityClass>().Where(_ => offered.Count > 0).ToDictionary(each => each, each => scheme.PlanFor(each, offered)!),
        };
    }
}
