using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Together;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Together;

public sealed record FollowerSight(int StaffId, string Name);

/// <summary>Who follows a case, and the last of what is said beside it, the oldest first.</summary>
/// <param name="Earlier">How many lines there are before.</param>
public sealed record TogetherSight(IReadOnlyList<FollowerSight> Followers, IReadOnlyList<ChatLine> Lines, int Earlier)
{
    public static TogetherSight Nothing { get; } = new([], [], 0);

    public bool IsFollowedBy(int? staffId) => Followers.Any(each => each.StaffId == staffId);

    /// <summary>Lines of others that somebody has not seen.</summary>
    public int UnreadBy(int? staffId, long upTo) => Lines.Count(line => line.Id > upTo && line.StaffId != staffId);
}

/// <summary>Reads what people have to do with each other on a case: one question for all who have it open.</summary>
public sealed class ReadTogether(IDbContextFactory<DeskDb> desk)
{
    /// <summary>Lines at once.</summary>
    public const int Listed = 50;

    /// <param name="most">Lines from the end.</param>
    public static LiveQuestion<TogetherSight> Question(long ticketId, int most = Listed) => new(new TogetherOf(ticketId, most), (db, cancel) => RunAsync(db, ticketId, most, cancel))
    {
        Concerns = _ => false,
        Topics = [LiveTopic.Together(ticketId)],
    };

    /// <summary>The last line that somebody has seen; 0: none.</summary>
    public async Task<long> ReadUpToAsync(int staffId, long ticketId, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.ChatReadings.Where(reading => reading.StaffId == staffId && reading.TicketId == ticketId).Select(reading => reading.UpTo).SingleOrDefaultAsync(cancel);
    }

    private static async Task<TogetherSight> RunAsync(DeskDb db, long ticketId, int most, CancellationToken cancel)
    {
        var followers = await db.Followers.Where(each => each.TicketId == ticketId)
            .Join(db.Staff.Where(member => member.Active), each => each.StaffId, member => member.Id, (_, member) => new FollowerSight(member.Id, member.Name)).ToListAsync(cancel);
        var lines = await db.ChatLines.AsNoTracking().Where(line => line.TicketId == ticketId).OrderByDescending(line => line.Id).Take(most).ToListAsync(cancel);
        lines.Reverse();
        var earlier = lines.Count < most ? 0 : await db.ChatLines.CountAsync(line => line.TicketId == ticketId && line.Id < lines[0].Id, cancel);
        return new([.. followers.OrderBy(each => each.Name, StringComparer.CurrentCulture)], lines, earlier);
    }

    private sealed record TogetherOf(long TicketId, int Most);
}
