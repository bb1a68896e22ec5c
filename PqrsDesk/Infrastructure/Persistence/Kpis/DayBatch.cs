using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Days added up from one state of the store, to be kept instead of what was kept of them.</summary>
/// <param name="Round">Of that state: if another has written since, this is out of date.</param>
/// <param name="Marks">Those that the state held; later ones stay, and say that the days changed again.</param>
public sealed record DayBatch(int Round, IReadOnlyList<Period> Days, DaySums Sums, IReadOnlyList<long> Marks)
{
    private const int MarksInStatement = 500;

    /// <returns>False: another was quicker, and the caller must not commit.</returns>
    public async Task<bool> KeepAsync(DeskDb db, CancellationToken cancel)
    {
        if (await db.RollUps.Where(rollUp => rollUp.Round == Round)
            .ExecuteUpdateAsync(set => set.SetProperty(rollUp => rollUp.Round, Round + 1), cancel) == 0) return false;
        foreach (var (from, to) in Days.Select(stretch => (stretch.From, stretch.To)))
        {
            await db.DayFigures.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
            await db.DayParts.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        }

        foreach (var marks in Marks.Chunk(MarksInStatement)) await db.StaleDays.Where(stale => marks.Contains(stale.Id)).ExecuteDeleteAsync(cancel);
        db.DayFigures.AddRange(Sums.Figures);
        db.DayParts.AddRange(Sums.Parts.Select(KeptParts.Of));
        return true;
    }
}
