using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Brings what the open cases keep of their steps in step with rules of care that are new: by when the next is due changes without anything happening to a case.</summary>
/// <remarks>What happens to a case meanwhile goes by the new rules already. Begun again after a fall, it does the same once more.</remarks>
public sealed class ApplyCare(IDbContextFactory<DeskDb> desk, DeskWriter writer, SlaShelf shelf)
{
    private const int Batch = 100;

    /// <summary>Until then another node may still go by the rules of before: see <see cref="SlaShelf"/>.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <returns>How many cases were looked at.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        int? applied;
        int newest;
        await using (var db = await desk.CreateDbContextAsync(cancel))
        {
            applied = await db.CareMarks.Select(mark => (int?)mark.Version).SingleOrDefaultAsync(cancel);
            var last = await db.CareVersions.OrderByDescending(version => version.Id).Select(version => new { version.Id, version.MadeAt }).FirstOrDefaultAsync(cancel);
            newest = last?.Id ?? 0;
            if (applied == newest || last?.MadeAt > asOf - Settled) return 0;
        }

        var (seen, after) = (0, 0L);
        while (true)
        {
            var ids = await NextAsync(after, first: applied is null, cancel);
            if (ids.Count == 0) break;
            await RelayAsync(ids, rows: applied is null, asOf, cancel);
            (seen, after) = (seen + ids.Count, ids[^1]);
        }

        await writer.RunAsync(async db =>
        {
            if (await db.CareMarks.SingleOrDefaultAsync(cancel) is { } mark) mark.Version = newest;
            else db.CareMarks.Add(new() { Version = newest });
            return true;
        }, cancel);
        return seen;
    }

    /// <param name="first">Nothing was kept before: what fields say and what time was spent is brought to where lists find it too, also of cases that are over.</param>
    private async Task<List<long>> NextAsync(long after, bool first, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var tickets = db.Tickets.Where(t => t.Id > after);
        tickets = first ? tickets.Where(t => t.Status <= TicketStatus.Answered || t.CaseFile != null) : tickets.Where(t => t.Status <= TicketStatus.Answered);
        return await tickets.OrderBy(t => t.Id).Select(t => t.Id).Take(Batch).ToListAsync(cancel);
    }

    private async Task RelayAsync(List<long> ids, bool rows, DateTimeOffset asOf, CancellationToken cancel)
    {
        await writer.RunAsync(async db =>
        {
            await MergedCases.LockAsync(db, [.. ids], cancel);
            var tickets = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).AsSplitQuery().Where(t => ids.Contains(t.Id)).ToListAsync(cancel);
            var log = (await db.Events.AsNoTracking().Where(line => ids.Contains(line.TicketId)).ToListAsync(cancel)).ToLookup(line => line.TicketId);
            foreach (var ticket in tickets)
            {
                ticket.RelaySteps(log[ticket.Id], await shelf.BookForAsync(ticket), asOf);
                if (rows) await FillAsync(db, ticket, cancel);
            }

            return true;
        }, cancel);
    }

    private static async Task FillAsync(DeskDb db, Ticket ticket, CancellationToken cancel)
    {
        if (ticket.CaseFile?.Fields is { Count: > 0 } && !await db.CaseFields.AnyAsync(row => row.TicketId == ticket.Id, cancel)) db.CaseFields.AddRange(CaseField.Of(ticket.Id, ticket.CaseFile));
        if (ticket.CaseFile?.Times is { Count: > 0 } && !await db.SpentTimes.AnyAsync(row => row.TicketId == ticket.Id, cancel)) db.SpentTimes.AddRange(SpentTime.Of(ticket.Id, ticket.CaseFile));
    }
}
