using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.RuleChanges;

/// <summary>What a change of rules asks of an open ticket.</summary>
/// <param name="Facts">Null where the change does not ask for them: to read them is the longer half.</param>
public sealed record OpenPromise(long Id, Priority Priority, DateOnly EffectiveFiledOn, int PolicyVersionId, int? LegalCalendarVersionId, PolicyFacts? Facts)
{
    /// <returns>Null when the ticket keeps what it was promised.</returns>
    public (int Policy, int Legal)? By(SlaTransition transition) => transition.Of(
        PolicyVersionId, LegalCalendarVersionId, () => Facts ?? throw new InvalidOperationException("The facts were not read."));
}

/// <summary>Some of all open tickets: those whose number, divided by <see cref="Of"/>, leaves <see cref="Number"/>.</summary>
/// <remarks>One reader does not keep all cores busy, and what belongs to one ticket must come to the same reader.</remarks>
public readonly record struct Part(int Number, int Of)
{
    public static Part All { get; } = new(0, 1);

    public static IEnumerable<Part> Split(int into) => Enumerable.Range(0, into).Select(number => new Part(number, into));
}

/// <summary>Reads the promises of all open tickets that a change can touch, in bulk and untracked.</summary>
public sealed class OpenPromises(IDbContextFactory<DeskDb> desk)
{
    // Only what the queries below ask: open, promised by us, and perhaps of certain versions.
    private static IQueryable<Ticket> Touched(DeskDb db, SlaTransition transition, Part part)
    {
        var open = db.Tickets.Where(t => t.Status < TicketStatus.Answered && t.PolicyVersionId != null);
        if (part.Of > 1) open = open.Where(t => t.Id % part.Of == part.Number);
        if (transition.Customers is { } customers) open = open.Where(t => customers.Contains(t.CustomerId!.Value));
        return transition.Touched is { } versions ? open.Where(t => versions.Contains(t.PolicyVersionId!.Value)) : open;
    }

    public async Task<List<OpenPromise>> TicketsAsync(SlaTransition transition, Part part, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var touched = Touched(db, transition, part);
        var promises = transition.ChoosesAnew
            ? touched.Select(t => new OpenPromise(
                t.Id, t.Priority, t.EffectiveFiledOn, t.PolicyVersionId!.Value, t.LegalCalendarVersionId,
                new PolicyFacts(t.Kind, t.Customer == null ? null : t.Customer.ServiceLevel, t.CustomerId, t.Channel, t.AreaId, t.Priority, t.Product, t.FiledOn)))
            : touched.Select(t => new OpenPromise(t.Id, t.Priority, t.EffectiveFiledOn, t.PolicyVersionId!.Value, t.LegalCalendarVersionId, null));
        return await promises.ToListAsync(cancel);
    }

    /// <summary>What those tickets still owe and the change can touch: copies, for whoever asked to change, one at a time.</summary>
    public async IAsyncEnumerable<Deadline> DeadlinesAsync(
        SlaTransition transition, SlaChange change, Part part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var kinds = Enum.GetValues<DeadlineKind>().Where(kind => Repromise.Reaches(change, kind)).ToList();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var owed = db.Deadlines.AsNoTracking().Where(d => d.SettledAt == null && kinds.Contains(d.Kind))
            .Join(Touched(db, transition, part), d => d.TicketId, t => t.Id, (d, t) => d);
        await foreach (var deadline in owed.AsAsyncEnumerable().WithCancellation(cancel)) yield return deadline;
    }

    public async Task<ILookup<long, Pause>> PausesAsync(SlaTransition transition, Part part, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var pauses = await db.Pauses.AsNoTracking().Join(Touched(db, transition, part), p => p.TicketId, t => t.Id, (p, t) => p).ToListAsync(cancel);
        return pauses.ToLookup(pause => pause.TicketId);
    }

    public async Task<Dictionary<long, (string Number, string Subject)>> NamesAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Number, t.Subject })
            .ToDictionaryAsync(t => t.Id, t => (t.Number, t.Subject), cancel);
    }
}
