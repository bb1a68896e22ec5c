using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Finds the tickets that leave something on certain days. What they leave there is the domain's to say.</summary>
internal static class FootprintQueries
{
    /// <summary>At least those with a share on one of the days: six ranges, each with its index.</summary>
    public static IQueryable<Ticket> Touching(this IQueryable<Ticket> tickets, Period days, TimeZoneInfo zone)
    {
        var (from, to, start, end) = (days.From, days.To, days.Start(zone), days.End(zone));
        var (earliest, latest) = (FilingDates.Earliest(from), FilingDates.Latest(to));
        return tickets.Where(t =>
            (t.FiledAt >= earliest && t.FiledAt < latest && t.FiledOn >= from && t.FiledOn <= to)
            || (t.AnsweredOn >= from && t.AnsweredOn <= to)
            || (t.ClosedOn >= from && t.ClosedOn <= to)
            || (t.FirstReplyAt >= start && t.FirstReplyAt < end)
            || (t.BreachedAt >= start && t.BreachedAt < end)
            || (t.FirstResponseBreachedAt >= start && t.FirstResponseBreachedAt < end));
    }

    public static IAsyncEnumerable<Footprint> Footprints(this IQueryable<Ticket> tickets) => tickets.Select(t => new Footprint
    {
        AreaId = t.AreaId,
        Priority = t.Priority,
        Kind = t.Kind,
        Channel = t.Channel,
        Topic = t.Topic,
        FiledAt = t.FiledAt,
        FiledOn = t.FiledOn,
        FirstReplyAt = t.FirstReplyAt,
        AnsweredAt = t.AnsweredAt,
        AnsweredOn = t.AnsweredOn,
        ClosedAt = t.ClosedAt,
        ClosedOn = t.ClosedOn,
        Reopened = t.ReopenedCount > 0,
        Late = t.BreachedAt != null,
        MissedAt = t.BreachedAt,
        ReplyLate = t.FirstResponseBreachedAt != null,
        ReplyMissedAt = t.FirstResponseBreachedAt,
    }).AsAsyncEnumerable();

    /// <summary>Those whose answer was missed and of which the log does not know yet. Between two sweeps there are few.</summary>
    public static IAsyncEnumerable<Footprint> Unrecorded(this IQueryable<Ticket> tickets, DateTimeOffset readAt) =>
        // The next mark is never after the next breach, and it has the index.
        tickets.Where(t => t.NextMarkAt <= readAt && t.NextBreachAt <= readAt && t.BreachedAt == null)
            .Select(t => new
            {
                t.AreaId,
                t.Priority,
                t.FiledAt,
                t.FiledOn,
                t.AnsweredAt,
                t.AnsweredOn,
                t.ClosedAt,
                t.ClosedOn,
                t.NextBreachAt,
                DueAt = t.Deadlines.AsQueryable().Where(MissedDeadlines.AnswerOwed).Min(deadline => deadline.DueAt),
            })
            .Where(t => t.DueAt != null)
            .Select(t => new Footprint
            {
                AreaId = t.AreaId,
                Priority = t.Priority,
                Kind = default,
                Channel = default,
                FiledAt = t.FiledAt,
                FiledOn = t.FiledOn,
                AnsweredAt = t.AnsweredAt,
                AnsweredOn = t.AnsweredOn,
                ClosedAt = t.ClosedAt,
                ClosedOn = t.ClosedOn,

                // As TicketFact.MissedAt.
                MissedAt = t.NextBreachAt > t.DueAt ? t.NextBreachAt : t.DueAt,
            }).AsAsyncEnumerable();
}
