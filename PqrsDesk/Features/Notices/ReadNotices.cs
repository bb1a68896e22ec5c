using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Notices;

/// <param name="Line">The event that it is about.</param>
public sealed record NoticeLine(long Id, string Number, string Subject, bool IsNew, LoggedEvent Line);

/// <summary>What a member of staff was told, newest first, and how much of it they have not seen.</summary>
public sealed record NoticeBoard(IReadOnlyList<NoticeLine> Lines, int New);

public sealed class ReadNotices(IDbContextFactory<DeskDb> desk, DeskWriter writer, TimeProvider clock)
{
    public const int Listed = 20;

    /// <summary>A reading for one view that is asked again at every change on the desk: while nobody told them anything, one look at an index is all it costs.</summary>
    public Func<CancellationToken, Task<NoticeBoard>> Following(int staffId)
    {
        var (last, newest) = ((NoticeBoard?)null, 0L);
        return async cancel =>
        {
            var now = await NewestAsync(staffId, cancel);
            if (last is not null && now == newest) return last;
            newest = now;
            return last = await RunAsync(staffId, cancel);
        };
    }

    public async Task<NoticeBoard> RunAsync(int staffId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var mine = db.Notices.Where(notice => notice.StaffId == staffId);
        var lines = await mine.OrderByDescending(notice => notice.Id).Take(Listed)
            .Join(db.Tickets, notice => notice.TicketId, t => t.Id, (notice, t) => new { Notice = notice, t.Number, t.Subject })
            .Join(db.Events, told => new { told.Notice.TicketId, told.Notice.Sequence }, line => new { line.TicketId, line.Sequence },
                (told, line) => new NoticeLine(told.Notice.Id, told.Number, told.Subject, told.Notice.SeenAt == null, line))
            .AsNoTracking().ToListAsync(cancel);
        return new([.. lines.OrderByDescending(line => line.Id)], await mine.CountAsync(notice => notice.SeenAt == null, cancel));
    }

    /// <param name="upTo">The newest notice that they saw; what came after stays new.</param>
    /// <param name="only">That of one ticket; null: of all.</param>
    public Task SeeAsync(int staffId, long upTo, string? only, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writer.RunAsync(db => db.Notices
            .Where(notice => notice.StaffId == staffId && notice.SeenAt == null && notice.Id <= upTo
                && (only == null || db.Tickets.Any(t => t.Id == notice.TicketId && t.Number == only)))
            .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, now), cancel), cancel);
    }

    private async Task<long> NewestAsync(int staffId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Notices.Where(notice => notice.StaffId == staffId).MaxAsync(notice => (long?)notice.Id, cancel) ?? 0;
    }
}
