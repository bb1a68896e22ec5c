using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Routing;

/// <summary>Who is away, when, and who stands in. Everybody says so of themselves, leads of their area, administrators of all.</summary>
public sealed class KeepAbsences(DeskWriter writer, RoutingShelf shelf, SlaShelf sla, TimeProvider clock)
{
    public async Task<RoutingSaved> AddAsync(int staffId, AbsenceForm form, Actor by, CancellationToken cancel)
    {
        var zone = (await sla.BookAsync()).Zone;
        if (form.Read(zone) is not var (from, to) || to <= from || to <= clock.GetUtcNow()) return RoutingProblem.AbsenceBackwards;
        if (to - from > Absence.Longest) return RoutingProblem.AbsenceTooLong;
        var reason = form.Reason.Trim();
        if (reason.Length > Absence.ReasonLimit) return RoutingProblem.ReasonTooLong;
        if (!Enum.IsDefined(form.HandOver)) return RoutingProblem.HandOverUnknown;
        int? substitute = form.SubstituteId == 0 ? null : form.SubstituteId;
        if (substitute == staffId) return RoutingProblem.OwnSubstitute;
        return await ChangeAsync(async db =>
        {
            if (await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == staffId, cancel) is not { } member) return RoutingProblem.MemberUnknown;
            if (by.StaffId != staffId && !await db.KeepsAsync(by, member.AreaId, cancel)) return RoutingProblem.NotAllowed;
            if (substitute is not null && !await db.Staff.AnyAsync(each => each.Id == substitute && each.Active, cancel)) return RoutingProblem.MemberUnknown;
            var absence = new Absence { StaffId = staffId, From = from, To = to, Reason = reason.Length == 0 ? null : reason, SubstituteId = substitute, HandOver = form.HandOver, MadeBy = by.Name };
            db.Absences.Add(absence);
            await db.SaveChangesAsync(cancel);
            var book = await db.RoutingBookAsync(clock.GetUtcNow(), cancel);
            return book.Rings(absence) ? RoutingProblem.SubstituteCircle : RoutingSaved.Done(absence.Id);
        }, cancel);
    }

    /// <summary>They are back, or will not be away: one that has begun ends now, one that has not is taken away.</summary>
    public Task<RoutingSaved> EndAsync(int id, Actor by, CancellationToken cancel) => ChangeAsync(async db =>
    {
        var now = clock.GetUtcNow();
        if (await db.Absences.SingleOrDefaultAsync(each => each.Id == id && each.To > now, cancel) is not { } absence) return RoutingProblem.AbsenceGone;
        var areaId = await db.Staff.Where(member => member.Id == absence.StaffId).Select(member => member.AreaId).SingleAsync(cancel);
        if (by.StaffId != absence.StaffId && !await db.KeepsAsync(by, areaId, cancel)) return RoutingProblem.NotAllowed;
        if (absence.From >= now) db.Absences.Remove(absence);
        else absence.To = now;
        return RoutingSaved.Done(id);
    }, cancel);

    private async Task<RoutingSaved> ChangeAsync(Func<DeskDb, Task<RoutingSaved>> change, CancellationToken cancel)
    {
        var saved = await writer.RunAsync(change, cancel, saved => saved.Problem is null);
        if (saved.Problem is null) shelf.Refresh();
        return saved;
    }
}
