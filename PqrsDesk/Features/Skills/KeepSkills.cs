using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Skills;

/// <summary>What people can do, as their page shows it.</summary>
/// <param name="Loads">Open cases of each member.</param>
/// <param name="Kept">Whose skills the reader may change.</param>
/// <param name="Limit">Of the desk, where neither the person nor their area has one.</param>
public sealed record SkillsSight(RoutingBook Book, ILookup<int, AgentSkill> Skills, OpenLoads Loads, IReadOnlyList<StaffMember> Kept, int Limit)
{
    public int LimitOf(StaffMember member) => member.CaseLimit ?? Book.Parts.Areas.FirstOrDefault(area => area.Id == member.AreaId)?.CaseLimit ?? Limit;
}

/// <summary>What each person can do and how many cases they are handed out. Administrators keep all, leads those of their area.</summary>
public sealed class KeepSkills(IDbContextFactory<DeskDb> desk, DeskWriter writer, RoutingShelf shelf, DeskSettings settings, TimeProvider clock)
{
    public async Task<SkillsSight> ReadAsync(Actor by, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var book = await db.RoutingBookAsync(clock.GetUtcNow(), cancel);
        var own = book.Parts.Staff.FirstOrDefault(member => member.Id == by.StaffId)?.AreaId;
        return new(
            book,
            (await db.AgentSkills.AsNoTracking().OrderBy(skill => skill.Id).ToListAsync(cancel)).ToLookup(skill => skill.StaffId),
            await OpenLoads.ReadAllAsync(db, cancel),
            [.. book.Parts.Staff.Where(member => member.Active && (by.Is(Role.Admin) || (by.Is(Role.Lead) && own is not null && member.AreaId == own))).OrderBy(member => member.Name, StringComparer.CurrentCulture)],
            settings.CaseLimit);
    }

    /// <param name="level">Null: they cannot, or nothing is to be said of it.</param>
    public Task<SkillProblem?> SetAsync(int staffId, SkillKind kind, string value, SkillLevel? level, Actor by, CancellationToken cancel) => ChangeAsync(staffId, by, async (db, _) =>
    {
        var known = await db.AgentSkills.Where(skill => skill.StaffId == staffId).ToListAsync(cancel);
        var skill = known.Find(each => each.Kind == kind && each.Value == value);
        if (level is not { } wanted)
        {
            if (skill is not null) db.AgentSkills.Remove(skill);
            return null;
        }

        if (!Enum.IsDefined(wanted) || !Enum.IsDefined(kind) || !IsThere(kind, value, await db.RoutingBookAsync(clock.GetUtcNow(), cancel))) return SkillProblem.Unknown;
        if (skill is not null) skill.Level = wanted;
        else if (known.Count >= AgentSkill.Most) return SkillProblem.TooMany;
        else db.AgentSkills.Add(new AgentSkill { StaffId = staffId, Kind = kind, Value = value, Level = wanted });
        return null;
    }, cancel);

    /// <param name="limit">Null: as the area says, or the desk.</param>
    public Task<SkillProblem?> LimitAsync(int staffId, int? limit, Actor by, CancellationToken cancel) => ChangeAsync(staffId, by, (_, member) =>
    {
        if (limit is < 0 or > MostCases) return Task.FromResult<SkillProblem?>(SkillProblem.LimitWrong);
        member.CaseLimit = limit;
        return Task.FromResult<SkillProblem?>(null);
    }, cancel);

    public const int MostCases = 999;

    private static bool IsThere(SkillKind kind, string value, RoutingBook book)
    {
        if (kind == SkillKind.Language) return Domain.Tickets.Filing.IsLanguage(value);
        if (!int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)) return false;
        return kind switch
        {
            SkillKind.Topic => book.Parts.Topics.Any(topic => topic.Id == id),
            SkillKind.Area => book.Parts.Areas.Any(area => area.Id == id),
            SkillKind.Queue => book.Parts.Queues.Any(queue => queue.Id == id),
            SkillKind.Kind => Enum.IsDefined((Domain.Tickets.TicketKind)id),
            SkillKind.Channel => Enum.IsDefined((Domain.Tickets.Channel)id),
            _ => false,
        };
    }

    private async Task<SkillProblem?> ChangeAsync(int staffId, Actor by, Func<DeskDb, StaffMember, Task<SkillProblem?>> change, CancellationToken cancel)
    {
        var problem = await writer.RunAsync(async db =>
            await db.Staff.SingleOrDefaultAsync(each => each.Id == staffId, cancel) is not { } member ? SkillProblem.Unknown
            : !await db.KeepsAsync(by, member.AreaId, cancel) ? SkillProblem.NotAllowed
            : await change(db, member), cancel, wrong => wrong is null);
        if (problem is null) shelf.Refresh();
        return problem;
    }
}

/// <summary>Why it was not saved. Each has a text.</summary>
public enum SkillProblem
{
    NotAllowed = 1,
    Unknown,
    TooMany,
    LimitWrong,
}

public static class SkillsSetup
{
    public static IServiceCollection AddSkills(this IServiceCollection services) => services.AddSingleton<KeepSkills>();
}
