using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Adds up days that are over and marked, and keeps their figures. Readers do not wait for it: they count marked days themselves.</summary>
public sealed class FoldDays(IDbContextFactory<DeskDb> desk, DeskWriter writer, SlaShelf shelf)
{
    /// <summary>Days read in one go: a month, of which only sums stay in memory.</summary>
    private const int Batch = 31;

    /// <summary>Marks of days under way are let pile up to here.</summary>
    private const int MarksKept = 500;

    /// <returns>How many days were added up.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel, Action<int>? progress = null)
    {
        var book = await shelf.BookAsync();
        var today = book.DateOf(asOf);
        await BeginAsync(book.Zone, today, cancel);
        for (var folded = 0; ;)
        {
            var batch = await ReadAsync(book.Zone, today, asOf, cancel);
            if (batch is null || !await writer.RunAsync(db => KeepAsync(db, batch, today, asOf, cancel), cancel, kept => kept)) return folded;
            folded += batch.Days.Sum(stretch => stretch.Length);
            if (batch.Days.Count == 0) return folded;
            progress?.Invoke(folded);
        }
    }

    /// <summary>Where nothing is kept, or by another zone or formula, all days are marked.</summary>
    internal Task<bool> BeginAsync(TimeZoneInfo zone, DateOnly today, CancellationToken cancel) => writer.RunAsync(async db =>
    {
        var rollUp = await db.RollUps.SingleOrDefaultAsync(cancel);
        if (rollUp?.Fits(zone) == true) return false;
        if (rollUp is null) db.RollUps.Add(rollUp = new RollUp { Zone = zone.Id });
        (rollUp.Zone, rollUp.Formula, rollUp.Round, rollUp.RebuildingUntil) = (zone.Id, RollUp.CurrentFormula, rollUp.Round + 1, null);
        await db.DayFigures.ExecuteDeleteAsync(cancel);
        await db.DayParts.ExecuteDeleteAsync(cancel);

        // Nothing of a ticket counts before it was filed; the first instant may have the second date, in another zone.
        var first = await db.Tickets.OrderBy(t => t.FiledAt).Select(t => (DateOnly?)t.FiledOn).FirstOrDefaultAsync(cancel);
        if (first?.AddDays(-1) is { } from && from <= today) StaleDays.Mark(db, new Period(from, today).Days);
        return true;
    }, cancel, begun => begun);

    /// <returns>Null: there is nothing to do, or another is at it.</returns>
    private async Task<DayBatch?> ReadAsync(TimeZoneInfo zone, DateOnly today, DateTimeOffset asOf, CancellationToken cancel)
    {
        // The marks and the tickets in one state of the store: a change that comes after it has a mark that stays.
        await using var snapshot = await Snapshot.TakeAsync(desk, cancel);
        var db = snapshot.Db;
        if (await db.RollUps.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } rollUp || rollUp.RebuildingUntil > asOf) return null;
        var days = (await db.StaleBeforeAsync(today, cancel)).Take(Batch).Stretches().ToList();
        if (days.Count == 0 && await db.StaleDays.Where(stale => stale.Day >= today).CountAsync(cancel) <= MarksKept) return null;
        var sums = new DaySums();
        var marks = new List<long>();
        foreach (var stretch in days)
        {
            marks.AddRange(await db.StaleDays.Where(stale => stale.Day >= stretch.From && stale.Day <= stretch.To).Select(stale => stale.Id).ToListAsync(cancel));
            await foreach (var each in db.Tickets.AsNoTracking().Touching(stretch, zone).Footprints().WithCancellation(cancel))
                foreach (var share in each.Shares(zone))
                    if (stretch.Contains(share.Day)) sums.Add(share);
        }

        return new DayBatch(rollUp.Round, days, sums, marks);
    }

    private static async Task<bool> KeepAsync(DeskDb db, DayBatch batch, DateOnly today, DateTimeOffset asOf, CancellationToken cancel)
    {
        if (await db.RollUps.AnyAsync(rollUp => rollUp.RebuildingUntil > asOf, cancel)) return false;
        if (!await batch.KeepAsync(db, cancel)) return false;

        // Of each day under way one mark is as good as many.
        await db.StaleDays.Where(stale => stale.Day >= today && db.StaleDays.Any(later => later.Day == stale.Day && later.Id > stale.Id)).ExecuteDeleteAsync(cancel);
        return true;
    }
}
