using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.SlaRules;

/// <summary>What a change of rules asks of an open ticket.</summary>
public sealed record OpenPromise(
    long Id, TicketKind Kind, Channel Channel, Priority Priority, int AreaId, int? CustomerId, ServiceLevel? Level,
    DateOnly EffectiveFiledOn, int PolicyVersionId, int? LegalCalendarVersionId)
{
    public PolicyFacts Facts() => new(Kind, Level, CustomerId, Channel, AreaId, Priority);
}

/// <summary>Reads the promises of all open tickets that a change can touch, in bulk and untracked.</summary>
public sealed class OpenPromises(IDbContextFactory<DeskDb> desk)
{
    // Only what the queries below ask: open, promised by us, and perhaps of certain versions.
    private static IQueryable<Ticket> Touched(DeskDb db, SlaTransition transition)
    {
        var open = db.Tickets.Where(t => t.Status < TicketStatus.Answered && t.PolicyVersionId != null);
        return transition.Touched is { } versions ? open.Where(t => versions.Contains(t.PolicyVersionId!.Value)) : open;
    }

    public async Task<List<OpenPromise>> TicketsAsync(SlaTransition transition, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await Touched(db, transition).Select(t => new OpenPromise(
            t.Id, t.Kind, t.Channel, t.Priority, t.AreaId, t.CustomerId, t.Customer == null ? null : t.Customer.ServiceLevel,
            t.EffectiveFiledOn, t.PolicyVersionId!.Value, t.LegalCalendarVersionId)).ToListAsync(cancel);
    }

    /// <summary>What those tickets still owe: copies, for whoever asked to change.</summary>
    public async Task<ILookup<long, Deadline>> DeadlinesAsync(SlaTransition transition, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var owed = await db.Deadlines.AsNoTracking().Where(d => d.SettledAt == null && d.Kind != DeadlineKind.Imported)
            .Join(Touched(db, transition), d => d.TicketId, t => t.Id, (d, t) => d).ToListAsync(cancel);
        return owed.ToLookup(deadline => deadline.TicketId);
    }

    public async Task<ILookup<long, Pause>> PausesAsync(SlaTransition transition, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var pauses = await db.Pauses.AsNoTracking().Join(Touched(db, transition), p => p.TicketId, t => t.Id, (p, t) => p).ToListAsync(cancel);
        return pauses.ToLookup(pause => pause.TicketId);
    }

    public async Task<Dictionary<long, (string Number, string Subject)>> NamesAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Subject })
            .ToDictionaryAsync(t => t.Id, t => (t.Number, t.Subject), cancel);
    }
}
