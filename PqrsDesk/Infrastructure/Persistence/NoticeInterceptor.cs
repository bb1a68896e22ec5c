using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>A reader of the log: writes down who is to be told of what happened to a case, in the same transaction.</summary>
/// <remarks>A ticket that comes in with a past (an import, the demo desk) is no news. Tasks are <see cref="CaseFileInterceptor"/>'s, but for those who follow the case.</remarks>
public sealed class NoticeInterceptor(TopicInterceptor topics) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Told(db).Count > 0 ? throw new InvalidOperationException("Tickets are saved with SaveChangesAsync.") : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is DeskDb db && Told(db) is { Count: > 0 } told) await AddAsync(db, told, cancel);
        return result;
    }

    private static List<(Ticket Ticket, LoggedEvent Line)> Told(DeskDb db) =>
    [
        .. from ticket in db.ChangeTracker.Entries<Ticket>()
           where ticket.State == EntityState.Modified
           from line in ticket.Entity.Events
           where (line.Event is { IsNews: true, IsOfTask: false } || line.Event.TellsFollowers) && db.Entry(line).State == EntityState.Added
           select (ticket.Entity, line),
    ];

    private async Task AddAsync(DeskDb db, List<(Ticket Ticket, LoggedEvent Line)> told, CancellationToken cancel)
    {
        var leads = !told.Exists(each => each.Line.Event is { IsNews: true, IsOfTask: false }) ? []
            : await db.Staff.AsNoTracking().Where(member => member.Active && member.Role == Role.Lead).ToListAsync(cancel);
        await FollowAsync(db, told, cancel);
        var followers = await FollowersAsync(db, told, cancel);
        var notices = new NoticeBatch();
        foreach (var (ticket, line) in told)
        {
            var heard = new Dictionary<int, NoticeKind>();
            foreach (var (member, kind) in CaseNotices.Told(ticket, line, leads)) heard.TryAdd(member, kind);
            if (line.Event.TellsFollowers && !IsQuiet(db, ticket))
                foreach (var follower in followers[ticket.Id].Where(each => !CaseNotices.HearsOtherwise(ticket, line, each))) heard.TryAdd(follower, NoticeKind.Follow);
            heard.Remove(line.ByStaffId ?? 0);
            foreach (var (member, kind) in heard) notices.Add(ticket, line, member, kind);
        }

        await notices.WriteAsync(db, cancel);
    }

    /// <summary>What was over before and still is asks nobody to look.</summary>
    private static bool IsQuiet(DeskDb db, Ticket ticket) => ticket.IsOver && db.Entry(ticket).Property(t => t.Status).OriginalValue > TicketStatus.Answered;

    /// <summary>Whoever is called by name is told of the case from then on, until they let it go.</summary>
    private async Task FollowAsync(DeskDb db, List<(Ticket Ticket, LoggedEvent Line)> told, CancellationToken cancel)
    {
        foreach (var (ticket, line) in told)
        {
            if (line.Event is not TicketEvent.Noted { Mentions: { } mentions }) continue;
            var called = mentions.Select(each => each.StaffId).Where(member => member != line.ByStaffId).ToList();
            await Followers.AddAsync(db, ticket.Id, called, cancel);
            await topics.TellAsync(db, called.Select(LiveTopic.Followed).Append(LiveTopic.Together(ticket.Id)), cancel);
        }
    }

    private static async Task<ILookup<long, int>> FollowersAsync(DeskDb db, List<(Ticket Ticket, LoggedEvent Line)> told, CancellationToken cancel)
    {
        var ids = told.Where(each => each.Line.Event.TellsFollowers).Select(each => each.Ticket.Id).Distinct().ToArray();
        if (ids.Length == 0) return Enumerable.Empty<int>().ToLookup(_ => 0L);
        var followers = await db.Followers.AsNoTracking().Where(each => ids.Contains(each.TicketId) && db.Staff.Any(member => member.Id == each.StaffId && member.Active))
            .Select(each => new { each.TicketId, each.StaffId }).ToListAsync(cancel);
        return followers.ToLookup(each => each.TicketId, each => each.StaffId);
    }
}
