using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

/// <summary>The one place where products, services and platforms are kept: what forms, rules and contracts offer comes from here.</summary>
public sealed class KeepPlatforms(DeskWriter writer, ClassificationShelf shelf, SlaShelf sla, RenamePlatform rename)
{
    /// <returns>The number of what was saved, or why it was not.</returns>
    public async Task<(int? Id, CatalogueFault? Fault)> SaveAsync(PlatformForm form, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return (null, CatalogueProblem.NotAllowed);
        var (name, description) = (TextWithoutNul.Of(form.Name).Trim(), form.Description.Trim().ReplaceLineEndings("\n"));
        if (!SearchedWords.Split(name).Any()) return (null, CatalogueProblem.NameMissing);
        if (name.Length > Product.NameLimit) return (null, new(CatalogueProblem.NameTooLong, Number(Product.NameLimit)));
        if (!Enum.IsDefined(form.Kind)) return (null, CatalogueProblem.KindUnknown);
        if (description.Length > Product.DescriptionLimit) return (null, new(CatalogueProblem.DescriptionTooLong, Number(Product.DescriptionLimit)));
        if (form.CalendarKey is { } key && (await sla.BookAsync()).CurrentCalendar(key) is null) return (null, CatalogueProblem.CalendarUnknown);
        var (saved, fault) = await TicketDoor.TryAsync(() => writer.RunAsync<(int? Id, CatalogueFault? Fault)>(async db =>
        {
            var (product, wrong) = await FindAsync(db, form, name, cancel);
            if (wrong is not null) return (null, wrong);
            if (product is null) db.Products.Add(product = new Product { Name = name });
            var named = product.Name;
            (product.Name, product.Kind, product.Description, product.Active) = (name, form.Kind, description.Length == 0 ? null : description, form.Active);
            (product.OwnerAreaId, product.CalendarKey, product.ParentId, product.Internal, product.Version) = (form.AreaId, form.CalendarKey, form.ParentId, form.Internal, product.Version + 1);
            await db.SaveChangesAsync(cancel);
            var offered = await db.ProductBranches.Where(each => each.ProductId == product.Id).ToListAsync(cancel);
            db.ProductBranches.RemoveRange(offered.Where(each => !form.Branches.Contains(each.BranchId)));
            db.ProductBranches.AddRange(form.Branches.Except(offered.Select(each => each.BranchId)).Order().Select(branch => new ProductBranch { ProductId = product.Id, BranchId = branch }));
            await ClassificationShelf.TouchAsync(db, cancel);
            if (named != name) await rename.RunAsync(db, product.Id, named, name, by, cancel);
            return (product.Id, null);
        }, cancel, result => result.Fault is null));
        if (fault is null)
        {
            shelf.Refresh();
            sla.Refresh();
            rename.Refresh();
        }

        return (saved, fault);
    }

    /// <returns>Null when it was deleted.</returns>
    public async Task<CatalogueFault?> DeleteAsync(int id, Actor by, CancellationToken cancel)
    {
        if (!by.Is(Role.Lead)) return CatalogueProblem.NotAllowed;
        var fault = await writer.RunAsync<CatalogueFault?>(async db =>
        {
            await db.LockCatalogueAsync(cancel);
            if (await db.Products.SingleOrDefaultAsync(product => product.Id == id, cancel) is not { } product) return CatalogueProblem.Gone;
            if (await IsNamedAsync(db, product, cancel)) return CatalogueProblem.InUse;
            db.Products.Remove(product);
            await ClassificationShelf.TouchAsync(db, cancel);
            return null;
        }, cancel, wrong => wrong is null);
        if (fault is null) shelf.Refresh();
        return fault;
    }

    /// <summary>Whether something tells its past by it.</summary>
    internal static async Task<bool> IsNamedAsync(DeskDb db, Product product, CancellationToken cancel) =>
        await db.Tickets.AnyAsync(ticket => ticket.Product == product.Name, cancel)
        || await db.Products.AnyAsync(each => each.ParentId == product.Id, cancel)
        || await db.Assessments.AnyAsync(each => each.ProductId == product.Id, cancel)
        || await db.ContractProducts.AnyAsync(each => each.ProductId == product.Id, cancel)
        || await db.Outages.AnyAsync(each => each.ProductId == product.Id, cancel)
        || await db.PlannedDowntimes.AnyAsync(each => each.ProductId == product.Id, cancel);

    private static async Task<(Product? Product, CatalogueFault? Fault)> FindAsync(DeskDb db, PlatformForm form, string name, CancellationToken cancel)
    {
        await db.LockCatalogueAsync(cancel);
        var products = await db.Products.ToListAsync(cancel);
        var product = products.Find(each => each.Id == form.Id);
        if (form.Id is not null && product is null) return (null, CatalogueProblem.Gone);
        if (product is not null && product.Version != form.Seen) return (null, CatalogueProblem.ChangedMeanwhile);
        if (products.Exists(each => each != product && Ticket.Fold(each.Name) == Ticket.Fold(name))) return (null, new(CatalogueProblem.NameTaken, name));
        if (form.AreaId is { } area && area != product?.OwnerAreaId && !await db.Areas.AnyAsync(each => each.Active && each.Id == area, cancel)) return (null, CatalogueProblem.AreaUnknown);
        if (form.ParentId is { } parent && RefuseParent(products, product, parent) is { } wrong) return (null, wrong);
        var branches = form.Branches.ToArray();
        if (await db.Branches.CountAsync(branch => branches.Contains(branch.Id), cancel) != branches.Length) return (null, CatalogueProblem.BranchUnknown);
        return (product, null);
    }

    private static CatalogueFault? RefuseParent(List<Product> products, Product? product, int parentId)
    {
        if (product?.Id == parentId) return CatalogueProblem.ParentItself;
        if (products.Find(each => each.Id == parentId) is not { } parent) return CatalogueProblem.ParentUnknown;
        return product is not null && ProductTree.WouldTurn(product.Id, parentId, products.ToDictionary(each => each.Id, each => each.ParentId)) ? new(CatalogueProblem.ParentCircle, parent.Name) : null;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
