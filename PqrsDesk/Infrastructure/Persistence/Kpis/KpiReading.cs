using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Indicators that agree with each other: all from one state of the store, seen from one instant.</summary>
public sealed class KpiReading : IAsyncDisposable
{
    private readonly Snapshot? _own;
    private readonly IQueryable<Ticket> _tickets;

    /// <param name="own">Let go with the reading; null when the caller's is read.</param>
    internal KpiReading(DeskDb db, Snapshot? own, TimeZoneInfo zone, DateTimeOffset now, int? areaId)
    {
        _own = own;
        Zone = zone;
        ReadAt = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var all = db.Tickets.AsNoTracking();
        _tickets = areaId is { } area ? all.Where(t => t.AreaId == area) : all;
    }

    public TimeZoneInfo Zone { get; }

    public DateTimeOffset ReadAt { get; }

    /// <summary>The desk's own date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ReadAt, Zone).DateTime);

    public Cut CutOf(Period period) => new(period, Zone, ReadAt);

    public async Task<Indicators> IndicatorsAsync(Period period, CancellationToken cancel)
    {
        var cut = CutOf(period);
        var closed = await _tickets.Closed(cut).GroupBy(t => t.ReopenedCount > 0)
            .Select(part => new { Reopened = part.Key, Count = part.Count() }).ToListAsync(cancel);
        var answers = await _tickets.Answered(cut).Select(t => new { t.FiledAt, t.AnsweredAt }).ToListAsync(cancel);
        return new Indicators(
            period,
            new Flow(
                await _tickets.Received(cut).CountAsync(cancel),
                answers.Count,
                closed.Sum(part => part.Count),
                closed.Where(part => part.Reopened).Sum(part => part.Count)),
            new Stock(
                await _tickets.Open(cut).CountAsync(cancel),
                await _tickets.Overdue(cut, ReadAt).CountAsync(cancel)),
            await ResolutionAsync(period, cancel),
            await FirstResponseAsync(cut, cancel),
            ResponseDays.Of(answers.Select(answer => (answer.AnsweredAt!.Value - answer.FiledAt).TotalDays)));
    }

    /// <summary>Timeliness of the answers of a period.</summary>
    public async Task<Timeliness> ResolutionAsync(Period period, CancellationToken cancel)
    {
        var cut = CutOf(period);
        var answered = await _tickets.Answered(cut).GroupBy(t => t.BreachedAt != null)
            .Select(part => new { Late = part.Key, Count = part.Count() }).ToListAsync(cancel);
        return new Timeliness(
            answered.Where(part => !part.Late).Sum(part => part.Count),
            answered.Where(part => part.Late).Sum(part => part.Count),
            await _tickets.Overdue(cut, ReadAt).CountAsync(cancel));
    }

    public async Task<Breakdown> BreakdownAsync(Period period, CancellationToken cancel)
    {
        var cut = CutOf(period);
        var received = _tickets.Received(cut);
        var days = await LedgerAsync(period, cancel);
        return new Breakdown(
            await received.CountByAsync(t => t.Kind, cancel),
            await received.CountByAsync(t => t.Channel, cancel),
            await received.CountByAsync(t => t.Area!.Name, cancel),
            await received.CountByAsync(t => t.Priority, cancel),
            Pareto.Of(await received.CountByAsync(t => t.Topic, cancel)),
            await SlaAsync(cut, cancel),
            [.. period.Days.Select(days.Day)],
            [.. period.Weeks.Select(week => new WeekCompliance(week, days.Resolution(CutOf(week))))]);
    }

    /// <summary>So many whole months, oldest first, the last of them that of the period's end.</summary>
    public async Task<IReadOnlyList<MonthTrend>> TrendAsync(Period period, int months, CancellationToken cancel)
    {
        var all = period.MonthsUpTo(months).ToList();
        var days = await LedgerAsync(new Period(all[0].From, all[^1].To), cancel);
        return [.. all.Select(month => Trend(month, days))];
    }

    /// <summary>The backlog at the end of each day; of days that have not begun there is none.</summary>
    public async Task<IReadOnlyList<CountBy<DateOnly>>> BacklogAsync(Period period, CancellationToken cancel)
    {
        var days = await LedgerAsync(period, cancel);
        return [.. period.Days.Select(days.Day).TakeWhile(day => day.Day <= Today).Backlog(days.OpenBefore)];
    }

    /// <summary>Every ticket that the period's indicators may depend on, oldest first, one at a time.</summary>
    public IAsyncEnumerable<TicketFact> FactsAsync(Period period) => _tickets.Concerned(CutOf(period)).Facts(ReadAt);

    /// <summary>The months in which something was filed, newest first, with how much.</summary>
    public async Task<IReadOnlyList<CountBy<Period>>> MonthsAsync(CancellationToken cancel)
    {
        var last = ReadAt;
        var months = await _tickets.Where(t => t.FiledAt <= last).GroupBy(t => new { t.FiledOn.Year, t.FiledOn.Month })
            .Select(month => new { month.Key.Year, month.Key.Month, Count = month.Count() }).ToListAsync(cancel);
        return [.. months.Select(month => new CountBy<Period>(Period.Month(month.Year, month.Month), month.Count)).OrderByDescending(month => month.Key.From)];
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task<DayLedger> LedgerAsync(Period period, CancellationToken cancel) => DayLedger.ReadAsync(_tickets, CutOf(period), ReadAt, cancel);

    private MonthTrend Trend(Period month, DayLedger days)
    {
        var counts = month.Days.Select(days.Day).ToList();
        return new MonthTrend(
            month, counts.Sum(day => day.Received), counts.Sum(day => day.Answered), counts.Sum(day => day.Closed),
            days.BacklogAfter(month.To), days.Resolution(CutOf(month)));
    }

    private async Task<Timeliness> FirstResponseAsync(Cut cut, CancellationToken cancel)
    {
        var replied = await _tickets.FirstReplied(cut).GroupBy(t => t.FirstResponseBreachedAt != null)
            .Select(part => new { Late = part.Key, Count = part.Count() }).ToListAsync(cancel);
        return new Timeliness(
            replied.Where(part => !part.Late).Sum(part => part.Count),
            replied.Where(part => part.Late).Sum(part => part.Count),
            await _tickets.OwedFirstReply(cut).CountAsync(cancel));
    }

    private async Task<IReadOnlyList<SlaCell>> SlaAsync(Cut cut, CancellationToken cancel)
    {
        var answered = await _tickets.Answered(cut).GroupBy(t => new { Area = t.Area!.Name, t.Priority, Late = t.BreachedAt != null })
            .Select(part => new { part.Key.Area, part.Key.Priority, part.Key.Late, Count = part.Count() }).ToListAsync(cancel);
        var overdue = await _tickets.Overdue(cut, ReadAt).GroupBy(t => new { Area = t.Area!.Name, t.Priority })
            .Select(part => new { part.Key.Area, part.Key.Priority, Count = part.Count() }).ToListAsync(cancel);
        return [.. answered.Select(part => new SlaCell(part.Area, part.Priority, part.Late ? new(0, part.Count, 0) : new(part.Count, 0, 0)))
            .Concat(overdue.Select(part => new SlaCell(part.Area, part.Priority, new(0, 0, part.Count))))
            .GroupBy(cell => (cell.Area, cell.Priority), cell => cell.Resolution)
            .OrderBy(group => group.Key.Area, StringComparer.Ordinal).ThenByDescending(group => group.Key.Priority)
            .Select(group => new SlaCell(group.Key.Area, group.Key.Priority, group.Aggregate(Timeliness.Add)))];
    }
}
