using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Puts back into the queue what its owner has left lying for longer than its area lets it lie.</summary>
public sealed class SweepIdle(IDbContextFactory<DeskDb> desk, TicketDoor door, RoutingShelf routing, SlaShelf sla)
{
    private const int Batch = 50;

    /// <returns>How many went back.</returns>
    public async Task<int> RunAsync(DateTimeOffset asOf, CancellationToken cancel)
    {
        var returned = 0;
        foreach (var area in (await routing.BookAsync()).Parts.Areas.Where(area => area.ReturnAfterHours is not null))
            returned += await RunAsync(area.Id, TimeSpan.FromHours(area.ReturnAfterHours!.Value), asOf, cancel);
        return returned;
    }

    private async Task<int> RunAsync(int areaId, TimeSpan limit, DateTimeOffset asOf, CancellationToken cancel)
    {
        var (returned, after) = (0, DateTimeOffset.UnixEpoch);
        var until = await LastAsync(limit, asOf);
        while (true)
        {
            List<(long Id, DateTimeOffset Since)> lying;
            await using (var db = await desk.CreateDbContextAsync(cancel))
            {
                lying = (await db.Tickets.Where(t => t.AreaId == areaId && t.IdleSince != null && t.IdleSince > after && t.IdleSince <= until)
                    .OrderBy(t => t.IdleSince).Select(t => new { t.Id, t.IdleSince }).Take(Batch).ToListAsync(cancel)).ConvertAll(t => (t.Id, t.IdleSince!.Value));
            }

            var went = 0;
            await door.ChangeManyAsync([.. lying.Select(each => new SeenTicket(each.Id))], Actor.Desk, async db =>
            {
                went = 0;
                var names = await db.Staff.AsNoTracking().ToDictionaryAsync(member => member.Id, member => member.Name, cancel);
                return (ticket, book, now) =>
                {
                    if (ticket.AreaId != areaId || ticket.OwnerId is not { } owner) return Decision.Ok;
                    var decision = ticket.ReturnIfIdle(names[owner], limit, book, now);
                    if (ticket.OwnerId is null) went++;
                    return decision;
                };
            }, cancel);
            returned += went;
            if (lying.Count < Batch) return returned;

            // Several may have been given at one instant: those that are left have it too.
            after = lying[^1].Since == lying[0].Since ? lying[^1].Since : lying[^1].Since.AddTicks(-TimeSpan.TicksPerMicrosecond);
        }
    }

    /// <summary>The last instant from which the limit has elapsed by now, or hardly later: the case itself is exact. Between two instants, working time only grows.</summary>
    private async Task<DateTimeOffset> LastAsync(TimeSpan limit, DateTimeOffset asOf)
    {
        var hours = (await sla.BookAsync()).Hours;
        var (early, late) = (asOf - LongestLook, asOf);
        if (hours.Between(early, asOf) < limit) return early;
        while (late - early > Precision)
        {
            var middle = early + (late - early) / 2;
            if (hours.Between(middle, asOf) >= limit) early = middle;
            else late = middle;
        }

        return late;
    }

    private static readonly TimeSpan LongestLook = TimeSpan.FromDays(400);
    private static readonly TimeSpan Precision = TimeSpan.FromMilliseconds(1);
}

/// <summary>A case that lies longer by a minute is no worse.</summary>
public sealed class IdleSweeping(SweepIdle idle, SweepAbsences absences, IDuty duty, TimeProvider clock, ILogger<IdleSweeping> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override async Task RunAsync(DateTimeOffset asOf, CancellationToken stop)
    {
        await absences.RunAsync(asOf, stop);
        await idle.RunAsync(asOf, stop);
    }
}
