using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Availability;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>What came of gathering some cases, or of letting them go.</summary>
/// <param name="Refusal">Why none was tried; null when they were.</param>
/// <param name="Results">By radicado, in the order they were asked for.</param>
public sealed record Gathered(AvailabilityRefusal? Refusal, IReadOnlyList<(string Number, Decision Decision)> Results)
{
    public int Done => Results.Count(each => each.Decision.Succeeded);
}

/// <summary>Joins cases to the incident of an outage, and takes them out again.</summary>
public sealed class GatherCases(IDbContextFactory<DeskDb> desk, TicketDoor door)
{
    /// <summary>Of one call.</summary>
    public const int Most = 500;

    public async Task<Gathered> JoinAsync(int outageId, IReadOnlyList<string> numbers, Actor by, CancellationToken cancel)
    {
        var (incident, refusal) = await FindAsync(outageId, by, cancel);
        return incident is null ? new(refusal, []) : await RunAsync(numbers, by, (ticket, book, now) => ticket.JoinIncident(outageId, incident.Product, incident.Summary, false, book, now), cancel);
    }

    public async Task<Gathered> LeaveAsync(int outageId, IReadOnlyList<string> numbers, string? reason, Actor by, CancellationToken cancel)
    {
        var (incident, refusal) = await FindAsync(outageId, by, cancel, alsoVoid: true);
        return incident is null ? new(refusal, []) : await RunAsync(numbers, by, (ticket, book, now) => ticket.LeaveIncident(outageId, incident.Product, reason, book, now), cancel);
    }

    /// <summary>What is filed about a product joins the outages of it that say so; what a person took out stays out.</summary>
    /// <returns>How many joined.</returns>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var joined = 0;
        foreach (var incident in await OpenAsync(cancel))
        {
            await using var db = await desk.CreateDbContextAsync(cancel);
            var fresh = await db.Tickets.Where(ticket => ticket.Product == incident.Product && ticket.FiledAt >= incident.From && ticket.Status < TicketStatus.Answered
                    && !db.OutageCases.Any(row => row.OutageId == incident.Id && row.TicketId == ticket.Id))
                .OrderBy(ticket => ticket.FiledAt).Select(ticket => ticket.Id).Take(Most).ToListAsync(cancel);
            if (fresh.Count == 0) continue;
            var said = await door.ChangeManyAsync(fresh.ConvertAll(id => new SeenTicket(id)), Actor.Desk, _ => Task.FromResult<TicketVerb>((ticket, book, now) => ticket.JoinIncident(incident.Id, incident.Product, incident.Summary, true, book, now)), cancel);
            joined += said.Values.Count(decision => decision.Succeeded);
        }

        return joined;
    }

    private async Task<Gathered> RunAsync(IReadOnlyList<string> numbers, Actor by, TicketVerb verb, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, Most);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var ids = await db.Tickets.Where(ticket => numbers.Contains(ticket.Number)).Select(ticket => new { ticket.Number, ticket.Id }).ToDictionaryAsync(ticket => ticket.Number, ticket => ticket.Id, cancel);
        var said = ids.Count == 0 ? new Dictionary<long, Decision>() : await door.ChangeManyAsync([.. ids.Values.Select(id => new SeenTicket(id))], by, _ => Task.FromResult(verb), cancel);
        return new(null, [.. numbers.Select(number => (number, ids.TryGetValue(number, out var id) && said.TryGetValue(id, out var decision) ? decision : RefusalCode.TicketNotFound))]);
    }

    private async Task<(Incident? Incident, AvailabilityRefusal? Refusal)> FindAsync(int outageId, Actor by, CancellationToken cancel, bool alsoVoid = false)
    {
        if (!by.Is(Role.Agent)) return (null, AvailabilityProblem.RoleTooLow);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Outages.Where(outage => outage.Id == outageId).Join(db.Products, outage => outage.ProductId, product => product.Id, (outage, product) => new { outage.VoidedAt, Incident = new Incident(outage.Id, product.Name, outage.Summary, outage.From) }).SingleOrDefaultAsync(cancel);
        return found is null ? (null, AvailabilityProblem.OutageUnknown)
            : found.VoidedAt is not null && !alsoVoid ? (null, AvailabilityProblem.OutageVoided)
            : (found.Incident, null);
    }

    private async Task<List<Incident>> OpenAsync(CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Outages.Where(outage => outage.Until == null && outage.VoidedAt == null && outage.JoinsFilings)
            .Join(db.Products, outage => outage.ProductId, product => product.Id, (outage, product) => new Incident(outage.Id, product.Name, outage.Summary, outage.From)).ToListAsync(cancel);
    }

    private sealed record Incident(int Id, string Product, string Summary, DateTimeOffset From);
}
