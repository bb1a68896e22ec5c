using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Keeps the <see cref="SlaBook"/> at hand, read once and read again after a change of policy, calendar, law or rules of care.</summary>
/// <remarks>Another node may make the change: every few seconds the newest version's number is asked for.</remarks>
public sealed class SlaShelf(IDbContextFactory<DeskDb> desk, TimeProvider clock)
    : BookShelf<SlaBook>(desk, clock, TimeSpan.FromSeconds(5), ReadAsync, NewestAsync)
{
    /// <summary>A book that knows what a ticket was promised, which another node may have done a moment ago.</summary>
    public async Task<SlaBook> BookForAsync(Ticket ticket)
    {
        var book = await BookAsync();
        return book.Knows(ticket) ? book : await ReadAgainAsync();
    }

    private static async Task<SlaBook> ReadAsync(DeskDb db) =>
        new(await db.Calendars.AsNoTracking().ToListAsync(), await db.Policies.AsNoTracking().ToListAsync(), await db.LawAsync(CancellationToken.None), await db.CareAsync(CancellationToken.None));

    private static async Task<object?> NewestAsync(DeskDb db) =>
        (await db.Calendars.MaxAsync(calendar => (int?)calendar.Id), await db.Policies.MaxAsync(policy => (int?)policy.Id),
            await db.LegalRules.MaxAsync(rule => (int?)rule.Id), await db.FilingPractices.MaxAsync(practice => (int?)practice.Id), await db.CareVersions.MaxAsync(care => (int?)care.Id));
}
