using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="RoutingBook"/> at hand, and reads it again when it was used for a few seconds.</summary>
/// <remarks>
/// Topics, people and areas are changed on other pages and other nodes: to read some hundred small rows every few
/// seconds costs less than to be told of each change, and misses none. Whoever saves a change refreshes it at once.
/// </remarks>
public sealed class RoutingShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
    : BookShelf<RoutingBook>(desk, clock, TimeSpan.FromSeconds(3), db => db.RoutingBookAsync(clock.GetUtcNow(), CancellationToken.None));

public static class RoutingQuery
{
    /// <summary>The rules and all that they name, as they are stored.</summary>
    public static async Task<RoutingBook> RoutingBookAsync(this DeskDb db, DateTimeOffset now, CancellationToken cancel) => new(new RoutingParts
    {
        Rules = await db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Order).ToListAsync(cancel),
        Areas = await db.Areas.AsNoTracking().OrderBy(area => area.Id).ToListAsync(cancel),
        Queues = await db.WorkQueues.AsNoTracking().OrderBy(queue => queue.Name).ToListAsync(cancel),
        Topics = await db.Topics.AsNoTracking().OrderBy(topic => topic.Id).ToListAsync(cancel),
        Products = await db.Products.AsNoTracking().OrderBy(product => product.Id).ToListAsync(cancel),
        Staff = await db.Staff.AsNoTracking().OrderBy(member => member.Id).ToListAsync(cancel),
        Responsibles = await db.AreaResponsibles.AsNoTracking().OrderBy(each => each.Place).ToListAsync(cancel),
        Absences = await db.Absences.AsNoTracking().Where(absence => absence.To > now).ToListAsync(cancel),
    });
}
