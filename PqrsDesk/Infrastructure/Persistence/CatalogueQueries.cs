using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>What the pages of the catalogue and of criticality read alike.</summary>
public static class CatalogueQueries
{
    /// <summary>Inside a transaction: who changes the catalogue or an assessment does so one after the other, and sees what the one before did.</summary>
    public static async Task LockCatalogueAsync(this DeskDb db, CancellationToken cancel)
    {
        // SQLite has one writer anyway.
        if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('pqrsdesk-catalogue'))", cancel);
    }

    /// <summary>The map of what is active, by name.</summary>
    public static async Task<DependencyMap> DependencyMapAsync(this DeskDb db, CancellationToken cancel)
    {
        var products = await db.Products.Where(product => product.Active).Select(product => new { product.Id, product.Name }).ToListAsync(cancel);
        var dependencies = await db.ProductDependencies.OrderBy(each => each.ProductId).ThenBy(each => each.DependsOnId).Select(each => new { each.ProductId, each.DependsOnId }).ToListAsync(cancel);
        return new(products.OrderBy(product => Ticket.Fold(product.Name), StringComparer.Ordinal).Select(product => product.Id), dependencies.Select(each => (each.ProductId, each.DependsOnId)));
    }

    /// <summary>The scheme that holds for what is proposed now.</summary>
    public static async Task<(CriticalityScheme Scheme, int Version)> CriticalitySchemeAsync(this DeskDb db, CancellationToken cancel) =>
        await db.CriticalitySchemes.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel) is { } newest ? (newest.Scheme, newest.Id) : (new(), 0);

    /// <summary>The support plans that are offered, by name.</summary>
    public static async Task<IReadOnlyList<SupportPlan>> OfferedPlansAsync(this DeskDb db, CancellationToken cancel)
    {
        var plans = await db.SupportPlans.AsNoTracking().Where(plan => plan.IsCurrent).ToListAsync(cancel);
        return [.. plans.Where(plan => !plan.Definition.IsRetired).OrderBy(plan => Ticket.Fold(plan.Definition.Name), StringComparer.Ordinal)];
    }
}
