using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>An outage that cases can join.</summary>
/// <param name="Until">Null: it is under way.</param>
public sealed record RunningOutage(int Id, string Product, OutageReach Reach, DateTimeOffset From, DateTimeOffset? Until, string Summary);

/// <summary>Planned work that is near.</summary>
public sealed record ComingWork(string Product, DateTimeOffset From, DateTimeOffset Until, string Reason);

/// <summary>What fails now, and what is planned for the next days: one reading for all cases that are open on any page.</summary>
public sealed record OutagesNow(IReadOnlyList<RunningOutage> UnderWay, IReadOnlyList<ComingWork> Coming);

/// <summary>Reads what a case's page says of outages.</summary>
public sealed class ReadCaseIncidents(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Planned work is shown so long before.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(3);

    /// <summary>What ended lately still gathers cases.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    public LiveQuestion<OutagesNow> Now() => new("outages-now", NowAsync) { Every = TimeSpan.FromMinutes(1), Topics = [LiveTopic.Outages], Concerns = _ => false };

    /// <summary>Those under way first.</summary>
    public async Task<IReadOnlyList<RunningOutage>> JoinableAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var since = clock.GetUtcNow() - Lately;
        var found = await Running(db.Outages.Where(outage => outage.VoidedAt == null && (outage.Until == null || outage.Until > since)), db).ToListAsync(cancel);
        return [.. found.OrderBy(outage => outage.Until is not null).ThenByDescending(outage => outage.From)];
    }

    /// <summary>Those that gathered a case, whatever became of them.</summary>
    public async Task<IReadOnlyList<RunningOutage>> OfAsync(IReadOnlyList<int> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await Running(db.Outages.Where(outage => ids.Contains(outage.Id)), db).ToListAsync(cancel);
    }

    private async Task<OutagesNow> NowAsync(DeskDb db, CancellationToken cancel)
    {
        var (now, zone) = (clock.GetUtcNow(), (await shelf.BookAsync()).Zone);
        var works = await db.PlannedDowntimes.AsNoTracking().Where(work => work.CancelledAt == null && (work.Until > now || work.Repeat != PlannedRepeat.None))
            .Join(db.Products, work => work.ProductId, product => product.Id, (work, product) => new { Work = work, product.Name }).ToListAsync(cancel);
        return new(
            await Running(db.Outages.Where(outage => outage.Until == null && outage.VoidedAt == null), db).ToListAsync(cancel),
            [.. works.SelectMany(each => each.Work.Within(new Stretch(now, now + Ahead), zone).Select(time => new ComingWork(each.Name, time.From, time.To, each.Work.Reason))).OrderBy(work => work.From)]);
    }

    private static IQueryable<RunningOutage> Running(IQueryable<Outage> outages, DeskDb db) =>
        outages.Join(db.Products, outage => outage.ProductId, product => product.Id, (outage, product) => new { outage, product.Name }).OrderBy(each => each.outage.From)
            .Select(each => new RunningOutage(each.outage.Id, each.Name, each.outage.Reach, each.outage.From, each.outage.Until, each.outage.Summary));
}
