using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;

namespace PqrsDesk.Features.Dashboards;

/// <summary>Reads the figures of one dashboard.</summary>
public sealed class ReadBoard(KpiReader kpis, IDbContextFactory<DeskDb> desk)
{
    public async Task<Board> RunAsync(BoardView view, CancellationToken cancel)
    {
        await using var reading = await kpis.OpenAsync(view.AreaId, cancel);
        var period = view.PeriodOn(reading.Today);
        return new Board(
            reading.CutOf(period),
            reading.ReadAt,
            view.AreaId,
            await reading.IndicatorsAsync(period, cancel),
            await reading.IndicatorsAsync(view.BeforeOn(reading.Today), cancel),
            await reading.BreakdownAsync(period, cancel),
            await reading.BacklogAsync(period, cancel),
            await AreasAsync(cancel));
    }

    private async Task<IReadOnlyList<BoardArea>> AreasAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Areas.OrderBy(area => area.Name).Select(area => new BoardArea(area.Id, area.Name)).ToListAsync(cancel);
    }
}
