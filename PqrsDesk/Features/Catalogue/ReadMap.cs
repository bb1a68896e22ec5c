using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

/// <summary>The map of what is active, with where everything stands on it.</summary>
/// <param name="Notes">What each dependency is for, where it was said.</param>
public sealed record MapSight(DependencyMap Map, MapLayout Layout, IReadOnlyDictionary<int, PlatformLink> Products, IReadOnlyDictionary<(int Product, int DependsOn), string> Notes)
{
    public PlatformLink this[int product] => Products[product];
}

public sealed class ReadMap(IDbContextFactory<DeskDb> desk)
{
    public async Task<MapSight> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var products = await db.Products.Where(product => product.Active).Select(product => new PlatformLink(product.Id, product.Name, product.Kind, product.Criticality, product.Active, null)).ToDictionaryAsync(product => product.Id, cancel);
        var dependencies = await db.ProductDependencies.AsNoTracking().OrderBy(each => each.ProductId).ThenBy(each => each.DependsOnId).ToListAsync(cancel);
        var map = new DependencyMap(
            products.Values.OrderBy(product => Ticket.Fold(product.Name), StringComparer.Ordinal).Select(product => product.Id), dependencies.Select(each => (each.ProductId, each.DependsOnId)));
        var notes = dependencies.Where(each => each.Note is not null).ToDictionary(each => (each.ProductId, each.DependsOnId), each => each.Note!);
        return new(map, MapLayout.Of(map), products, notes);
    }
}
