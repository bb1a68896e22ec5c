using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Finds the tickets that results of people may depend on. What they depend on is the domain's to say.</summary>
internal static class PersonQueries
{
    /// <summary>What was done in the period, by the indexes of the days on which it was done; then what is open and missed something.</summary>
    /// <remarks>In two questions: both engines walk all of history where a ticket may suit either.</remarks>
    public static async Task<IReadOnlyCollection<PersonFact>> PersonFactsAsync(this IQueryable<Ticket> tickets, Cut cut, CancellationToken cancel)
    {
        var (from, start, last) = (cut.Period.From, cut.Start, cut.AsOf < cut.End ? cut.AsOf : cut.End.AddMicroseconds(-1));
        var owned = tickets.Where(t => t.OwnerId != null && t.FiledAt <= last);
        Dictionary<long, PersonFact> found = [];
        await TakeAsync(owned.Where(t => t.AnsweredOn >= from || t.ClosedOn >= from || t.FirstReplyAt >= start));
        await TakeAsync(owned.Where(t => t.Status < TicketStatus.Answered && (t.BreachedAt != null || t.FirstResponseBreachedAt != null || t.NextBreachAt <= last)));
        return found.Values;

        async Task TakeAsync(IQueryable<Ticket> some)
        {
            await foreach (var row in some.Select(Row(last)).AsAsyncEnumerable().WithCancellation(cancel)) found.TryAdd(row.Id, new(row.OwnerId, row.Fact, row.Solved));
        }
    }

    // What nobody measures of a person stays empty.
    private static Expression<Func<Ticket, PersonRow>> Row(DateTimeOffset now) => t => new PersonRow(t.Id, t.OwnerId!.Value, t.Solved, new TicketFact
    {
        FilingNumber = "",
        Kind = TicketKind.Petition,
        Channel = Channel.Web,
        Area = "",
        Priority = Priority.Medium,
        Status = t.Status,
        Subject = "",
        FiledAt = t.FiledAt,
        EffectiveFiledOn = t.EffectiveFiledOn,
        FirstReplyAt = t.FirstReplyAt,
        AnsweredAt = t.AnsweredAt,
        ClosedAt = t.ClosedAt,

        // Few have a breach behind them that is not recorded; only of those the deadlines are looked at.
        DueAt = t.BreachedAt == null && t.NextBreachAt <= now ? t.Deadlines.AsQueryable().Where(MissedDeadlines.AnswerOwed).Min(deadline => deadline.DueAt) : null,
        NextBreachAt = t.NextBreachAt,
        BreachedAt = t.BreachedAt,
        FirstResponseBreachedAt = t.FirstResponseBreachedAt,
        BusinessMinutesToFirstReply = t.FirstResponseMinutes,
        BusinessMinutesToResolution = t.ResolutionMinutes,
        ReopenedCount = t.ReopenedCount,
    });

    private sealed record PersonRow(long Id, int OwnerId, bool? Solved, TicketFact Fact);
}
