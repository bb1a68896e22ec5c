using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Simulating;

/// <summary>The desk's calendars in every version, and its policies in force.</summary>
public sealed record DeskSla(IReadOnlyList<CalendarVersion> Calendars, IReadOnlyList<SlaPolicy> Policies)
{
    public IEnumerable<CalendarVersion> Current => Calendars.Where(calendar => calendar.IsCurrent);
}

/// <summary>What can be picked to simulate with.</summary>
public sealed class ReadDeskSla(IDbContextFactory<DeskDb> desk)
{
    public async Task<DeskSla> RunAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return new DeskSla(
            await db.Calendars.AsNoTracking().OrderBy(calendar => calendar.Id).ToListAsync(cancel),
            await db.Policies.AsNoTracking().Where(policy => policy.IsCurrent).OrderBy(policy => policy.Order).ToListAsync(cancel));
    }
}
