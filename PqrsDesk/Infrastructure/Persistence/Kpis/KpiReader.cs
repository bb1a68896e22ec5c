using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Reads the indicators: the count rules of <see cref="Cut"/>, said in SQL.</summary>
/// <remarks>Each question here is its own reading; figures that must agree with each other come from one <see cref="KpiReading"/>.</remarks>
public sealed class KpiReader(IDbContextFactory<DeskDb> desk, SlaShelf shelf, TimeProvider clock)
{
    /// <summary>Opens one reading, to be disposed of soon: the store keeps what it sees for as long as it is open.</summary>
    /// <param name="areaId">Null: the whole desk.</param>
    public async Task<KpiReading> OpenAsync(int? areaId, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var snapshot = await Snapshot.TakeAsync(desk, cancel);
        return new KpiReading(snapshot.Db, snapshot, book.Zone, clock.GetUtcNow(), areaId);
    }

    /// <summary>Opens a reading of one customer's tickets, whatever their area.</summary>
    internal async Task<KpiReading> OpenForAsync(int customerId, CancellationToken cancel)
    {
        var book = await shelf.BookAsync();
        var snapshot = await Snapshot.TakeAsync(desk, cancel);
        return new KpiReading(snapshot.Db, snapshot, book.Zone, clock.GetUtcNow(), null, customerId);
    }

    /// <summary>A reading of a snapshot that is open already, beside what else is asked of it.</summary>
    public async Task<KpiReading> OverAsync(DeskDb snapshot, int? areaId) =>
        new(snapshot, null, (await shelf.BookAsync()).Zone, clock.GetUtcNow(), areaId);

    public async Task<Indicators> IndicatorsAsync(Period period, int? areaId, CancellationToken cancel)
    {
        await using var reading = await OpenAsync(areaId, cancel);
        return await reading.IndicatorsAsync(period, cancel);
    }

    public async Task<Breakdown> BreakdownAsync(Period period, int? areaId, CancellationToken cancel)
    {
        await using var reading = await OpenAsync(areaId, cancel);
        return await reading.BreakdownAsync(period, cancel);
    }

    public async Task<IReadOnlyList<MonthTrend>> TrendAsync(Period period, int months, int? areaId, CancellationToken cancel)
    {
        await using var reading = await OpenAsync(areaId, cancel);
        return await reading.TrendAsync(period, months, cancel);
    }
}
