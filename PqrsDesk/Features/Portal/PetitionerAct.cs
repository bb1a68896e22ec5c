using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Portal;

/// <summary>What a petitioner does to their own case. A closed union.</summary>
public abstract record PetitionerAct
{
    private PetitionerAct()
    {
    }

    /// <summary>Adds something, or sends what was asked for: the case knows which.</summary>
    public sealed record Add(string? Text, IReadOnlyList<StoredFile> Files) : PetitionerAct;

    public sealed record Withdraw(string? Reason) : PetitionerAct;

    public sealed record Judge(bool Solved, string? Comment) : PetitionerAct;

    public sealed record Reopen(string? Reason) : PetitionerAct;
}

/// <summary>Does it by the case's own verbs, once for each form that was sent.</summary>
public sealed class ActAsPetitioner(TicketDoor door, FileLimits limits, TimeProvider clock)
{
    /// <param name="fresh">False: the same form had been sent before, and nothing was done.</param>
    public async Task<(Decision Decision, bool Fresh)> RunAsync(string radicado, PetitionerAct act, FormWord word, string? name, CancellationToken cancel)
    {
        var fresh = true;
        var decision = await door.ChangeAsync(radicado, null, Actor.Petitioner(name), async (db, ticket, book, now) =>
        {
            fresh = !await db.SentForms.AnyAsync(sent => sent.Key == word.Key, cancel);
            if (!fresh) return Decision.Ok;
            if (act is PetitionerAct.Add { Files: var files } && await limits.RefuseAsync(db, ticket.Id, files, cancel) is { } full) return full;
            var decided = Decide(db, ticket, act, book, now);
            if (!decided.Succeeded) return decided;
            var sent = clock.GetUtcNow();
            db.SentForms.Add(new SentForm { Key = word.Key, TicketId = ticket.Id, SentAt = sent, KeptUntil = sent + Seals.SentFormLife });
            if (act is PetitionerAct.Add) await FormFiles.LetGoAsync(db, word, cancel);
            return decided;
        }, cancel);
        return (decision, fresh);
    }

    private static Decision Decide(DeskDb db, Ticket ticket, PetitionerAct act, SlaBook book, Moment now) => act switch
    {
        PetitionerAct.Add add => Add(db, ticket, add, book, now),
        PetitionerAct.Withdraw withdraw => ticket.Withdraw(WithdrawalKind.Express, withdraw.Reason, book, now),
        PetitionerAct.Judge judge => ticket.Judge(judge.Solved, judge.Comment, book, now),

        // What they gave up, or what another authority has, is filed again instead.
        PetitionerAct.Reopen when ticket.Status is not (TicketStatus.Answered or TicketStatus.Closed) => RefusalCode.NotClosed,
        PetitionerAct.Reopen reopen => ticket.Reopen(reopen.Reason, book, now),
        _ => throw new UnreachableException($"No verb for {act.GetType().Name}."),
    };

    private static Decision Add(DeskDb db, Ticket ticket, PetitionerAct.Add add, SlaBook book, Moment now)
    {
        if (ticket.Hear(add.Text, book, now) is { Succeeded: false } refused) return refused;
        foreach (var file in add.Files)
        {
            if (ticket.Attach(file.Id, file.Name, file.Bytes, book, now, forPetitioner: true) is { Succeeded: false } bad) return bad;
            file.TicketId = ticket.Id;
            db.Files.Add(file);
        }

        return Decision.Ok;
    }
}
