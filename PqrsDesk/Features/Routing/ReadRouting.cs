using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

public sealed class ReadRouting(IDbContextFactory<DeskDb> desk, TimeProvider clock)
{
    private const int ChangesShown = 20;

    /// <summary>From the database itself: whoever changes rules wants those of this moment.</summary>
    public async Task<RoutingSight> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var customers = await db.Customers.OrderBy(customer => customer.Name).Select(customer => new { customer.Id, customer.Name, customer.ServiceLevel }).ToListAsync(cancel);
        return new(
            await db.RoutingBookAsync(clock.GetUtcNow(), cancel),
            await db.Branches.Where(branch => branch.Active).OrderBy(branch => branch.Name).Select(branch => new Named(branch.Id, branch.Name)).ToListAsync(cancel),
            [.. customers.Select(customer => new Named(customer.Id, customer.Name))],
            customers.ToDictionary(customer => customer.Id, customer => customer.ServiceLevel),
            await db.RoutingChanges.AsNoTracking().OrderByDescending(change => change.Id).Take(ChangesShown).ToListAsync(cancel))
        {
            QueueLoads = await db.Tickets.Where(ticket => ticket.Status < TicketStatus.Answered && ticket.WorkQueueId != null).GroupBy(ticket => ticket.WorkQueueId!.Value)
                .Select(queue => new { queue.Key, Open = queue.Count() }).ToDictionaryAsync(queue => queue.Key, queue => queue.Open, cancel),
        };
    }
}
