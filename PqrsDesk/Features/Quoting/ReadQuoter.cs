using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Quoting;

/// <summary>A service level that can be offered.</summary>
public sealed record PlanChoice(int Id, string Key, PlanDefinition Definition, CoverHours? Cover)
{
    public string Name => Definition.Name;

    /// <summary>Name of the calendar in whose hours availability is promised; null: day and night.</summary>
    public string? AvailabilityHours { get; init; }

    public IReadOnlyList<Priority> Priorities => [.. Definition.Targets.Keys.Order()];

    /// <param name="class">The highest class among what is served: its share of the times is what a contract will promise. Null: none is assessed.</param>
    public PriceOffer Offer(CriticalityClass? @class) => new(Id, Name, Cover, Response(@class), Definition.AvailabilityPercent) { AvailabilityHours = AvailabilityHours };

    /// <summary>The shortest that is promised, for any priority.</summary>
    private decimal Response(CriticalityClass? @class) => Definition.Targets.Count == 0 ? 0 : Definition.TargetsFor(@class).Values.Min(target => target.FirstResponseMinutes);
}

public sealed record PlatformChoice(int Id, string Name, CriticalityClass? Class);

/// <summary>What a calculation begins with.</summary>
/// <param name="ModelVersion">0: the one that comes with the product.</param>
/// <param name="Year">Whose holidays are counted.</param>
/// <param name="ValidUntil">By the model's days.</param>
/// <param name="Customers">Some names, for whoever types.</param>
public sealed record QuoterDesk(
    int ModelVersion, PriceModel Model, int Year, DateOnly Today, DateOnly ValidUntil, IReadOnlyList<PlanChoice> Plans, IReadOnlyList<PlatformChoice> Platforms, IReadOnlyList<string> Customers)
{
    public CriticalityClass? ClassOf(IEnumerable<int> platforms) => Platforms.Where(each => platforms.Contains(each.Id)).Max(each => each.Class);

    public IReadOnlyList<QuotedPlatform> Quoted(IEnumerable<int> platforms) => [.. Platforms.Where(each => platforms.Contains(each.Id)).Select(each => new QuotedPlatform(each.Id, each.Name, each.Class))];
}

/// <summary>Reads the model that holds, and what can be priced by it.</summary>
public sealed class ReadQuoter(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    private const int NamesOffered = 500;

    public async Task<QuoterDesk> RunAsync(CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var today = book.DateOf(clock.GetUtcNow());
        await using var db = await desk.CreateDbContextAsync(cancel);
        var (version, model) = await NewestAsync(db, cancel);
        var plans = await db.SupportPlans.AsNoTracking().Where(plan => plan.IsCurrent).ToListAsync(cancel);
        return new(
            version, model, today.Year, today,
            book.Calendar(book.LegalCalendarVersionId).AddBusinessDays(today, (int)model[PriceParameter.ValidityDays]),
            [.. plans.Where(plan => !plan.Definition.IsRetired).Select(plan => new PlanChoice(plan.Id, plan.Key, plan.Definition, Cover(book, plan.Definition.CalendarKey)) { AvailabilityHours = plan.Definition.HoursOfAvailability() is { } hours ? book.CurrentCalendar(hours)?.Definition.Name ?? hours : null })
                .OrderBy(plan => plan.Cover?.Weekly).ThenBy(plan => plan.Name, StringComparer.CurrentCulture)],
            await PlatformsAsync(db, cancel),
            await db.Customers.OrderBy(customer => customer.Name).Select(customer => customer.Name).Take(NamesOffered).ToListAsync(cancel));
    }

    /// <summary>What can be served.</summary>
    public async Task<IReadOnlyList<PlatformChoice>> PlatformsAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await PlatformsAsync(db, cancel);
    }

    private static Task<List<PlatformChoice>> PlatformsAsync(DeskDb db, CancellationToken cancel) =>
        db.Products.Where(product => product.Active).OrderBy(product => product.Name).Select(product => new PlatformChoice(product.Id, product.Name, product.Criticality)).ToListAsync(cancel);

    /// <returns>Version 0 when none was saved.</returns>
    internal static async Task<(int Version, PriceModel Model)> NewestAsync(DeskDb db, CancellationToken cancel) =>
        await db.PriceModels.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel) is { } newest ? (newest.Id, newest.Model) : (0, PriceModel.Usual);

    private static CoverHours? Cover(SlaBook book, string calendar) => book.CurrentCalendar(calendar) is { } version ? CoverHours.Of(version.Definition) : null;
}
