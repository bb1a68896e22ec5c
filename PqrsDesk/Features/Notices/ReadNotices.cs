using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Notices;

/// <param name="Line">The event that it is about.</param>
public sealed record NoticeLine(long Id, string Number, string Subject, bool IsNew, LoggedEvent Line);

/// <summary>What a member of staff was told, newest first, and how much of it they have not seen.</summary>
public sealed record NoticeBoard(IReadOnlyList<NoticeLine> Lines, int New);

public sealed class ReadNotices(DeskWriter writer, TimeProvider clock)
{
    public const int Listed = 20;

    public static LiveQuestion<NoticeBoard> Question(int staffId) => new(new BoardOf(staffId), (db, cancel) => RunAsync(db, staffId, cancel))
    {
        Concerns = change => change.Happened.Any(each => each.IsNews),
    };

    public static async Task<NoticeBoard> RunAsync(DeskDb db, int staffId, CancellationToken cancel)
    {
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
    /// <returns>What is left.</returns>
    public Task<NoticeBoard> SeeAsync(int staffId, long upTo, string? only, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return writer.RunAsync(async db =>
        {
            await db.Notices
                .Where(notice => notice.StaffId == staffId && notice.SeenAt == null && notice.Id <= upTo
                    && (only == null || db.Tickets.Any(t => t.Id == notice.TicketId && t.Number == only)))
                .ExecuteUpdateAsync(set => set.SetProperty(notice => notice.SeenAt, now), cancel);
            return await RunAsync(db, staffId, cancel);
        }, cancel);
    }

    private sealed record BoardOf(int StaffId);
}
