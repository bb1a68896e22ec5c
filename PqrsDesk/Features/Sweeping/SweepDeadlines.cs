using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Notices the thresholds and breaches that passed while nobody did anything, and records each at its own instant.</summary>
public sealed class SweepDeadlines(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    private const int Batch = 50;

    /// <returns>How many tickets had one.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        for (var seen = 0; ;)
        {
            var due = await DueAsync(asOf, cancel);

            // The door itself brings each ticket up to now; there is nothing else to do to it.
            await door.ChangeManyAsync(due, Actor.Desk, _ => Task.FromResult<TicketVerb>((_, _, _) => Decision.Ok), cancel);
            seen += due.Count;
            if (due.Count < Batch) return seen;
        }
    }

    private async Task<List<SeenTicket>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => t.NextMarkAt != null && t.NextMarkAt < asOf)
            .OrderBy(t => t.NextMarkAt).Select(t => new SeenTicket(t.Id, null)).Take(Batch).ToListAsync(cancel);
    }
}
