using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Knowledge;

/// <summary>What the steps of a macro can name.</summary>
public sealed record MacroChoices(IReadOnlyList<StaffMember> Members, IReadOnlyList<PauseCause> Causes);

public sealed class ReadMacroChoices(IDbContextFactory<DeskDb> desk)
{
    public async Task<MacroChoices> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new(
            await db.Staff.AsNoTracking().Where(member => member.Active).OrderBy(member => member.Name).ToListAsync(cancel),
            await db.PauseCauses.AsNoTracking().Where(cause => cause.Active).OrderBy(cause => cause.Id).ToListAsync(cancel));
    }

    public async Task<IReadOnlyList<Area>> AreasAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Areas.AsNoTracking().Where(area => area.Active).OrderBy(area => area.Name).ToListAsync(cancel);
    }
}
