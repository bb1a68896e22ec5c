using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>What the rules would do with a case now.</summary>
/// <param name="Seen">The version of the case that was asked about.</param>
/// <param name="Changes">Whether anything would be otherwise.</param>
public sealed record RoutePreview(int Seen, int AreaId, int? QueueId, RoutingTrace Trace, bool Changes);

/// <summary>Asks the rules of routing about a case that is there, and changes nothing.</summary>
public sealed class PreviewRoute(IDbContextFactory<DeskDb> desk, RoutingShelf routing, TimeProvider clock)
{
    /// <returns>Null when there is no such case, or no area that takes it.</returns>
    public async Task<RoutePreview?> RunAsync(string radicado, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ticket = await db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Number == radicado, cancel);
        if (ticket is null || await AskAsync(db, ticket, await routing.BookAsync(), clock.GetUtcNow(), cancel) is not { } outcome) return null;
        return new(ticket.Version, outcome.Area.Id, outcome.Queue?.Id, outcome.Trace, ticket.DoesSomething(outcome));
    }

    /// <summary>The area is open to the rules again; where none takes it, it stays.</summary>
    internal static async Task<RoutingOutcome?> AskAsync(DeskDb db, Ticket ticket, RoutingBook book, DateTimeOffset now, CancellationToken cancel)
    {
        var level = await db.Customers.Where(customer => customer.Id == ticket.CustomerId).Select(customer => (ServiceLevel?)customer.ServiceLevel).SingleOrDefaultAsync(cancel);
        var loads = await OpenLoads.ReadAsync(db, book, cancel);
        return book.Route(RoutingFacts.Of(ticket, level), new RoutingAsk(Otherwise: ticket.AreaId), now, loads.Of);
    }
}
