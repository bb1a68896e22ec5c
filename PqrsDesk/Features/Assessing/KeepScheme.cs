using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Assessing;

/// <summary>A version as it was saved.</summary>
public sealed record SchemeLine(int Id, DateTimeOffset MadeAt, string MadeBy);

/// <summary>How the house scores now.</summary>
/// <param name="Version">0: none was saved, what comes with the product holds.</param>
/// <param name="History">The newest first.</param>
/// <param name="Outdated">Products whose approved class would be another one by this scheme. They keep it until they are assessed anew.</param>
public sealed record SchemeSight(CriticalityScheme Scheme, int Version, IReadOnlyList<SchemeLine> History, IReadOnlyList<PlanChoice> Plans, IReadOnlyList<SchemeShift> Outdated)
{
    /// <summary>Name of the plan that each class proposes where none is chosen for it. Empty: nothing is offered.</summary>
    public IReadOnlyDictionary<CriticalityClass, string> Nearest { get; init; } = new Dictionary<CriticalityClass, string>();
}

/// <summary>A product whose class would be another one.</summary>
public sealed record SchemeShift(int ProductId, string Name, CriticalityClass From, CriticalityClass To);

/// <summary>Keeps how the house scores as versions: none is written over.</summary>
public sealed class KeepScheme(DeskWriter writer, IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private const int Listed = 10;

    public async Task<SchemeSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var (scheme, version) = await db.CriticalitySchemeAsync(cancel);
        var offered = await db.OfferedPlansAsync(cancel);
        return new(
            scheme, version,
            await db.CriticalitySchemes.OrderByDescending(each => each.Id).Take(Listed).Select(each => new SchemeLine(each.Id, each.MadeAt, each.MadeBy)).ToListAsync(cancel),
            [.. offered.Select(plan => new PlanChoice(plan.Key, plan.Definition.Name))],
            await ShiftsAsync(db, scheme, cancel))
        {
            Nearest = Enum.GetValues<CriticalityClass>().Where(_ => offered.Count > 0).ToDictionary(each => each, each => offered.First(plan => plan.Key == PlanProposal.Nearest(each, offered)).Definition.Name),
        };
    }

    /// <summary>Which approved classes would be others by a scheme, for whoever looks before it is saved.</summary>
    public async Task<IReadOnlyList<SchemeShift>> TryAsync(CriticalityScheme scheme, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await ShiftsAsync(db, scheme, cancel);
    }

    /// <param name="basedOn">The version that was before the administrator's eyes.</param>
    /// <returns>Null when it was saved.</returns>
    public async Task<SchemeFault?> SaveAsync(CriticalityScheme scheme, int basedOn, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Admin)) return SchemeProblem.NotAllowed;
        if (scheme.Refuse() is { } wrong) return wrong;
        return await writer.RunAsync<SchemeFault?>(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            var (newest, version) = await db.CriticalitySchemeAsync(cancel);
            if (version != basedOn) return SchemeProblem.ChangedMeanwhile;
            if (Same(newest, scheme)) return SchemeProblem.NothingChanged;
            var plans = await db.SupportPlans.Where(plan => plan.IsCurrent).Select(plan => plan.Key).ToListAsync(cancel);
            if (scheme.Plans.FirstOrDefault(plan => !plans.Contains(plan.Value)) is { Value: { } unknown } unknownOf) return new(SchemeProblem.PlanUnknown, unknown, Class: unknownOf.Key);
            db.CriticalitySchemes.Add(new CriticalitySchemeVersion { Scheme = scheme, MadeAt = Moment.Of(clock.GetUtcNow(), TimeZoneInfo.Utc, by).At, MadeBy = by.Name });
            return null;
        }, cancel, fault => fault is null);
    }

    private static async Task<IReadOnlyList<SchemeShift>> ShiftsAsync(DeskDb db, CriticalityScheme scheme, CancellationToken cancel)
    {
        var products = await db.Products.AsNoTracking().Where(product => product.Active && product.Criticality != null).ToDictionaryAsync(product => product.Id, cancel);
        var ids = db.Assessments.Where(each => each.State == AssessmentState.Approved).GroupBy(each => each.ProductId).Select(group => group.Max(each => each.Id));
        var last = await db.Assessments.AsNoTracking().Where(each => ids.Contains(each.Id)).ToListAsync(cancel);
        return
        [
            .. from assessment in last
               where products.ContainsKey(assessment.ProductId) && assessment.Content.Levels is not null
               let product = products[assessment.ProductId]
               let now = CriticalityScore.Of(scheme, assessment.Content.Counted(assessment.Content.Dependants, scheme).Levels!)
               where now.Class != product.Criticality
               orderby Ticket.Fold(product.Name)
               select new SchemeShift(product.Id, product.Name, product.Criticality!.Value, now.Class),
        ];
    }

    private static bool Same(CriticalityScheme one, CriticalityScheme other) => JsonSerializer.Serialize(one, Json.Options) == JsonSerializer.Serialize(other, Json.Options);
}
