using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="ClassificationBook"/> at hand, as <see cref="SlaShelf"/> does with deadlines.</summary>
/// <remarks>Another node may make the change: every few seconds the stamp is asked for. Areas and branches have none: after a minute all is read again.</remarks>
public sealed class ClassificationShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private Task<Copy>? _copy;
    private long _askedAt;

    public async Task<ClassificationBook> BookAsync()
    {
        var copy = await CopyAsync();
        if (clock.GetElapsedTime(Volatile.Read(ref _askedAt)) < Trust) return copy.Book;
        Volatile.Write(ref _askedAt, clock.GetTimestamp());
        if (clock.GetElapsedTime(copy.ReadAt) < Life && await StampAsync() == copy.Stamp) return copy.Book;
        Refresh();
        return (await CopyAsync()).Book;
    }

    public void Refresh()
    {
        lock (_gate) _copy = null;
    }

    /// <summary>Tells the other nodes, once it is committed; <see cref="Refresh"/> tells this one.</summary>
    /// <returns>The row, for whoever changes it too.</returns>
    public static async Task<ClassificationSettings> TouchAsync(DeskDb db, CancellationToken cancel)
    {
        // Who touches it twice in one transaction finds it before it is stored.
        var settings = db.ClassificationSettings.Local.SingleOrDefault() ?? await db.ClassificationSettings.SingleOrDefaultAsync(cancel) ?? db.ClassificationSettings.Add(new ClassificationSettings()).Entity;
        settings.Stamp = Guid.NewGuid();
        return settings;
    }

    private Task<Copy> CopyAsync()
    {
        // Whoever comes first reads for all; a failed reading is not kept.
        lock (_gate)
        {
            if (_copy is null or { IsFaulted: true } or { IsCanceled: true })
            {
                Volatile.Write(ref _askedAt, clock.GetTimestamp());
                _copy = ReadAsync();
            }

            return _copy;
        }
    }

    private async Task<Copy> ReadAsync()
    {
        // The stamp first: what comes in between is read again, and not missed.
        var stamp = await StampAsync();
        await using var db = await desk.CreateDbContextAsync();
        var settings = await db.ClassificationSettings.AsNoTracking().SingleOrDefaultAsync();
        var required = new RequiredFields(settings?.Demands ?? []) { HasBranches = await db.Branches.AnyAsync(branch => branch.Active) };
        return new(
            new ClassificationBook(
                await db.Topics.AsNoTracking().ToListAsync(), await db.Products.AsNoTracking().ToListAsync(), await db.KeywordRules.AsNoTracking().ToListAsync(), required,
                await db.Areas.AsNoTracking().ToListAsync()),
            stamp,
            clock.GetTimestamp());
    }

    private async Task<Guid?> StampAsync()
    {
        await using var db = await desk.CreateDbContextAsync();
        return await db.ClassificationSettings.Select(settings => (Guid?)settings.Stamp).SingleOrDefaultAsync();
    }

    private sealed record Copy(ClassificationBook Book, Guid? Stamp, long ReadAt);
}
