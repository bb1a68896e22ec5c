using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

internal static class StaffRights
{
    /// <summary>Administrators keep all areas, leads their own.</summary>
    public static async Task<bool> KeepsAsync(this DeskDb db, Actor by, int? areaId, CancellationToken cancel) =>
        by.Is(Role.Admin) || (by.Is(Role.Lead) && areaId is not null && await db.Staff.AnyAsync(member => member.Id == by.StaffId && member.Active && member.AreaId == areaId, cancel));
}
