using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Infrastructure.Persistence;

public static class LawQuery
{
    /// <summary>Every version of every rule of law, and the newest way of filing.</summary>
    public static async Task<LegalBook> LawAsync(this DeskDb db, CancellationToken cancel) => new(
        await db.LegalRules.AsNoTracking().ToListAsync(cancel),
        (await db.FilingPractices.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel))?.Practice);

    /// <summary>The newest rules of care.</summary>
    public static async Task<CareBook> CareAsync(this DeskDb db, CancellationToken cancel) =>
        CareBook.Of(await db.CareVersions.AsNoTracking().OrderByDescending(version => version.Id).FirstOrDefaultAsync(cancel));
}
