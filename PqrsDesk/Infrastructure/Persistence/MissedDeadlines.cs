using System.Linq.Expressions;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary><see cref="Ticket.MissedBy"/>, said in SQL.</summary>
internal static class MissedDeadlines
{
    /// <summary>The deadlines that a ticket's answer is due by.</summary>
    public static Expression<Func<Deadline, bool>> AnswerOwed { get; } =
        deadline => (deadline.Kind == DeadlineKind.Resolution || deadline.Kind == DeadlineKind.LegalAnswer || deadline.Kind == DeadlineKind.Imported)
            && deadline.SettledAt == null && !deadline.IsPaused;

    // Few tickets have a breach behind them that is not recorded; only for those the deadlines are looked at.
    public static IQueryable<Ticket> MissedBy(this IQueryable<Ticket> tickets, DateTimeOffset at, DateTimeOffset now) => tickets.Where(t =>
        t.BreachedAt < at
        || (t.BreachedAt == null && t.NextBreachAt <= now && t.NextBreachAt < at && t.Deadlines.AsQueryable().Where(AnswerOwed).Any(deadline => deadline.DueAt < at)));

    public static IQueryable<Ticket> NotMissedBy(this IQueryable<Ticket> tickets, DateTimeOffset at, DateTimeOffset now) => tickets.Where(t =>
        t.BreachedAt >= at
        || (t.BreachedAt == null && !(t.NextBreachAt <= now && t.NextBreachAt < at && t.Deadlines.AsQueryable().Where(AnswerOwed).Any(deadline => deadline.DueAt < at))));
}
