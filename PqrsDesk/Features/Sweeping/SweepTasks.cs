using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Says of each task that its last day has begun, or ended without an answer.</summary>
public sealed class SweepTasks(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    private const int Batch = 50;

    /// <returns>How many cases had one.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        for (var seen = 0; ;)
        {
            var due = await DueAsync(asOf, cancel);
            if (due.Count == 0) return seen;
            await door.ChangeManyAsync(due, Actor.Desk, _ => Task.FromResult<TicketVerb>((ticket, book, now) =>
            {
                ticket.MarkTasks(book, now);
                return Decision.Ok;
            }), cancel);
            seen += due.Count;
            if (due.Count < Batch) return seen;
        }
    }

    private async Task<List<SeenTicket>> DueAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ids = await db.AskedTasks.Where(task => task.NextMarkAt != null && task.NextMarkAt < asOf).OrderBy(task => task.NextMarkAt).Select(task => task.TicketId).Take(Batch).ToListAsync(cancel);
        return [.. ids.Distinct().Select(id => new SeenTicket(id))];
    }
}
