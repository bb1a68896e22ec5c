using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Tickets as facts: the few columns that indicators and reports need, one row at a time.</summary>
internal static class FactQueries
{
    /// <param name="readAt">A pause that still lasts is counted up to here.</param>
    public static async IAsyncEnumerable<TicketFact> Facts(this IQueryable<Ticket> tickets, DateTimeOffset readAt, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var rows = tickets.OrderBy(t => t.FiledAt).ThenBy(t => t.Id).Select(t => new
        {
            Fact = new TicketFact
            {
                FilingNumber = t.Number,
                Kind = t.Kind,
                Channel = t.Channel,
                Area = t.Area!.Name,
                Topic = t.Topic,
                Product = t.Product,
                Priority = t.Priority,
                Status = t.Status,
                Subject = t.Subject,
                Owner = t.Owner!.Name,
                Petitioner = t.PetitionerName,
                Customer = t.Customer!.Name,
                ContractId = t.ContractId,
                FiledAt = t.FiledAt,
                EffectiveFiledOn = t.EffectiveFiledOn,
                FirstReplyAt = t.FirstReplyAt,
                AnsweredAt = t.AnsweredAt,
                ClosedAt = t.ClosedAt,
                DueAt = t.Deadlines.AsQueryable().Where(MissedDeadlines.AnswerOwed).Min(deadline => deadline.DueAt),
                NextBreachAt = t.NextBreachAt,
                LegalDueOn = t.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.LegalAnswer).Max(deadline => deadline.LastDay),
                BreachedAt = t.BreachedAt,
                FirstResponseBreachedAt = t.FirstResponseBreachedAt,
                BusinessMinutesToFirstReply = t.FirstResponseMinutes,
                BusinessMinutesToResolution = t.ResolutionMinutes,
                ReopenedCount = t.ReopenedCount,
                CaseFile = t.CaseFile,
            },
            Waits = t.Pauses.Where(pause => pause.Reason != PauseReason.Answered).Select(pause => new { pause.From, pause.To }).ToList(),
        });
        await foreach (var row in rows.AsSingleQuery().AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row.Waits.Count == 0
                ? row.Fact
                : row.Fact with { PausedMinutes = (int)row.Waits.Sum(wait => ((wait.To ?? readAt) - wait.From).TotalMinutes) };
        }
    }
}
