using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Notices;

/// <summary>Keeps which of their notices somebody has read. All their tabs see it.</summary>
public sealed class SeeNotices(DeskWriter writer, TopicInterceptor topics, TimeProvider clock)
{
    /// <summary>One of them; of one case, all that came up to it: whoever opens the case sees what happened there.</summary>
    /// <returns>What it was; null: there is no such notice of theirs.</returns>
    public Task<NoticeLine?> OpenAsync(int staffId, long id, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        if (await db.Notices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id && notice.StaffId == staffId, cancel) is not { } opened) return null;
        var now = Now;
        await db.Notices.Where(notice => notice.StaffId == staffId && notice.SeenAt == null && (notice.Id == id || (opened.Count == 1 && opened.TicketId != null && notice.Count == 1 && notice.Id < id && notice.TicketId == opened.TicketId)))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, now), cancel);
        await TellAsync(db, staffId, cancel);
        var number = opened.TicketId is { } ticket ? await db.Tickets.Where(t => t.Id == ticket).Select(t => t.Number).SingleAsync(cancel) : "";
        return new NoticeLine(id, opened.Kind, number, "", false, opened.At, opened.Count, opened.By, opened.Words, null) { Thing = opened.Thing, ThingId = opened.ThingId, On = opened.On };
    }, cancel);

    public Task<bool> MarkAsync(int staffId, long id, bool read, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        DateTimeOffset? at = read ? Now : null;
        await db.Notices.Where(notice => notice.Id == id && notice.StaffId == staffId).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, at), cancel);
        return await TellAsync(db, staffId, cancel);
    }, cancel);

    /// <param name="upTo">The newest that they saw: what came after stays new.</param>
    /// <param name="kind">Null: of all kinds.</param>
    /// <returns>By which it is taken back.</returns>
    public Task<DateTimeOffset> MarkAllAsync(int staffId, long upTo, NoticeKind? kind, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var now = Now;
        await db.Notices.Where(notice => notice.StaffId == staffId && notice.SeenAt == null && notice.Id <= upTo && (kind == null || notice.Kind == kind))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, now), cancel);
        await TellAsync(db, staffId, cancel);
        return now;
    }, cancel);

    /// <summary>What was marked together is unread again.</summary>
    public Task<bool> TakeBackAsync(int staffId, DateTimeOffset markedAt, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        await db.Notices.Where(notice => notice.StaffId == staffId && notice.SeenAt == markedAt).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, (DateTimeOffset?)null), cancel);
        return await TellAsync(db, staffId, cancel);
    }, cancel);

    private async Task<bool> TellAsync(DeskDb db, int staffId, CancellationToken cancel)
    {
        await topics.TellAsync(db, [LiveTopic.Notices(staffId)], cancel);
        return true;
    }

    /// <summary>As exactly as both engines keep it.</summary>
    private DateTimeOffset Now
    {
        get
        {
            var now = clock.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }
}
