using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Walls;

/// <summary>Reads the wall in a handful of small questions, each answered from an index.</summary>
public sealed class ReadWall(SlaShelf shelf, KpiReader indicators, TimeProvider clock)
{
    private const int NearestShown = 10;
    private const int BreachesShown = 6;

    /// <summary>From a wall nobody asks again by hand: it shows the minute.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>One wall for all screens.</summary>
    public LiveQuestion<WallBoard> Question => new(new SharedWall(), RunAsync) { Every = Every };

    public async Task<WallBoard> RunAsync(DeskDb db, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var book = await shelf.BookAsync();
        var today = book.DateOf(now);
        await using var reading = await indicators.OverAsync(db, null);
        return new WallBoard(
            now, today,
            await CountAsync(db, now, cancel),
            await db.Tickets.CountAsync(t => t.AnsweredOn == today, cancel),
            await reading.ResolutionAsync(Period.Month(today), cancel),
            await NearestAsync(db, now, cancel),
            await BreachesAsync(db, cancel));
    }

    private static async Task<WallCounts> CountAsync(DeskDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var hence = now.AddHours(1);
        return await db.Tickets.Where(t => t.Status < TicketStatus.Answered).GroupBy(_ => 1).Select(open => new WallCounts(
            open.Count(),
            open.Count(t => t.OwnerId == null),
            open.Count(t => t.QueueAt >= now && t.QueueAt <= hence),
            open.Count(t => t.QueueAt < now))).SingleOrDefaultAsync(cancel) ?? WallCounts.None;
    }

    /// <summary>Those still to come: what has passed stands among the overdue and the breaches.</summary>
    private static Task<List<WallDeadline>> NearestAsync(DeskDb db, DateTimeOffset now, CancellationToken cancel) =>
        db.Tickets.Where(t => t.Status < TicketStatus.Answered && t.QueueAt >= now && t.QueueAt < Ticket.Never).OrderBy(t => t.QueueAt).ThenBy(t => t.Id).Take(NearestShown)
            .Select(t => new WallDeadline(t.Number, t.Subject, t.FiledAt, t.QueueAt)).ToListAsync(cancel);

    private static Task<List<WallBreach>> BreachesAsync(DeskDb db, CancellationToken cancel) =>
        (from deadline in db.Deadlines
         where deadline.BreachedAt != null
         orderby deadline.BreachedAt descending
         join ticket in db.Tickets on deadline.TicketId equals ticket.Id
         select new WallBreach(ticket.Number, ticket.Area!.Name, deadline.Kind, deadline.BreachedAt!.Value)).Take(BreachesShown).ToListAsync(cancel);

    private sealed record SharedWall;
}

public static class WallsSetup
{
    public static IServiceCollection AddWalls(this IServiceCollection services) => services.AddSingleton<ReadWall>();
}
