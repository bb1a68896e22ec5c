using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>Does what a person decided about the steps of a case or its proposed answer.</summary>
public sealed class CareForTicket(TicketDoor door, FileLimits limits)
{
    /// <param name="seen">The version the person had before their eyes; null: it follows whatever happened.</param>
    public Task<Decision> RunAsync(string radicado, int? seen, CareAct act, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, seen, by, (db, ticket, book, now) => DoAsync(db, ticket, act, limits, book, now, cancel), cancel);

    internal static Task<Decision> DoAsync(DeskDb db, Ticket ticket, CareAct act, FileLimits limits, SlaBook book, Moment now, CancellationToken cancel) => act switch
    {
        CareAct.Complete done => Task.FromResult(ticket.CompleteStep(done.Step, done.Text, done.Found, book, now)),
        CareAct.Skip skip => Task.FromResult(ticket.SkipStep(skip.Step, skip.Reason, book, now)),
        CareAct.Reopen reopen => Task.FromResult(ticket.ReopenStep(reopen.Step, reopen.Reason, book, now)),
        CareAct.Propose propose => ProposeAsync(db, ticket, propose, limits, book, now, cancel),
        CareAct.Revise revise => ReviseAsync(db, ticket, revise, book, now, cancel),
        CareAct.Return back => Task.FromResult(ticket.ReturnAnswer(back.Reason, book, now)),
        CareAct.Approve approve => ApproveAsync(db, ticket, approve, book, now, cancel),
        CareAct.Recall recall => Task.FromResult(ticket.RecallAnswer(recall.Reason, book, now)),
        CareAct.SendApproved => SendAsync(db, ticket, book, now, cancel),
        _ => throw new UnreachableException($"No verb for {act.GetType().Name}."),
    };

    /// <summary>What is proposed now, as the log has it.</summary>
    internal static async Task<ProposalReading?> ProposalAsync(DeskDb db, long ticketId, CancellationToken cancel)
    {
        var log = await db.Events.AsNoTracking().Where(line => line.TicketId == ticketId).OrderBy(line => line.Sequence).ToListAsync(cancel);
        return ProposalReading.Of(log.Select(line => new CareLine(line.At, line.ByKind, line.ByName, line.Event)));
    }

    private static async Task<Decision> ProposeAsync(DeskDb db, Ticket ticket, CareAct.Propose propose, FileLimits limits, SlaBook book, Moment now, CancellationToken cancel)
    {
        var onCase = (propose.Files ?? []).Where(file => file.TicketId == ticket.Id).Select(file => new SentFile(file.Id, file.Name, file.Bytes)).ToList();
        var fresh = (propose.Files ?? []).Where(file => file.TicketId != ticket.Id).ToList();
        if (await limits.RefuseAsync(db, ticket.Id, fresh, cancel) is { } full) return full;
        var before = ticket.ReviewStage is null ? [] : await FilesAsync(db, (await ProposalAsync(db, ticket.Id, cancel))?.FileIds ?? [], cancel);
        before = [.. before.Union(onCase)];
        var decision = ticket.ProposeAnswer(
            propose.Text, [.. before, .. fresh.Select(file => new SentFile(file.Id, file.Name, file.Bytes))], propose.Note, book, now, [.. before.Select(file => file.Id)]);
        if (!decision.Succeeded) return decision;
        foreach (var file in fresh)
        {
            file.TicketId = ticket.Id;
            db.Files.Add(file);
        }

        return decision;
    }

    private static async Task<Decision> ReviseAsync(DeskDb db, Ticket ticket, CareAct.Revise revise, SlaBook book, Moment now, CancellationToken cancel) =>
        ticket.ReviewStage is null
            ? RefusalCode.NoProposal
            : ticket.ReviseAnswer(revise.Text, revise.Comment, (await ProposalAsync(db, ticket.Id, cancel))?.FileIds, book, now);

    /// <summary>Where the rule says so, what is approved is sent at once: both or neither.</summary>
    private static async Task<Decision> ApproveAsync(DeskDb db, Ticket ticket, CareAct.Approve approve, SlaBook book, Moment now, CancellationToken cancel)
    {
        var decision = ticket.ApproveAnswer(approve.Comment, approve.Seen, book, now);
        return decision.Succeeded && ticket.ReviewStage == ReviewStage.Approved && ticket.ReviewWanted(book) is { SendsOnApproval: true }
            ? await SendAsync(db, ticket, book, now, cancel)
            : decision;
    }

    private static async Task<Decision> SendAsync(DeskDb db, Ticket ticket, SlaBook book, Moment now, CancellationToken cancel)
    {
        if (ticket.ReviewStage is null) return RefusalCode.NoProposal;
        if (ticket.ReviewStage != ReviewStage.Approved) return RefusalCode.AnswerNotApproved;
        var proposal = await ProposalAsync(db, ticket.Id, cancel) ?? throw new UnreachableException($"{ticket.Number} has an approval without a proposal.");
        return ticket.Answer(proposal.Text, book, now, await FilesAsync(db, proposal.FileIds, cancel));
    }

    private static async Task<IReadOnlyList<SentFile>> FilesAsync(DeskDb db, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).Select(file => new SentFile(file.Id, file.Name, file.Bytes)).ToListAsync(cancel);

        // What is no longer there is missed by the hash, and so nothing is sent without it.
        return [.. files.OrderBy(file => ids.ToList().IndexOf(file.Id))];
    }
}
