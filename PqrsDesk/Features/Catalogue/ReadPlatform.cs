using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Catalogue;

/// <summary>Another product, beside the one that is looked at.</summary>
/// <param name="Note">What the dependency is for.</param>
public sealed record PlatformLink(int Id, string Name, ProductKind Kind, CriticalityClass? Class, bool Active, string? Note = null);

/// <summary>A case that is open on it.</summary>
public sealed record PlatformCase(string Number, string Subject, TicketKind Kind, Priority Priority, TicketStatus Status, DateTimeOffset DueAt);

/// <summary>A contract that is for it and has not ended.</summary>
public sealed record PlatformContract(int Id, string Number, string Customer);

/// <summary>One product, service or platform with what is around it.</summary>
/// <param name="Above">What it is a part of, from the top.</param>
/// <param name="Parts">What is a part of it.</param>
/// <param name="Needs">What it depends on itself.</param>
/// <param name="NeededBy">Who depends on it themselves.</param>
/// <param name="Falling">What fails with it, directly or by way of others; by name.</param>
/// <param name="Circle">The circle that it is in, in the order of a walk around; null: none.</param>
/// <param name="CircleMembers">All that are in that circle.</param>
/// <param name="Cases">The open ones that are due first.</param>
/// <param name="MayBeDeleted">Nothing names it.</param>
public sealed record PlatformSight(
    Product Product,
    string? Area,
    string? Hours,
    IReadOnlyList<PlatformLink> Above,
    IReadOnlyList<PlatformLink> Parts,
    IReadOnlyList<PlatformLink> Needs,
    IReadOnlyList<PlatformLink> NeededBy,
    IReadOnlyList<PlatformLink> Falling,
    IReadOnlyList<PlatformLink>? Circle,
    int CircleMembers,
    IReadOnlyList<NamedChoice> Branches,
    int Open,
    IReadOnlyList<PlatformCase> Cases,
    bool MayBeDeleted)
{
    /// <summary>The agreed ones, by their numbers.</summary>
    public IReadOnlyList<PlatformContract> Contracts { get; init; } = [];
}

public sealed class ReadPlatform(IDbContextFactory<DeskDb> desk, SlaShelf sla, TimeProvider clock)
{
    /// <summary>Of the open cases.</summary>
    public const int MostCases = 8;

    /// <returns>Null: there is none of that number.</returns>
    public async Task<PlatformSight?> RunAsync(int id, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var products = (await db.Products.AsNoTracking().ToListAsync(cancel)).ToDictionary(product => product.Id);
        if (!products.TryGetValue(id, out var product)) return null;
        var dependencies = await db.ProductDependencies.AsNoTracking().ToListAsync(cancel);
        var map = new DependencyMap(
            products.Values.Where(each => each.Active || each.Id == id).OrderBy(each => Ticket.Fold(each.Name), StringComparer.Ordinal).Select(each => each.Id), dependencies.Select(each => (each.ProductId, each.DependsOnId)));
        var circle = map.CircleOf(id);
        var rules = await sla.BookAsync();
        var today = rules.DateOf(clock.GetUtcNow());
        var open = db.Tickets.Where(ticket => ticket.Status < TicketStatus.Answered && ticket.Product == product.Name);
        return new(
            product,
            product.OwnerAreaId is { } area ? await db.Areas.Where(each => each.Id == area).Select(each => each.Name).SingleOrDefaultAsync(cancel) : null,
            product.CalendarKey is { } key ? rules.CurrentCalendar(key)?.Definition.Name ?? key : null,
            [.. ProductTree.Above(id, products.ToDictionary(each => each.Key, each => each.Value.ParentId)).Where(products.ContainsKey).Select(each => Link(products[each]))],
            ByName(products.Values.Where(each => each.ParentId == id).Select(each => Link(each))),
            ByName(dependencies.Where(each => each.ProductId == id).Select(each => Link(products[each.DependsOnId], each.Note))),
            ByName(dependencies.Where(each => each.DependsOnId == id).Select(each => Link(products[each.ProductId], each.Note))),
            ByName(map.DependantsOf(id).Select(each => Link(products[each]))),
            circle is null ? null : [.. circle.Walk.Select(each => Link(products[each]))],
            circle?.Members.Count ?? 0,
            [.. (await db.ProductBranches.Where(each => each.ProductId == id).Join(db.Branches, each => each.BranchId, branch => branch.Id, (_, branch) => new NamedChoice(branch.Id, branch.Name, branch.Active)).ToListAsync(cancel))
                .OrderBy(branch => Ticket.Fold(branch.Name), StringComparer.Ordinal)],
            await open.CountAsync(cancel),
            await open.OrderBy(ticket => ticket.QueueAt).ThenBy(ticket => ticket.Id).Take(MostCases)
                .Select(ticket => new PlatformCase(ticket.Number, ticket.Subject, ticket.Kind, ticket.Priority, ticket.Status, ticket.QueueAt)).ToListAsync(cancel),
            !await KeepPlatforms.IsNamedAsync(db, product, cancel))
        {
            Contracts = await db.Contracts.AsNoTracking().Where(contract => contract.State != ContractState.Draft && contract.Until >= today && (contract.TerminatedOn == null || contract.TerminatedOn >= today) && contract.Products.Any(each => each.ProductId == id))
                .OrderBy(contract => contract.Number).Select(contract => new PlatformContract(contract.Id, contract.Number, contract.Customer!.Name)).ToListAsync(cancel),
        };
    }

    private static PlatformLink Link(Product product, string? note = null) => new(product.Id, product.Name, product.Kind, product.Criticality, product.Active, note);

    private static IReadOnlyList<PlatformLink> ByName(IEnumerable<PlatformLink> links) => [.. links.OrderBy(link => Ticket.Fold(link.Name), StringComparer.Ordinal)];
}
