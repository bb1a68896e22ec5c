using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>Facts made the long way, from whole tickets: what the readers in SQL are held to.</summary>
public static class StoredFacts
{
    public static async Task<IReadOnlyList<TicketFact>> FactsAsync(this TestDesk desk, int? areaId = null)
    {
        var tickets = await desk.ReadAsync(db => db.Tickets.AsNoTracking()
            .Include(t => t.Area).Include(t => t.Owner).Include(t => t.Customer).Include(t => t.Deadlines).Include(t => t.Pauses)
            .AsSplitQuery().Where(t => areaId == null || t.AreaId == areaId).ToListAsync());
        return [.. tickets.OrderBy(t => t.FiledAt).ThenBy(t => t.Id).Select(t => Of(t, desk.Clock.Now))];
    }

    private static TicketFact Of(Ticket ticket, DateTimeOffset readAt) => new()
    {
        FilingNumber = ticket.Number,
        Kind = ticket.Kind,
        Channel = ticket.Channel,
        Area = ticket.Area!.Name,
        Topic = ticket.Topic,
        Product = ticket.Product,
        Priority = ticket.Priority,
        Status = ticket.Status,
        Subject = ticket.Subject,
        Owner = ticket.Owner?.Name,
        Petitioner = ticket.PetitionerName,
        Customer = ticket.Customer?.Name,
        FiledAt = ticket.FiledAt,
        EffectiveFiledOn = ticket.EffectiveFiledOn,
        FirstReplyAt = ticket.FirstReplyAt,
        AnsweredAt = ticket.AnsweredAt,
        ClosedAt = ticket.ClosedAt,
        DueAt = ticket.Deadlines.Where(d => d is { IsOwed: true, IsPaused: false } && d.Kind.IsAnswer())
            .Min(d => d.DueAt),
        NextBreachAt = ticket.NextBreachAt,
        LegalDueOn = ticket.Deadlines.SingleOrDefault(d => d.Kind == DeadlineKind.LegalAnswer)?.LastDay,
        BreachedAt = ticket.BreachedAt,
        FirstResponseBreachedAt = ticket.FirstResponseBreachedAt,
        BusinessMinutesToFirstReply = ticket.FirstResponseMinutes,
        BusinessMinutesToResolution = ticket.ResolutionMinutes,
        PausedMinutes = (int)ticket.Pauses.Where(pause => pause.Reason != PauseReason.Answered)
            .Sum(pause => ((pause.To ?? readAt) - pause.From).TotalMinutes),
        ReopenedCount = ticket.ReopenedCount,
    };
}
