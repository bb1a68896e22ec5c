using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>The questions of <see cref="Cut"/>, said in SQL. They go by the local dates that tickets carry, which have indexes.</summary>
internal static class CutQueries
{
    /// <summary>The last instant that can be stored before what the cut no longer sees.</summary>
    public static DateTimeOffset LastSeen(this Cut cut) => cut.AsOf < cut.End ? cut.AsOf : cut.End.AddMicroseconds(-1);

    public static IQueryable<Ticket> Received(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (from, to, last) = (cut.Period.From, cut.Period.To, cut.LastSeen());
        return tickets.Where(t => t.FiledOn >= from && t.FiledOn <= to && t.FiledAt <= last);
    }

    public static IQueryable<Ticket> Answered(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (from, to, last) = (cut.Period.From, cut.Period.To, cut.LastSeen());
        return tickets.Where(t => t.AnsweredOn >= from && t.AnsweredOn <= to && t.AnsweredAt <= last);
    }

    public static IQueryable<Ticket> Closed(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (from, to, last) = (cut.Period.From, cut.Period.To, cut.LastSeen());
        return tickets.Where(t => t.ClosedOn >= from && t.ClosedOn <= to && t.ClosedAt <= last);
    }

    public static IQueryable<Ticket> Open(this IQueryable<Ticket> tickets, Cut cut)
    {
        var last = cut.LastSeen();
        return tickets.UnansweredOn(cut.Period.To.AddDays(1)).Where(t => t.FiledAt <= last);
    }

    public static IQueryable<Ticket> Overdue(this IQueryable<Ticket> tickets, Cut cut, DateTimeOffset readAt) =>
        tickets.Open(cut).MissedBy(cut.AsOf, readAt);

    public static IQueryable<Ticket> FirstReplied(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (start, last) = (cut.Start, cut.LastSeen());

        // Nobody is answered before the first reply, and there is no index on first replies.
        return tickets.UnansweredOn(cut.Period.From).Where(t => t.FirstReplyAt >= start && t.FirstReplyAt <= last);
    }

    public static IQueryable<Ticket> OwedFirstReply(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (asOf, last) = (cut.AsOf, cut.LastSeen());
        return tickets.Open(cut).Where(t => (t.FirstReplyAt == null || t.FirstReplyAt > last) && t.FirstResponseBreachedAt < asOf);
    }

    public static IQueryable<Ticket> Concerned(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (from, to, last) = (cut.Period.From, cut.Period.To, cut.LastSeen());
        return tickets.Where(t => t.FiledAt <= last
            && (t.FiledOn >= from || t.Status < TicketStatus.Answered || t.AnsweredOn >= from || (t.ClosedOn >= from && (t.ClosedOn <= to || t.AnsweredOn == null))));
    }

    /// <summary>Still without an answer when the day began: three ranges, each with its index.</summary>
    public static IQueryable<Ticket> UnansweredOn(this IQueryable<Ticket> tickets, DateOnly day) =>
        tickets.Where(t => t.Status < TicketStatus.Answered)
            .Concat(tickets.Where(t => t.AnsweredOn >= day))
            .Concat(tickets.Where(t => t.AnsweredOn == null && t.ClosedOn >= day));
}
