using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Somebody looked at two cases and says that they are no duplicates: they are not proposed to each other any more, to anybody.</summary>
/// <remarks>It is said of the pair, and nothing happened to either ticket: so it stands beside the logs and not in one of them.</remarks>
public sealed class TellApart(DeskWriter writer, TimeProvider clock)
{
    /// <summary>Said twice, the first one's word stays.</summary>
    public Task<Decision> RunAsync(string radicado, string other, Actor by, CancellationToken cancel) =>
        OfPairAsync(radicado, other, by, async (db, first, second) =>
        {
            if (await db.DistinctPairs.AnyAsync(pair => pair.FirstId == first && pair.SecondId == second, cancel)) return;
            db.DistinctPairs.Add(new DistinctPair { FirstId = first, SecondId = second, At = clock.GetUtcNow(), ByStaffId = by.StaffId, ByName = by.Name });
        }, cancel);

    /// <summary>It was not so: the two are compared again.</summary>
    public Task<Decision> TakeBackAsync(string radicado, string other, Actor by, CancellationToken cancel) =>
        OfPairAsync(radicado, other, by, (db, first, second) => db.DistinctPairs.Where(pair => pair.FirstId == first && pair.SecondId == second).ExecuteDeleteAsync(cancel), cancel);

    private async Task<Decision> OfPairAsync(string radicado, string other, Actor by, Func<DeskDb, long, long, Task> change, CancellationToken cancel)
    {
        if (!by.Is(Role.Agent)) return RefusalCode.RoleTooLow;
        return await writer.RunAsync<Decision>(async db =>
        {
            // Two who say it at the same instant stand in line at the rows.
            string[] numbers = [radicado, other];
            if (db is PostgresDeskDb) await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Tickets" WHERE "Number" = ANY ({numbers}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel);
            var ids = await db.Tickets.Where(t => numbers.Contains(t.Number)).OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(cancel);
            if (ids is not [var first, var second]) return RefusalCode.TicketNotFound;
            await change(db, first, second);
            return Decision.Ok;
        }, cancel);
    }
}
