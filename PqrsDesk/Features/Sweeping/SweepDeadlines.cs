using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Notices the deadlines that passed while nobody did anything, and records each at its own instant.</summary>
public sealed class SweepDeadlines(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    private const int Batch = 200;

    /// <returns>How many tickets had one.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        for (var seen = 0; ;)
        {
            var due = await DueAsync(asOf, cancel);
            foreach (var number in due)
                await door.ChangeAsync(number, null, Actor.Desk, (ticket, book, now) => ticket.CatchUp(now.At, book), cancel);
            seen += due.Count;
            if (due.Count < Batch) return seen;
        }
    }

    private async Task<List<string>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => t.NextBreachAt != null && t.NextBreachAt < asOf)
            .OrderBy(t => t.NextBreachAt).Select(t => t.Number).Take(Batch).ToListAsync(cancel);
    }
}
