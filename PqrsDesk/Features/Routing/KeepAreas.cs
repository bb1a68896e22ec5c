using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

/// <summary>The areas as their page shows them.</summary>
/// <param name="Open">Open cases of each area.</param>
/// <param name="Loads">Open cases of each member.</param>
public sealed record AreasSight(RoutingBook Book, DateTimeOffset Now, IReadOnlyDictionary<int, int> Open, OpenLoads Loads, IReadOnlyDictionary<int, IReadOnlyList<Absence>> Absences)
{
    public StaffMember? Member(int? id) => Book.Parts.Staff.FirstOrDefault(member => member.Id == id);

    public IReadOnlyList<StaffMember> MembersOf(int areaId) => [.. Book.Parts.Staff.Where(member => member.AreaId == areaId && member.Active).OrderBy(member => member.Name, StringComparer.CurrentCulture)];

    public IReadOnlyList<StaffMember> ResponsiblesOf(int areaId) =>
        [.. Book.Parts.Responsibles.Where(each => each.AreaId == areaId).OrderBy(each => each.Place).Select(each => Member(each.StaffId)!)];

    public IEnumerable<StaffMember> Active => Book.Parts.Staff.Where(member => member.Active).OrderBy(member => member.Name, StringComparer.CurrentCulture);
}

/// <summary>Areas, who answers for them and who stands in for whom.</summary>
public sealed class KeepAreas(IDbContextFactory<DeskDb> desk, DeskWriter writer, RoutingShelf shelf, TimeProvider clock)
{
    public async Task<AreasSight> ReadAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var book = await db.RoutingBookAsync(now, cancel);
        var open = await db.Tickets.Where(ticket => ticket.Status < TicketStatus.Answered).GroupBy(ticket => ticket.AreaId)
            .Select(area => new { area.Key, Open = area.Count() }).ToDictionaryAsync(area => area.Key, area => area.Open, cancel);
        return new(book, now, open, await OpenLoads.ReadAllAsync(db, cancel),
            book.Parts.Absences.GroupBy(absence => absence.StaffId).ToDictionary(own => own.Key, own => (IReadOnlyList<Absence>)[.. own.OrderBy(absence => absence.From)]));
    }

    /// <param name="id">Null: a new one.</param>
    public Task<RoutingSaved> SaveAreaAsync(int? id, string name, bool active, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        if (!by.Is(Role.Admin)) return RoutingProblem.NotAllowed;
        name = name.Trim();
        var areas = await db.Areas.ToListAsync(cancel);
        var area = areas.Find(each => each.Id == id);
        if (id is not null && area is null) return RoutingProblem.AreaUnknown;
        if (name.Length == 0) return RoutingProblem.NameMissing;
        if (name.Length > Area.NameLimit) return RoutingProblem.NameTooLong;
        if (areas.Exists(each => each.Id != id && Ticket.Fold(each.Name) == Ticket.Fold(name))) return RoutingProblem.NameTaken;
        if (!active && areas.TrueForAll(each => each.Id == id || !each.Active)) return RoutingProblem.LastArea;
        if (area is null) db.Areas.Add(area = new Area { Name = name });
        (area.Name, area.Active) = (name, active);
        await db.SaveChangesAsync(cancel);
        return RoutingSaved.Done(area.Id);
    }, cancel);

    /// <param name="staffIds">In the order in which they are asked.</param>
    public Task<RoutingSaved> SetResponsiblesAsync(int areaId, IReadOnlyList<int> staffIds, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        if (!await db.KeepsAsync(by, areaId, cancel)) return RoutingProblem.NotAllowed;
        if (!await db.Areas.AnyAsync(area => area.Id == areaId, cancel)) return RoutingProblem.AreaUnknown;
        var wanted = staffIds.Distinct().ToList();
        if (await db.Staff.CountAsync(member => wanted.Contains(member.Id), cancel) != wanted.Count) return RoutingProblem.MemberUnknown;
        var stored = await db.AreaResponsibles.Where(each => each.AreaId == areaId).ToListAsync(cancel);
        db.AreaResponsibles.RemoveRange(stored.Where(each => !wanted.Contains(each.StaffId)));
        for (var at = 0; at < wanted.Count; at++)
        {
            if (stored.Find(each => each.StaffId == wanted[at]) is { } known) known.Place = at + 1;
            else db.AreaResponsibles.Add(new AreaResponsible { AreaId = areaId, StaffId = wanted[at], Place = at + 1 });
        }

        return RoutingSaved.Done(areaId);
    }, cancel);

    /// <summary>Where somebody works. What they hold stays theirs.</summary>
    public Task<RoutingSaved> MoveMemberAsync(int staffId, int? areaId, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        if (!by.Is(Role.Admin)) return RoutingProblem.NotAllowed;
        if (await db.Staff.SingleOrDefaultAsync(each => each.Id == staffId, cancel) is not { } member) return RoutingProblem.MemberUnknown;
        if (areaId is not null && !await db.Areas.AnyAsync(area => area.Id == areaId && area.Active, cancel)) return RoutingProblem.AreaUnknown;
        member.AreaId = areaId;
        return RoutingSaved.Done(staffId);
    }, cancel);

    public const int MostReturnHours = 400;
    public const int MostCases = 999;

    /// <summary>How long a case may lie with somebody, and how many one may hold.</summary>
    /// <param name="returnAfter">Hours of the desk; null: for ever.</param>
    /// <param name="limit">Null: as many as the desk says.</param>
    public Task<RoutingSaved> SetHandlingAsync(int areaId, int? returnAfter, int? limit, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        if (!await db.KeepsAsync(by, areaId, cancel)) return RoutingProblem.NotAllowed;
        if (await db.Areas.SingleOrDefaultAsync(each => each.Id == areaId, cancel) is not { } area) return RoutingProblem.AreaUnknown;
        if (returnAfter is < 1 or > MostReturnHours || limit is < 0 or > MostCases) return RoutingProblem.LimitWrong;
        (area.ReturnAfterHours, area.CaseLimit) = (returnAfter, limit);
        return RoutingSaved.Done(areaId);
    }, cancel);

    /// <summary>Who usually stands in. One may say so of oneself.</summary>
    /// <param name="substituteId">Null: nobody.</param>
    public Task<RoutingSaved> SetSubstituteAsync(int staffId, int? substituteId, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        if (await db.Staff.SingleOrDefaultAsync(each => each.Id == staffId, cancel) is not { } member) return RoutingProblem.MemberUnknown;
        if (by.StaffId != staffId && !await db.KeepsAsync(by, member.AreaId, cancel)) return RoutingProblem.NotAllowed;
        if (substituteId == staffId) return RoutingProblem.OwnSubstitute;
        if (substituteId is not null && !await db.Staff.AnyAsync(each => each.Id == substituteId && each.Active, cancel)) return RoutingProblem.MemberUnknown;
        var before = await db.RoutingBookAsync(clock.GetUtcNow(), cancel);
        member.SubstituteId = substituteId;
        await db.SaveChangesAsync(cancel);
        var after = await db.RoutingBookAsync(clock.GetUtcNow(), cancel);

        // What was a circle before is no reason not to mend another.
        return after.Parts.Absences.Any(absence => after.Rings(absence) && !before.Rings(absence)) ? RoutingProblem.SubstituteCircle : RoutingSaved.Done(staffId);
    }, cancel);

    private async Task<RoutingSaved> ChangeAsync(Func<DeskDb, Task<RoutingSaved>> change, CancellationToken cancel)
    {
        var saved = await writer.RunAsync(change, cancel, saved => saved.Problem is null);
        if (saved.Problem is null) shelf.Refresh();
        return saved;
    }
}
