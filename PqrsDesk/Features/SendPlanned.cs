using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features;

/// <summary>Sends the planned message of a case: when its time has come, in the name of whoever planned it; before, in that of who presses it.</summary>
public sealed class SendPlanned(TicketDoor door)
{
    /// <summary>A person does not wait for its time.</summary>
    /// <param name="seen">The version they had before their eyes.</param>
    public Task<Decision> NowAsync(string number, int? seen, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(number, seen, by, async (db, ticket, book, now) => await FindAsync(db, ticket, cancel) switch
        {
            null => RefusalCode.NothingPlanned,
            { Lacks: { } lacking } => lacking,
            { } found => ticket.SendNow(found.Words, found.Files, found.Cause, book, now),
        }, cancel);

    /// <summary>
    /// Its time has come: it is sent, or held with the reason. Whoever comes second, as another node, finds nothing to send:
    /// the ticket is locked while it is decided.
    /// </summary>
    /// <returns>Whether it was sent.</returns>
    public async Task<bool> OnTimeAsync(string number, CancellationToken cancel)
    {
        var sent = false;
        var decision = await door.ChangeAsync(number, null, Actor.Desk, async (db, ticket, book, now) =>
        {
            sent = false;
            if (!IsDue(ticket, now) || await FindAsync(db, ticket, cancel) is not { } found) return Decision.Ok;
            if (found.Author is not { } author) return ticket.HoldSend(HoldCause.Author, null, book, now);
            if (found.Lacks is { } lacking) return lacking;
            var said = ticket.SendPlanned(found.Words, found.Files, found.Cause, book, now with { By = author });
            sent = said.Succeeded;
            return said;
        }, cancel);
        if (decision is not Decision.Refused { Refusal: var why }) return sent;

        // Nothing of a half-done try is kept: that it is held stands in a transaction of its own.
        await door.ChangeAsync(number, null, Actor.Desk, (ticket, book, now) => IsDue(ticket, now) ? ticket.HoldSend(HoldCause.Refused, why, book, now) : Decision.Ok, cancel);
        return false;
    }

    private static bool IsDue(Ticket ticket, Moment now) => ticket.SendAt <= now.At;

    private static async Task<Found?> FindAsync(DeskDb db, Ticket ticket, CancellationToken cancel)
    {
        if (ticket.CaseFile?.Planned is not { } plan) return null;
        var line = await db.Events.AsNoTracking().SingleAsync(each => each.TicketId == ticket.Id && each.Sequence == plan.PlannedIn, cancel);
        if (line.Event is not TicketEvent.SendPlanned words) throw new UnreachableException($"{ticket.Number} has a plan that its log does not have.");
        var ids = words.FileIds ?? [];
        var files = ids.Count == 0 ? [] : await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).Select(file => new SentFile(file.Id, file.Name, file.Bytes)).ToListAsync(cancel);
        var cause = words.CauseId is { } id ? await db.PauseCauses.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancel) : null;
        return new(words, [.. files.OrderBy(file => ids.ToList().IndexOf(file.Id))], cause, await AuthorAsync(db, line, cancel));
    }

    /// <summary>Null: they are not of the staff any more. What a program planned it goes on wanting.</summary>
    private static async Task<Actor?> AuthorAsync(DeskDb db, LoggedEvent line, CancellationToken cancel) =>
        line.ByStaffId is not { } id ? new Actor(line.ByKind, null, line.ByName, null)
        : await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == id && member.Active, cancel) is { } member ? Actor.Staff(member)
        : null;

    private sealed record Found(TicketEvent.SendPlanned Words, IReadOnlyList<SentFile> Files, PauseCause? Cause, Actor? Author)
    {
        /// <summary>What it named is not there any more.</summary>
        public Refusal? Lacks =>
            Files.Count < (Words.FileIds?.Count ?? 0) ? new(RefusalCode.FileUnknown, "Files")
            : Words.CauseId is not null && Cause is null ? new(RefusalCode.PauseCauseUnknown, "CauseId")
            : null;
    }
}
