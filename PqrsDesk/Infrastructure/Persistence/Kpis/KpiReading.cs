using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Indicators that agree with each other: all from one state of the store, seen from one instant.</summary>
public sealed class KpiReading : IAsyncDisposable
{
    private readonly DeskDb _db;
    private readonly Snapshot? _own;
    private readonly int? _areaId;
    private readonly int? _customerId;
    private readonly Dictionary<Period, DaySpan> _spans = [];
    private KeptDays? _days;

    /// <param name="own">Let go with the reading; null when the caller's is read.</param>
    internal KpiReading(DeskDb db, Snapshot? own, TimeZoneInfo zone, DateTimeOffset now, int? areaId, int? customerId = null)
    {
        (_db, _own) = (db, own);
        (_areaId, _customerId) = (areaId, customerId);
        Zone = zone;
        ReadAt = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
    }

    public TimeZoneInfo Zone { get; }

    public DateTimeOffset ReadAt { get; }

    /// <summary>The desk's own date.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(ReadAt, Zone).DateTime);

    public Cut CutOf(Period period) => new(period, Zone, ReadAt);

    public async Task<Indicators> IndicatorsAsync(Period period, CancellationToken cancel)
    {
        var span = await SpanAsync(period, cancel);
        return new Indicators(
            period, span.Flow(period), span.Stock(period), span.Resolution(period), span.FirstResponse(period),
            ResponseDays.Of(await (await DaysAsync(cancel)).WaitsAsync(period, cancel)));
    }

    /// <summary>Timeliness of the answers of a period.</summary>
    public async Task<Timeliness> ResolutionAsync(Period period, CancellationToken cancel) => (await SpanAsync(period, cancel)).Resolution(period);

    /// <summary>How the first replies and the answers of some priorities were kept, as one.</summary>
    public async Task<Timeliness> KeptAsync(Period period, IReadOnlyList<Priority> priorities, CancellationToken cancel) => await (await DaysAsync(cancel)).KeptAsync(period, priorities, cancel);

    public async Task<Breakdown> BreakdownAsync(Period period, CancellationToken cancel)
    {
        var span = await SpanAsync(period, cancel);
        var parts = await (await DaysAsync(cancel)).PartsAsync(period, cancel);
        var areas = await _db.Areas.ToDictionaryAsync(area => area.Id, area => area.Name, cancel);
        return new Breakdown(
            parts.CountBy(day => day.Kinds),
            parts.CountBy(day => day.Channels),
            span.ByArea().Select(row => new CountBy<string>(areas[row.Key], row.Count)).MostFirst(),
            span.ByPriority().MostFirst(),
            Pareto.Of(parts.CountBy(day => day.Topics).Select(row => new CountBy<string?>(row.Key, row.Count)).Append(new CountBy<string?>(null, parts.Sum(day => day.NoTopic)))),
            [.. span.Cells().Select(cell => new SlaCell(areas[cell.AreaId], cell.Priority, cell.Resolution))
                .OrderBy(cell => cell.Area, StringComparer.Ordinal).ThenByDescending(cell => cell.Priority)],
            [.. period.Days.Select(span.Day)],
            [.. period.Weeks.Select(week => new WeekCompliance(week, span.Resolution(week)))]);
    }

    /// <summary>So many whole months, oldest first, the last of them that of the period's end.</summary>
    public async Task<IReadOnlyList<MonthTrend>> TrendAsync(Period period, int months, CancellationToken cancel)
    {
        var all = period.MonthsUpTo(months).ToList();
        var span = await SpanAsync(new Period(all[0].From, all[^1].To), cancel);
        return [.. from month in all
                   let flow = span.Flow(month)
                   select new MonthTrend(month, flow.Received, flow.Answered, flow.Closed, span.Stock(month).Open, span.Resolution(month))];
    }

    /// <summary>The backlog at the end of each day; of days that have not begun there is none.</summary>
    public async Task<IReadOnlyList<CountBy<DateOnly>>> BacklogAsync(Period period, CancellationToken cancel)
    {
        var span = await SpanAsync(period, cancel);
        return [.. period.Days.Select(span.Day).TakeWhile(day => day.Day <= Today).Backlog(span.OpenBefore)];
    }

    /// <summary>Every ticket that the period's indicators may depend on, oldest first, one at a time.</summary>
    public IAsyncEnumerable<TicketFact> FactsAsync(Period period) => Tickets.Concerned(CutOf(period)).Facts(ReadAt);

    /// <summary>The results of everybody who has a ticket, whatever its area.</summary>
    public async Task<IReadOnlyList<PersonResults>> PeopleAsync(Period period, CancellationToken cancel)
    {
        var cut = CutOf(period);
        return PersonResults.Of(cut, await _db.Tickets.AsNoTracking().PersonFactsAsync(cut, cancel));
    }

    /// <summary>The months in which something was filed, newest first, with how much.</summary>
    public async Task<IReadOnlyList<CountBy<Period>>> MonthsAsync(CancellationToken cancel) =>
        [.. (await (await DaysAsync(cancel)).MonthsAsync(cancel)).OrderByDescending(month => month.Key.From)];

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The store that is read, for what must agree with the figures.</summary>
    internal DeskDb Db => _db;

    /// <summary>The tickets that it is about.</summary>
    public IQueryable<Ticket> Tickets
    {
        get
        {
            var tickets = _db.Tickets.AsNoTracking();
            if (_areaId is { } area) tickets = tickets.Where(t => t.AreaId == area);
            return _customerId is { } customer ? tickets.Where(t => t.CustomerId == customer) : tickets;
        }
    }

    private async Task<KeptDays> DaysAsync(CancellationToken cancel) =>
        _days ??= _customerId is null ? await KeptDays.ReadAsync(_db, _areaId, Zone, ReadAt, Today, cancel) : await KeptDays.CountAsync(_db, Tickets, Zone, ReadAt, Today, cancel);

    private async Task<DaySpan> SpanAsync(Period period, CancellationToken cancel)
    {
        if (!_spans.TryGetValue(period, out var span)) _spans.Add(period, span = await (await DaysAsync(cancel)).SpanAsync(period, cancel));
        return span;
    }
}
