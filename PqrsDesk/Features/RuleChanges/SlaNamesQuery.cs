using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

internal static class SlaNamesQuery
{
    /// <summary>Whom and what a policy may name now.</summary>
    public static async Task<SlaNames> ReadAsync(DeskDb db, CancellationToken cancel) => new(
        (await db.Customers.Select(customer => customer.Id).ToListAsync(cancel)).ToHashSet(),
        (await db.Areas.Select(area => area.Id).ToListAsync(cancel)).ToHashSet(),
        (await db.Staff.Where(member => member.Active).Select(member => member.Id).ToListAsync(cancel)).ToHashSet());
}
