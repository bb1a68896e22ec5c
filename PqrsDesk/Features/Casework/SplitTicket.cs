using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Makes further parts of a case: all of them, or none, in the transaction that writes them down in its log.</summary>
/// <remarks>Their numbers are the case's own with one figure more: the year's sequence is not asked.</remarks>
public sealed class SplitTicket(TicketDoor door, NewTickets tickets)
{
    public Task<Decision> RunAsync(string radicado, int? seen, IReadOnlyList<PartWish> wishes, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, seen, by, (db, ticket, book, now) => SplitAsync(db, ticket, wishes, book, now, cancel), cancel);

    private async Task<Decision> SplitAsync(DeskDb db, Ticket ticket, IReadOnlyList<PartWish> wishes, SlaBook book, Moment now, CancellationToken cancel)
    {
        if (wishes.Count == 0) return new Refusal(RefusalCode.PartsMissing, "Parts");
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticket.Id).OrderBy(line => line.Sequence).ToListAsync(cancel);
        var whole = log[0].Event is TicketEvent.Imported imported ? imported.Filing : ((TicketEvent.Filed)log[0].Event).Filing;
        var files = log.Where(line => line.Event is TicketEvent.FileAttached).Select(Shared).DistinctBy(file => file.Id).ToDictionary(file => file.Id);
        var level = await db.Customers.Where(customer => customer.Id == ticket.CustomerId).Select(customer => (ServiceLevel?)customer.ServiceLevel).SingleOrDefaultAsync(cancel);
        var areas = await db.Areas.AsNoTracking().ToDictionaryAsync(area => area.Id, cancel);
        var parts = new List<NewTicket>();
        for (var place = 0; place < wishes.Count; place++)
        {
            var (wish, shared) = (wishes[place], (wishes[place].FileIds ?? []).Distinct().ToList());
            if (!areas.TryGetValue(wish.AreaId, out var area)) return At(place, new(RefusalCode.AreaUnknown, nameof(PartWish.AreaId)));
            if (shared.Exists(id => !files.ContainsKey(id))) return At(place, new(RefusalCode.FileUnknown, nameof(PartWish.FileIds)));
            var (decision, part) = ticket.Split(wish, whole, area, level, shared.ConvertAll(id => files[id]), book, now);
            if (part is null) return decision is Decision.Refused { Refusal: var refusal } ? At(place, refusal) : decision;
            parts.Add(new NewTicket(part, []));
        }

        await tickets.WriteAsync(db, parts, cancel);

        // One code for all: who was told it once follows every part with it.
        if (await db.TrackingHashes.AsNoTracking().SingleOrDefaultAsync(hash => hash.TicketId == ticket.Id, cancel) is { } code)
            db.TrackingHashes.AddRange(parts.Select(part => new TrackingHash { TicketId = part.Ticket.Id, Hash = code.Hash }));
        return Decision.Ok;
    }

    private static SharedFile Shared(LoggedEvent line)
    {
        var file = (TicketEvent.FileAttached)line.Event;
        return new(file.FileId, file.Name, file.Bytes, file.ForPetitioner || line.ByKind == ActorKind.Petitioner);
    }

    /// <summary>What is wrong with one of several parts names it, as a form or a program counts them: from zero.</summary>
    private static Decision At(int place, Refusal refusal) =>
        refusal.Field is { } field ? refusal with { Field = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Parts[{place}].{field}") } : refusal;
}
