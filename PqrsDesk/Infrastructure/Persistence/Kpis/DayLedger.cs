using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>What came and went on each day of a period: enough for all its days, weeks and months.</summary>
internal sealed class DayLedger
{
    private readonly Dictionary<DateOnly, int> _received;
    private readonly Dictionary<(DateOnly Day, bool Late), int> _answered;
    private readonly Dictionary<DateOnly, int> _closed;
    private readonly Dictionary<DateOnly, int> _ended;
    private readonly List<Delay> _delays;
    private readonly Period _period;

    private DayLedger(
        Period period, int openBefore, Dictionary<DateOnly, int> received, Dictionary<(DateOnly Day, bool Late), int> answered, Dictionary<DateOnly, int> closed,
        Dictionary<DateOnly, int> ended, List<Delay> delays) =>
        (_period, OpenBefore, _received, _answered, _closed, _ended, _delays) = (period, openBefore, received, answered, closed, ended, delays);

    /// <summary>The backlog when the period began.</summary>
    public int OpenBefore { get; }

    public static async Task<DayLedger> ReadAsync(IQueryable<Ticket> tickets, Cut cut, DateTimeOffset readAt, CancellationToken cancel)
    {
        var (from, last) = (cut.Period.From, cut.LastSeen());
        var filedBefore = await tickets.CountAsync(t => t.FiledOn < from && t.FiledAt <= last, cancel);
        var leftBefore = await tickets.CountAsync(t => t.AnsweredOn < from || (t.AnsweredOn == null && t.ClosedOn < from), cancel);
        var received = await tickets.Received(cut).GroupBy(t => t.FiledOn)
            .Select(day => new { day.Key, Count = day.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var answered = await tickets.Answered(cut).GroupBy(t => new { Day = t.AnsweredOn!.Value, Late = t.BreachedAt != null })
            .Select(part => new { part.Key.Day, part.Key.Late, Count = part.Count() })
            .ToDictionaryAsync(row => (row.Day, row.Late), row => row.Count, cancel);
        var closed = await tickets.Closed(cut).GroupBy(t => t.ClosedOn!.Value)
            .Select(day => new { day.Key, Count = day.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var ended = await tickets.Closed(cut).Where(t => t.AnsweredOn == null).GroupBy(t => t.ClosedOn!.Value)
            .Select(day => new { day.Key, Count = day.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
        var delays = await tickets.UnansweredOn(from).Where(t => t.FiledAt <= last).MissedBy(cut.AsOf, readAt)
            .Select(t => new Delay(t.FiledAt, t.BreachedAt, t.Deadlines.AsQueryable().Where(MissedDeadlines.AnswerOwed).Min(deadline => deadline.DueAt), t.NextBreachAt, t.AnsweredAt ?? t.ClosedAt))
            .ToListAsync(cancel);
        return new DayLedger(cut.Period, filedBefore - leftBefore, received, answered, closed, ended, delays);
    }

    public DayCount Day(DateOnly day) => new(day, _received.GetValueOrDefault(day), AnsweredOn(day), _closed.GetValueOrDefault(day), _ended.GetValueOrDefault(day));

    /// <summary>Open tickets at the end of a day.</summary>
    public int BacklogAfter(DateOnly day) =>
        OpenBefore + new Period(_period.From, day).Days.Sum(each => _received.GetValueOrDefault(each) - AnsweredOn(each) - _ended.GetValueOrDefault(each));

    /// <summary>Timeliness of a part of the period, with the cut at the part's own end.</summary>
    public Timeliness Resolution(Cut part)
    {
        var last = part.LastSeen();
        return new Timeliness(
            part.Period.Days.Sum(day => _answered.GetValueOrDefault((day, false))),
            part.Period.Days.Sum(day => _answered.GetValueOrDefault((day, true))),
            _delays.Count(delay => delay.FiledAt <= last && delay.MissedAt < part.AsOf && !(delay.LeftAt <= last)));
    }

    private int AnsweredOn(DateOnly day) => _answered.GetValueOrDefault((day, false)) + _answered.GetValueOrDefault((day, true));

    /// <summary>A ticket that some part of the period may find open and overdue.</summary>
    private sealed record Delay(DateTimeOffset FiledAt, DateTimeOffset? BreachedAt, DateTimeOffset? DueAt, DateTimeOffset? NextBreachAt, DateTimeOffset? LeftAt)
    {
        /// <summary>As <see cref="TicketFact.MissedAt"/>.</summary>
        public DateTimeOffset? MissedAt => BreachedAt ?? (NextBreachAt > DueAt ? NextBreachAt : DueAt);
    }
}
