using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary><see cref="Cut.Concerns"/>, said in SQL. It goes by the local dates that tickets carry, which have indexes.</summary>
internal static class CutQueries
{
    public static IQueryable<Ticket> Concerned(this IQueryable<Ticket> tickets, Cut cut)
    {
        var last = LastSeen(cut);
        var (from, to) = (cut.Period.From, cut.Period.To);
        var earliest = FilingDates.Earliest(from);
        return tickets.Where(t => t.FiledAt <= last
            && ((t.FiledAt >= earliest && t.FiledOn >= from) || t.Status < TicketStatus.Answered || t.AnsweredOn >= from || (t.ClosedOn >= from && (t.ClosedOn <= to || t.AnsweredOn == null))));
    }

    /// <summary><see cref="Cut.Received"/>, said in SQL.</summary>
    public static IQueryable<Ticket> Received(this IQueryable<Ticket> tickets, Cut cut)
    {
        var (start, last) = (cut.Start, LastSeen(cut));
        return tickets.Where(t => t.FiledAt >= start && t.FiledAt <= last);
    }

    /// <summary>The last instant that can be stored before what the cut no longer sees.</summary>
    private static DateTimeOffset LastSeen(Cut cut) => cut.AsOf < cut.End ? cut.AsOf : cut.End.AddMicroseconds(-1);
}
