using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Classifying;

/// <param name="Uses">Tickets that carry it by this name.</param>
public sealed record ProductLine(int Id, string Name, bool Active, int Uses);

/// <summary>The products and platforms that filings are about.</summary>
public sealed class KeepProducts(Keeping keeping, IDbContextFactory<DeskDb> desk)
{
    public async Task<IReadOnlyList<ProductLine>> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var products = await db.Products.AsNoTracking().ToListAsync(cancel);
        var names = products.ConvertAll(product => (string?)product.Name);
        var uses = await db.Tickets.Where(t => names.Contains(t.Product)).GroupBy(t => t.Product!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancel);
        return [.. products.OrderBy(product => Ticket.Fold(product.Name), StringComparer.Ordinal).Select(product => new ProductLine(product.Id, product.Name, product.Active, uses.GetValueOrDefault(product.Name)))];
    }

    /// <param name="id">Null: a new one.</param>
    /// <returns>Null when it was saved.</returns>
    public Task<Fault?> SaveAsync(int? id, string typed, bool active, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        var name = typed.Trim();
        if (!SearchedWords.Split(name).Any()) return ClassifyingProblem.NameMissing;
        if (name.Length > Product.NameLimit) return new(ClassifyingProblem.NameTooLong, Product.NameLimit.ToString(CultureInfo.InvariantCulture));
        var products = await db.Products.ToListAsync(cancel);
        if (products.Exists(product => product.Id != id && Ticket.Fold(product.Name) == Ticket.Fold(name))) return new(ClassifyingProblem.NameTaken, name);
        if (id is null) db.Products.Add(new Product { Name = name });
        else if (products.Find(product => product.Id == id) is { } known) (known.Name, known.Active) = (name, active);
        else return ClassifyingProblem.Gone;
        return null;
    }, cancel);

    public Task<Fault?> DeleteAsync(int id, Actor by, CancellationToken cancel) => keeping.RunAsync(by, async db =>
    {
        if (await db.Products.SingleOrDefaultAsync(product => product.Id == id, cancel) is not { } product) return ClassifyingProblem.Gone;
        if (await db.Tickets.AnyAsync(ticket => ticket.Product == product.Name, cancel)) return ClassifyingProblem.InUse;
        db.Products.Remove(product);
        return null;
    }, cancel);
}
