using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="ClassificationBook"/> at hand, as <see cref="SlaShelf"/> does with deadlines.</summary>
/// <remarks>Another node may make the change: every few seconds the stamp is asked for. Areas and branches have none: after a minute all is read again.</remarks>
public sealed class ClassificationShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
    : BookShelf<ClassificationBook>(desk, clock, TimeSpan.FromSeconds(5), ReadAsync, StampAsync, life: TimeSpan.FromMinutes(1))
{
    /// <summary>Tells the other nodes, once it is committed; <see cref="BookShelf{TBook}.Refresh"/> tells this one.</summary>
    /// <returns>The row, for whoever changes it too.</returns>
    public static async Task<ClassificationSettings> TouchAsync(DeskDb db, CancellationToken cancel)
    {
        // Who touches it twice in one transaction finds it before it is stored.
        var settings = db.ClassificationSettings.Local.SingleOrDefault() ?? await db.ClassificationSettings.SingleOrDefaultAsync(cancel) ?? db.ClassificationSettings.Add(new ClassificationSettings()).Entity;
        settings.Stamp = Guid.NewGuid();
        return settings;
    }

    private static async Task<ClassificationBook> ReadAsync(DeskDb db)
    {
        var settings = await db.ClassificationSettings.AsNoTracking().SingleOrDefaultAsync();
        var required = new RequiredFields(settings?.Demands ?? []) { HasBranches = await db.Branches.AnyAsync(branch => branch.Active) };
        return new(
            await db.Topics.AsNoTracking().ToListAsync(), await db.Products.AsNoTracking().ToListAsync(), await db.KeywordRules.AsNoTracking().ToListAsync(), required,
            await db.Areas.AsNoTracking().ToListAsync());
    }

    private static async Task<object?> StampAsync(DeskDb db) => await db.ClassificationSettings.Select(settings => (Guid?)settings.Stamp).SingleOrDefaultAsync();
}
