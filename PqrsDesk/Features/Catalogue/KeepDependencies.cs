using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

/// <summary>Who depends on whom. A circle is kept: it is shown, and not refused.</summary>
public sealed class KeepDependencies(DeskWriter writer)
{
    /// <summary>Says that one needs another, or what for, where that was said already.</summary>
    /// <param name="again">Whether it may be there already.</param>
    /// <returns>Null when it was saved.</returns>
    public Task<CatalogueFault?> AddAsync(int id, int? dependsOn, string note, Actor by, CancellationToken cancel, bool again = false) => RunAsync(by, async db =>
    {
        if (dependsOn is not { } other) return CatalogueProblem.DependencyMissing;
        if (other == id) return CatalogueProblem.DependencyItself;
        if (note.Trim().Length > ProductDependency.NoteLimit) return new(CatalogueProblem.NoteTooLong, ProductDependency.NoteLimit.ToString(CultureInfo.CurrentCulture));
        if (!await db.Products.AnyAsync(product => product.Id == id, cancel)) return CatalogueProblem.Gone;
        if (await db.Products.Where(product => product.Id == other).Select(product => product.Name).SingleOrDefaultAsync(cancel) is not { } name) return CatalogueProblem.DependencyUnknown;
        var known = await db.ProductDependencies.SingleOrDefaultAsync(each => each.ProductId == id && each.DependsOnId == other, cancel);
        if (known is not null && !again) return new(CatalogueProblem.DependencyTaken, name);
        if (known is null) db.ProductDependencies.Add(known = new ProductDependency { ProductId = id, DependsOnId = other });
        known.Note = note.Trim() is { Length: > 0 } said ? said : null;
        return null;
    }, cancel);

    /// <returns>Null when it is gone, by whomever.</returns>
    public Task<CatalogueFault?> RemoveAsync(int id, int dependsOn, Actor by, CancellationToken cancel) => RunAsync(by, async db =>
    {
        await db.ProductDependencies.Where(each => each.ProductId == id && each.DependsOnId == dependsOn).ExecuteDeleteAsync(cancel);
        return null;
    }, cancel);

    private async Task<CatalogueFault?> RunAsync(Actor by, Func<DeskDb, Task<CatalogueFault?>> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return CatalogueProblem.NotAllowed;
        return await writer.RunAsync(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            return await change(db);
        }, cancel, fault => fault is null);
    }
}
