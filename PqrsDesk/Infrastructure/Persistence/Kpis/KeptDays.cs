using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>
/// The figures of days as one reading sees them: what is kept where that holds, and the tickets themselves for days
/// that are not over, that are marked, or that nobody has added up yet.
/// </summary>
internal sealed class KeptDays
{
    private readonly DeskDb _db;
    private readonly int? _areaId;
    private readonly DateOnly _today;
    private readonly bool _keeps;
    private readonly DaySums _live = new();

    private KeptDays(DeskDb db, int? areaId, DateOnly today, bool keeps) => (_db, _areaId, _today, _keeps) = (db, areaId, today, keeps);

    public static async Task<KeptDays> ReadAsync(DeskDb db, int? areaId, TimeZoneInfo zone, DateTimeOffset readAt, DateOnly today, CancellationToken cancel)
    {
        var rollUp = await db.RollUps.AsNoTracking().SingleOrDefaultAsync(cancel);
        var days = new KeptDays(db, areaId, today, rollUp?.Fits(zone) == true);
        var tickets = db.Tickets.AsNoTracking();
        await days.CountAsync(areaId is { } area ? tickets.Where(t => t.AreaId == area) : tickets, zone, readAt, cancel);
        return days;
    }

    /// <summary>Of some tickets, from these alone: nothing is kept of them by themselves.</summary>
    public static async Task<KeptDays> CountAsync(DeskDb db, IQueryable<Ticket> tickets, TimeZoneInfo zone, DateTimeOffset readAt, DateOnly today, CancellationToken cancel)
    {
        var days = new KeptDays(db, null, today, keeps: false);
        await days.CountAsync(tickets, zone, readAt, cancel);
        return days;
    }

    /// <summary>The figures of a period, with what had gathered before it.</summary>
    public async Task<DaySpan> SpanAsync(Period period, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var before = await Kept.Where(row => row.Day < from).GroupBy(row => new { row.AreaId, row.Priority }).Select(rows =>
            new DayFigures(DateOnly.MinValue, rows.Key.AreaId, rows.Key.Priority)
            {
                Received = rows.Sum(row => row.Received),
                AnsweredInTime = rows.Sum(row => row.AnsweredInTime),
                AnsweredLate = rows.Sum(row => row.AnsweredLate),
                Ended = rows.Sum(row => row.Ended),
                Overdue = rows.Sum(row => row.Overdue),
                OwedReply = rows.Sum(row => row.OwedReply),
            }).ToListAsync(cancel);
        var rows = await Kept.Where(row => row.Day >= from && row.Day <= to).ToListAsync(cancel);
        return new DaySpan(
            period,
            before.Concat(_live.Figures.Where(row => row.Day < from)),
            rows.Concat(_live.Figures.Where(row => period.Contains(row.Day))));
    }

    /// <summary>How the first replies and the answers of some priorities were kept in a period, and how many are owed and overdue at its end.</summary>
    public async Task<Timeliness> KeptAsync(Period period, IReadOnlyList<Priority> priorities, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var kept = await Kept.Where(row => row.Day <= to && priorities.Contains(row.Priority)).GroupBy(row => 1).Select(rows => new Timeliness(
            rows.Sum(row => row.Day >= from ? row.AnsweredInTime + row.RepliedInTime : 0),
            rows.Sum(row => row.Day >= from ? row.AnsweredLate + row.RepliedLate : 0),
            rows.Sum(row => row.Overdue + row.OwedReply))).FirstOrDefaultAsync(cancel) ?? Timeliness.None;
        var live = _live.Figures.Where(row => row.Day <= to && priorities.Contains(row.Priority)).ToList();
        var within = live.FindAll(row => row.Day >= from);
        return kept + new Timeliness(
            within.Sum(row => row.AnsweredInTime + row.RepliedInTime), within.Sum(row => row.AnsweredLate + row.RepliedLate), live.Sum(row => row.Overdue + row.OwedReply));
    }

    /// <summary>The days of a period taken apart, in any number of pieces, which add up.</summary>
    public async Task<IReadOnlyList<DayParts>> PartsAsync(Period period, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var kept = await KeptParts.Where(parts => parts.Day >= from && parts.Day <= to)
            .Select(parts => new { parts.Day, parts.AreaId, parts.Received }).ToListAsync(cancel);
        return [.. kept.Select(parts => parts.Received.Of(parts.Day, parts.AreaId)), .. _live.Parts.Where(parts => period.Contains(parts.Day))];
    }

    /// <summary>How long the answers of a period took, in microseconds.</summary>
    public async Task<long[]> WaitsAsync(Period period, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        var waits = new List<long>();
        await foreach (var kept in KeptParts.Where(parts => parts.Day >= from && parts.Day <= to).Select(parts => parts.Waited).AsAsyncEnumerable().WithCancellation(cancel))
            Waits.Read(kept, waits);
        foreach (var parts in _live.Parts.Where(parts => period.Contains(parts.Day))) waits.AddRange(parts.Waits);
        return [.. waits];
    }

    /// <summary>The months in which something was filed.</summary>
    public async Task<IEnumerable<CountBy<Period>>> MonthsAsync(CancellationToken cancel)
    {
        var kept = await Kept.GroupBy(row => new { row.Day.Year, row.Day.Month })
            .Select(rows => new { rows.Key.Year, rows.Key.Month, Received = rows.Sum(row => row.Received) }).ToListAsync(cancel);
        return kept.Select(month => (Month: Period.Month(month.Year, month.Month), month.Received))
            .Concat(_live.Figures.Select(row => (Month: Period.Month(row.Day), row.Received)))
            .GroupBy(row => row.Month, row => row.Received)
            .Select(month => new CountBy<Period>(month.Key, month.Sum())).Where(month => month.Count > 0);
    }

    private IQueryable<DayFigures> Kept => _db.DayFigures.AsNoTracking()
        .Where(row => _keeps && row.Day < _today && (_areaId == null || row.AreaId == _areaId) && !Stale.Contains(row.Day));

    private IQueryable<KeptParts> KeptParts => _db.DayParts.AsNoTracking()
        .Where(row => _keeps && row.Day < _today && (_areaId == null || row.AreaId == _areaId) && !Stale.Contains(row.Day));

    private IQueryable<DateOnly> Stale => _db.StaleDays.Where(stale => stale.Day < _today).Select(stale => stale.Day);

    /// <summary>Counts what is not kept from the tickets.</summary>
    private async Task CountAsync(IQueryable<Ticket> tickets, TimeZoneInfo zone, DateTimeOffset readAt, CancellationToken cancel)
    {
        if (_keeps)
        {
            // What has come in after midnight by another node's clock is of no day that is kept either.
            await AddAsync(tickets, new Period(_today, _today.AddDays(1)));
            foreach (var stretch in (await _db.StaleBeforeAsync(_today, cancel)).Stretches()) await AddAsync(tickets, stretch);
        }
        else
        {
            await foreach (var each in tickets.Footprints().WithCancellation(cancel)) Add(each, null);
        }

        await foreach (var missed in tickets.Unrecorded(readAt).WithCancellation(cancel))
        {
            foreach (var share in missed.SeenAt(readAt)?.Shares(zone) ?? [])
                if (share.Figure == Figure.Overdue) _live.Add(share);
        }

        async Task AddAsync(IQueryable<Ticket> among, Period days)
        {
            await foreach (var each in among.Touching(days, zone).Footprints().WithCancellation(cancel)) Add(each, days);
        }

        void Add(Footprint each, Period? days)
        {
            foreach (var share in each.SeenAt(readAt)?.Shares(zone) ?? [])
                if (days?.Contains(share.Day) != false) _live.Add(share);
        }
    }
}
