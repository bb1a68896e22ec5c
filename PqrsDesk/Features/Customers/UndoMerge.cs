using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>
/// Takes two apart again that were merged, while the one that stayed is as the merge left it. What came to it since, new
/// cases and notes, stays with it.
/// </summary>
public sealed class UndoMerge(TicketDoor door, MoveContracts contracts, SlaShelf shelf, TimeProvider clock)
{
    /// <returns>Why not; null: they are two again.</returns>
    public async Task<Refusal?> RunAsync(int mergeId, Actor by, CancellationToken cancel)
    {
        if (await door.ChangeFoundAsync(by, db => BeginAsync(db, mergeId, by, cancel), cancel) is { } refusal) return refusal;
        shelf.Refresh();
        return null;
    }

    private async Task<FoundTickets> BeginAsync(DeskDb db, int mergeId, Actor by, CancellationToken cancel)
    {
        if (await db.PartyMerges.SingleOrDefaultAsync(merge => merge.Id == mergeId, cancel) is not { UndoneAt: null } trace) return new(RefusalCode.MergeNotUndone);
        var kind = trace.Kind;
        if (!KeepParties.MayKeep(kind, by)) return new(RefusalCode.RoleTooLow);
        await PartyRows.LockAsync(db, kind, [trace.IntoId], cancel);
        var kept = await PartyRows.FindAsync(db, kind, trace.IntoId, cancel);
        if (kept is null || kept.Version != trace.IntoVersion) return new(RefusalCode.MergeNotUndone);
        var now = clock.GetUtcNow();
        var before = new MergedParties(await LivingAsync(db, trace.Before.From, cancel), await LivingAsync(db, trace.Before.Into, cancel));
        if (kept is Contact contact) contact.Change(before.Into, by.Name, now);
        else ((Customer)kept).Change(before.Into, by.Name, now);
        (trace.UndoneAt, trace.UndoneBy) = (now, by.Name);
        await db.SaveChangesAsync(cancel);

        // Only then are its name and numbers free for the other.
        Party back = kind == PartyKind.Person ? Contact.Again(trace.FromId, before.From, by.Name, now) : Customer.Again(trace.FromId, before.From, by.Name, now);
        if (await TakenAsync(db, kind, back, trace.IntoId, cancel)) return new(RefusalCode.MergeNotUndone);
        db.Add(back);
        await db.SaveChangesAsync(cancel);
        foreach (var lead in MergeTrace.LeadsTo(db, kind))
            if (trace.Moved.Others.TryGetValue(lead.Name, out var rows)) await MergeTrace.MoveAsync(db, lead, trace.IntoId, trace.FromId, rows, cancel);
        var (from, into, moved, tickets, name) = (trace.FromId, trace.IntoId, trace.Moved, trace.Moved.Tickets.ToArray(), trace.FromName);
        return new(
            null,
            each => each.Tickets.Where(t => EF.Parameter(tickets).Contains(t.Id) && (kind == PartyKind.Person ? t.PetitionerId : t.CustomerId) == into),
            (ticket, book, moment) => ticket.Belong(kind, into, from, name, undone: true, book, moment),
            async (each, _) =>
            {
                await contracts.AlongAsync(each, moved, from, by, cancel);
                foreach (var id in new[] { into, from }) await FindPairs.AgainAsync(each, (await PartyRows.FindAsync(each, kind, id, cancel))!, cancel);
            })
        {
            Alike = AlikeLine.Of(new TicketEvent.PartyMerged(kind, into, from, name, Undone: true)),
        };
    }

    /// <summary>Meanwhile somebody else may have taken the name, the document or the number that it had.</summary>
    private static async Task<bool> TakenAsync(DeskDb db, PartyKind kind, Party back, int stays, CancellationToken cancel)
    {
        var document = back.DocumentKey is { Length: > 0 } key ? key : null;
        if ((document ?? back.ExternalId) is not null && await PartyRows.NameAsync(db, kind, stays, document, back.ExternalId, cancel) is not null) return true;
        var sorted = Ticket.Fold(back.Name);
        return kind == PartyKind.Organisation && await db.Customers.AnyAsync(each => each.Id != stays && each.SortName == sorted, cancel);
    }

    /// <summary>Their organisation may have become another meanwhile.</summary>
    private static async Task<PartyDetails> LivingAsync(DeskDb db, PartyDetails details, CancellationToken cancel) =>
        details.CustomerId is { } customer && !await db.Customers.AnyAsync(each => each.Id == customer, cancel)
            ? details with { CustomerId = await MergeTrace.SurvivorAsync(db, PartyKind.Organisation, customer, cancel) }
            : details;
}
