using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>Reads the figures of one dashboard.</summary>
public sealed class ReadBoard(KpiReader kpis)
{
    /// <summary>Deadlines pass without any change.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    public LiveQuestion<Board> Question(BoardView view) => new(view, (db, cancel) => RunAsync(db, view, cancel)) { Every = Every };

    public async Task<Board> RunAsync(DeskDb db, BoardView view, CancellationToken cancel)
    {
        await using var reading = await kpis.OverAsync(db, view.AreaId);
        var period = view.PeriodOn(reading.Today);
        return new Board(
            reading.CutOf(period),
            reading.ReadAt,
            view.AreaId,
            await reading.IndicatorsAsync(period, cancel),
            await reading.IndicatorsAsync(view.BeforeOn(reading.Today), cancel),
            await reading.BreakdownAsync(period, cancel),
            await reading.BacklogAsync(period, cancel),
            await db.Areas.OrderBy(area => area.Name).Select(area => new BoardArea(area.Id, area.Name)).ToListAsync(cancel));
    }
}
