using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.RuleChanges;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>One of two that are to be one, with the version that whoever merges has before their eyes.</summary>
public readonly record struct SeenParty(int Id, int Version);

/// <summary>
/// Makes one of two people, or of two organisations, in one transaction: their cases go over by an event each, so that the
/// logs tell it, everything else that names the one that goes is led to the one that stays, and a trace keeps what both said.
/// </summary>
public sealed class MergeParties(TicketDoor door, MoveContracts contracts, SlaShelf shelf, TimeProvider clock)
{
    /// <returns>Why not; null: they are one.</returns>
    public async Task<Refusal?> RunAsync(PartyKind kind, SeenParty stays, SeenParty goes, MergeChoice choice, Actor by, CancellationToken cancel)
    {
        if (!KeepParties.MayKeep(kind, by)) return RefusalCode.RoleTooLow;
        if (stays.Id == goes.Id) return RefusalCode.MergeWithItself;
        if (await door.ChangeFoundAsync(by, db => BeginAsync(db, kind, stays, goes, choice, by, cancel), cancel) is { } refusal) return refusal;
        if (kind == PartyKind.Organisation) shelf.Refresh();
        return null;
    }

    private async Task<FoundTickets> BeginAsync(DeskDb db, PartyKind kind, SeenParty stays, SeenParty goes, MergeChoice choice, Actor by, CancellationToken cancel)
    {
        await PartyRows.LockAsync(db, kind, [stays.Id, goes.Id], cancel);
        if (await PartyRows.FindAsync(db, kind, stays.Id, cancel) is not { } kept || await PartyRows.FindAsync(db, kind, goes.Id, cancel) is not { } gone) return new(RefusalCode.PartyNotFound);
        if (kept.Version != stays.Version) return new(new Refusal(RefusalCode.PartyChanged, null, kept.ChangedBy ?? Actor.Desk.Name));
        if (gone.Version != goes.Version) return new(new Refusal(RefusalCode.PartyChanged, null, gone.ChangedBy ?? Actor.Desk.Name));
        if (kind == PartyKind.Organisation && await NamingRuleAsync(db, goes.Id, cancel) is { } rule) return new(new Refusal(RefusalCode.NamedByRule, null, rule));
        if (kind == PartyKind.Organisation && await OverlapAsync(db, stays.Id, goes.Id, cancel) is { } both) return new(new Refusal(RefusalCode.ContractsOverlap, null, both));
        var before = new MergedParties(Details(gone), Details(kept));
        var merged = choice.Merge(before.Into, before.From);
        if (merged.Refuse() is { } wrong) return new(wrong);
        var trace = new PartyMerge { Kind = kind, FromId = goes.Id, FromName = gone.Name, IntoId = stays.Id, At = clock.GetUtcNow(), ByStaffId = by.StaffId, ByName = by.Name, Before = before };
        db.PartyMerges.Add(trace);
        var (others, left) = (new Dictionary<string, IReadOnlyList<long>>(), new List<LeftRow>());
        foreach (var lead in MergeTrace.LeadsTo(db, kind))
        {
            if (await MergeTrace.MoveAsync(db, lead, goes.Id, stays.Id, null, cancel) is { Count: > 0 } moved) others[lead.Name] = moved;
            left.AddRange(await MergeTrace.LeftAsync(db, lead, goes.Id, cancel));
        }

        return new(
            null,
            each => TicketsOf(each, kind, goes.Id),
            (ticket, book, now) => ticket.Belong(kind, goes.Id, stays.Id, merged.Name!, undone: false, book, now),
            (each, tickets) => FinishAsync(each, trace.Id, merged, new MovedRows { Tickets = tickets, Others = others, Left = left }, by, cancel))
        {
            Alike = AlikeLine.Of(new TicketEvent.PartyMerged(kind, goes.Id, stays.Id, merged.Name!)),
        };
    }

    private async Task FinishAsync(DeskDb db, int traceId, PartyDetails merged, MovedRows moved, Actor by, CancellationToken cancel)
    {
        var trace = await db.PartyMerges.SingleAsync(each => each.Id == traceId, cancel);
        var (kind, from) = (trace.Kind, trace.FromId);

        // First: what stays may take a name or a number that the other had alone.
        await (kind == PartyKind.Person
            ? db.Contacts.Where(each => each.Id == from).ExecuteDeleteAsync(cancel)
            : db.Customers.Where(each => each.Id == from).ExecuteDeleteAsync(cancel));
        await db.PartyPairs.Where(pair => pair.Kind == kind && pair.ToldApartAt == null && (pair.FirstId == from || pair.SecondId == from)).ExecuteDeleteAsync(cancel);
        var kept = (await PartyRows.FindAsync(db, kind, trace.IntoId, cancel))!;
        if (kept is Contact contact) contact.Change(merged, by.Name, trace.At);
        else ((Customer)kept).Change(merged, by.Name, trace.At);
        (trace.Moved, trace.IntoVersion) = (moved, kept.Version);
        await db.SaveChangesAsync(cancel);
        await contracts.AlongAsync(db, moved, trace.IntoId, by, cancel);
        await FindPairs.AgainAsync(db, kept, cancel);
    }

    /// <summary>The rule or policy in force that names an organisation: it would be without it, and nobody would have changed it.</summary>
    private static async Task<string?> NamingRuleAsync(DeskDb db, int id, CancellationToken cancel)
    {
        var policies = await db.Policies.AsNoTracking().Where(policy => policy.IsCurrent).ToListAsync(cancel);

        // Those of contracts go along with them.
        if (policies.Find(policy => policy.Definition.ContractId is null && policy.Definition.Customers.Contains(id)) is { } policy) return policy.Definition.Name;
        var rules = await db.RoutingRules.AsNoTracking().Where(rule => rule.Active).ToListAsync(cancel);
        return rules.Find(rule => rule.Definition.Customers.Contains(id))?.Definition.Name;
    }

    /// <summary>Two contracts that would promise one organisation the same product on the same days.</summary>
    private static async Task<string?> OverlapAsync(DeskDb db, int stays, int goes, CancellationToken cancel)
    {
        var agreed = await db.Contracts.AsNoTracking().Include(contract => contract.Products).Where(contract => (contract.CustomerId == stays || contract.CustomerId == goes) && contract.State != ContractState.Draft).ToListAsync(cancel);
        var others = agreed.Where(contract => contract.CustomerId == stays).Select(ContractSpan.Of).ToList();
        return agreed.Where(contract => contract.CustomerId == goes).OrderBy(contract => contract.Id)
            .Select(contract => ContractOverlap.Of(ContractSpan.Of(contract), others) is { } overlap ? $"{contract.Number}, {overlap.Number}" : null).FirstOrDefault(both => both is not null);
    }

    private static IQueryable<Ticket> TicketsOf(DeskDb db, PartyKind kind, int id) => kind == PartyKind.Person ? db.Tickets.Where(t => t.PetitionerId == id) : db.Tickets.Where(t => t.CustomerId == id);

    internal static PartyDetails Details(Party party) => party is Contact contact ? PartyDetails.Of(contact) : PartyDetails.Of((Customer)party);
}
