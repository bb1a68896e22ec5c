using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Siguiente mejor caso: of those that nobody has and that are for whoever asks, the one that is due first becomes theirs.</summary>
/// <remarks>See docs/decisions/0029-the-next-best-case.md.</remarks>
public sealed class DrawCase(IDbContextFactory<DeskDb> desk, TicketDoor door, RoutingShelf routing, DeskSettings settings, TimeProvider clock)
{
    /// <summary>Tried one after another: others may be quicker with the first.</summary>
    private const int AtOnce = 5;

    /// <summary>More are not counted: the reason says how many, not which.</summary>
    private const int MostBefore = 1_000;

    /// <param name="by">On whose account it is done, and <paramref name="memberId"/> who is to have it.</param>
    public async Task<DrawOutcome> RunAsync(int memberId, Actor by, CancellationToken cancel)
    {
        var (book, now) = (await routing.BookAsync(), clock.GetUtcNow());
        if (book.AbsenceOf(memberId, now) is { } absence) return new DrawOutcome.Away(absence.To);
        List<long> tried = [];
        while (true)
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(each => each.Id == memberId && each.Active, cancel) is not { } member) return new DrawOutcome.NotOfTheStaff();
            if (await FullAsync(db, member, book, cancel) is { } full) return full;
            var skills = await db.AgentSkills.AsNoTracking().Where(skill => skill.StaffId == memberId).ToListAsync(cancel);
            var found = await FittingAsync(db, member, skills, book, tried, cancel);
            if (found.Count == 0)
                return (await db.Tickets.Waiting().FirstAsync(1, cancel)) is [var next] ? new DrawOutcome.NothingFits(next) : new DrawOutcome.Empty();
            foreach (var each in found)
            {
                tried.Add(each.Id);
                var before = await BeforeAsync(db, each, cancel);
                var decision = await door.ChangeAsync(each.Number, null, by, (ticket, sla, moment) =>
                {
                    // It may have been given away or moved since it was found, or be for experts only by now.
                    var set = SkillSet.Of(member, skills, SkillSet.Needed(ticket), book);
                    if (!set.Fits(ticket)) return RefusalCode.ChangedMeanwhile;
                    DateTimeOffset? due = ticket.NextDueAt is { } at ? TimeZoneInfo.ConvertTime(at, sla.Zone) : null;
                    return ticket.TakeNext(member, new CaseDraw(ticket.NextDueKind, due, set.Matches(ticket, book), before), sla, moment);
                }, cancel);
                if (decision.Succeeded) return new DrawOutcome.Given(each.Number);
            }
        }
    }

    /// <summary>What waits on the petitioner or is set aside is no work now.</summary>
    private async Task<DrawOutcome.Full?> FullAsync(DeskDb db, StaffMember member, RoutingBook book, CancellationToken cancel)
    {
        var limit = member.CaseLimit ?? book.Parts.Areas.FirstOrDefault(area => area.Id == member.AreaId)?.CaseLimit ?? settings.CaseLimit;
        var open = await db.Tickets.CountAsync(t => t.Status < TicketStatus.Answered && t.OwnerId == member.Id && t.Status != TicketStatus.AwaitingPetitioner && t.SnoozedUntil == null, cancel);
        return open >= limit ? new(open, limit) : null;
    }

    private static async Task<List<WaitingCase>> FittingAsync(DeskDb db, StaffMember member, IReadOnlyList<AgentSkill> skills, RoutingBook book, IReadOnlyList<long> but, CancellationToken cancel)
    {
        List<WaitingCase> found = [];
        foreach (var level in Enum.GetValues<SkillLevel>())
            found.AddRange(await db.Tickets.Waiting().Where(t => !but.Contains(t.Id)).Asking(level).Fitting(SkillSet.Of(member, skills, level, book)).FirstAsync(AtOnce, cancel));
        return [.. found.OrderBy(each => each.QueueAt).ThenBy(each => each.Id).Take(AtOnce)];
    }

    private static Task<int> BeforeAsync(DeskDb db, WaitingCase each, CancellationToken cancel) =>
        db.Tickets.Waiting().Where(t => t.QueueAt < each.QueueAt || (t.QueueAt == each.QueueAt && t.Id < each.Id)).Take(MostBefore).CountAsync(cancel);
}
