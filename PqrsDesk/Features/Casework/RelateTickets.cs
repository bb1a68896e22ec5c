using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Does what concerns two cases at once: link, merge, and the way back.</summary>
public sealed class RelateTickets(TicketDoor door, IDbContextFactory<DeskDb> desk, SplitTicket split)
{
    /// <param name="seen">The version of the first that the person had before their eyes.</param>
    public Task<Decision> RunAsync(string radicado, int? seen, CaseAct act, Actor by, CancellationToken cancel)
    {
        return act switch
        {
            CaseAct.Split parts => split.RunAsync(radicado, seen, parts.Parts, by, cancel),
            CaseAct.Link link => BothAsync(link.Other, (_, ticket, other, book, now) => Task.FromResult(ticket.Link(other, link.Note, book, now))),
            CaseAct.Unlink link => BothAsync(link.Other, (_, ticket, other, book, now) => Task.FromResult(ticket.Unlink(other, link.Note, book, now))),
            CaseAct.Merge merge => BothAsync(merge.Other, (db, ticket, other, book, now) => MergeAsync(db, ticket, other, merge.Reason, book, now, cancel)),

            // Asked from either side, it is the younger case's verb.
            CaseAct.Separate separate => door.ChangeAsync(
                separate.Number, separate.Number == radicado ? seen : null, by, (ticket, book, now) => ticket.Separate(separate.Reason, book, now), cancel),
            _ => throw new UnreachableException($"No relation for {act.GetType().Name}."),
        };

        async Task<Decision> BothAsync(string? other, TicketPairVerb verb) => await door.ChangeBothAsync(radicado, await NumberAsync(other, cancel), seen, by, verb, cancel);
    }

    private static async Task<Decision> MergeAsync(DeskDb db, Ticket ticket, Ticket other, string? reason, SlaBook book, Moment now, CancellationToken cancel)
    {
        var said = await FiledWords.OfAsync(db, [.. ticket.Family, .. other.Family], cancel);
        return ticket.Merge(other, reason, each => said[each.Id], book, now);
    }

    /// <summary>A radicado as it was typed: spaces around it and small letters do no harm.</summary>
    private async Task<string> NumberAsync(string? typed, CancellationToken cancel)
    {
        var number = (typed ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        string[] either = [number, number.ToUpperInvariant()];
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => either.Contains(t.Number)).OrderBy(t => t.Id).Select(t => t.Number).FirstOrDefaultAsync(cancel) ?? number;
    }
}
