using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Features.Casework.Sending;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework;

/// <summary>Does what a person decided on a ticket's page.</summary>
public sealed class WorkTicket(TicketDoor door, RoutingShelf routing, ClassificationShelf classification, FileLimits limits)
{
    /// <param name="seen">The version the person had before their eyes when they decided. A note follows whatever happened.</param>
    public Task<Decision> RunAsync(string radicado, int? seen, CaseAct act, Actor by, CancellationToken cancel) =>
        door.ChangeAsync(radicado, act is CaseAct.AddNote ? null : seen, by, (db, ticket, book, now) => act switch
        {
            CaseAct.Take => TakeAsync(db, ticket, book, now, cancel),
            CaseAct.AddNote note => NoteAsync(db, ticket, note, book, now, cancel),
            CaseAct.Assign assign => AssignAsync(db, ticket, assign, book, now, cancel),
            CaseAct.Wait wait => WaitAsync(db, ticket, wait.Reason, wait.CauseId, book, now, cancel),
            CaseAct.ReplyAndWait reply => ReplyAndWaitAsync(db, ticket, reply, book, now, cancel),
            CaseAct.Reply reply => limits.SayWithAsync(db, ticket, reply.Files, files => ticket.Reply(reply.Text, book, now, files, reply.Used), cancel),
            CaseAct.Answer answer => limits.SayWithAsync(db, ticket, answer.Files, files => ticket.Answer(answer.Text, book, now, files, answer.Used), cancel),
            CaseAct.AnswerAndClose both => AnswerAndCloseAsync(db, ticket, both, book, now, cancel),
            CaseAct.Plan plan => PlanMessage.DoAsync(db, ticket, plan, limits, book, now, cancel),
            CaseAct.Propose propose => CareForTicket.DoAsync(db, ticket, new CareAct.Propose(propose.Text, propose.Files), limits, book, now, cancel),
            CaseAct.Reroute again => RerouteAsync(db, ticket, again, book, now, cancel),
            CaseAct.MoveQueue move => MoveAsync(db, ticket, move.QueueId, book, now, cancel),
            CaseAct.Classify classify => ClassifyAsync(ticket, classify, book, now),
            CaseAct.Reassign reassign => ReassignAsync(db, ticket, reassign, book, now, cancel),
            _ => Task.FromResult(Decide(ticket, act, book, now)),
        }, cancel);

    private static Decision Decide(Ticket ticket, CaseAct act, SlaBook book, Moment now) => act switch
    {
        CaseAct.Release release => ticket.Release(release.Note, book, now),
        CaseAct.Reclassify change => ticket.Reclassify(change.Kind, change.Reason, book, now, change.Regime),
        CaseAct.ChangePriority change => ticket.ChangePriority(change.Priority, change.Reason, book, now),
        CaseAct.Hear heard => ticket.Hear(heard.Text, book, now, heard.NeedsNoAnswer),
        CaseAct.Resume resume => ticket.Resume(resume.Reason, book, now),
        CaseAct.Snooze snooze => ticket.Snooze(snooze.Until, snooze.Reason, book, now),
        CaseAct.Wake => ticket.Wake(book, now),
        CaseAct.Close close => ticket.Close(close.Note, book, now, close.DespiteTasks),
        CaseAct.Reopen reopen => ticket.Reopen(reopen.Reason, book, now),
        CaseAct.Extend extend => ticket.Extend(extend.AnswerBy, extend.Reason, book, now),
        CaseAct.RequestCompletion request => ticket.RequestCompletion(request.Text, book, now),
        CaseAct.Withdraw withdraw => ticket.Withdraw(withdraw.Kind, withdraw.Reason, book, now),
        CaseAct.Transfer transfer => ticket.Transfer(transfer.Authority, transfer.Reason, book, now),
        CaseAct.Review review => ticket.Review(review.Note, book, now),
        CaseAct.Void voiding => ticket.Void(voiding.Kind, voiding.Reason, book, now),
        _ => throw new UnreachableException($"No verb for {act.GetType().Name}."),
    };

    private static async Task<Decision> NoteAsync(DeskDb db, Ticket ticket, CaseAct.AddNote note, SlaBook book, Moment now, CancellationToken cancel) =>
        ticket.Note(note.Text, book, now, await db.MentionsAsync(note.Text, cancel));

    private async Task<Decision> ReplyAndWaitAsync(DeskDb db, Ticket ticket, CaseAct.ReplyAndWait reply, SlaBook book, Moment now, CancellationToken cancel) =>
        await limits.SayWithAsync(db, ticket, reply.Files, files => ticket.Reply(reply.Text, book, now, files, reply.Used), cancel) is { Succeeded: false } refused
            ? refused
            : await WaitAsync(db, ticket, reply.Reason, reply.CauseId, book, now, cancel);

    private async Task<Decision> AnswerAndCloseAsync(DeskDb db, Ticket ticket, CaseAct.AnswerAndClose both, SlaBook book, Moment now, CancellationToken cancel) =>
        await limits.SayWithAsync(db, ticket, both.Whole.Files, files => ticket.Answer(both.Whole.Text, book, now, files, both.Whole.Used), cancel) is { Succeeded: false } refused
            ? refused
            : ticket.Close(both.Note, book, now);

    private static async Task<Decision> TakeAsync(DeskDb db, Ticket ticket, SlaBook book, Moment now, CancellationToken cancel) =>
        await MemberAsync(db, now.By.StaffId, cancel) is { } me ? ticket.TakeFor(me, book, now) : RefusalCode.AgentUnknown;

    private static async Task<Decision> AssignAsync(DeskDb db, Ticket ticket, CaseAct.Assign assign, SlaBook book, Moment now, CancellationToken cancel) =>
        await MemberAsync(db, assign.OwnerId, cancel) is { } member
            ? ticket.Assign(member, assign.Note, book, now)
            : new Refusal(RefusalCode.AgentUnknown, nameof(CaseAct.Assign.OwnerId));

    private static async Task<Decision> ReassignAsync(DeskDb db, Ticket ticket, CaseAct.Reassign reassign, SlaBook book, Moment now, CancellationToken cancel)
    {
        if (await db.Areas.SingleOrDefaultAsync(area => area.Id == reassign.AreaId, cancel) is not { } to)
            return new Refusal(RefusalCode.AreaUnknown, nameof(CaseAct.Reassign.AreaId));
        var from = await db.Areas.Where(area => area.Id == ticket.AreaId).Select(area => area.Name).SingleAsync(cancel);
        return ticket.Reassign(to, from, reassign.Reason, book, now);
    }

    private async Task<Decision> RerouteAsync(DeskDb db, Ticket ticket, CaseAct.Reroute shown, SlaBook book, Moment now, CancellationToken cancel)
    {
        if (await PreviewRoute.AskAsync(db, ticket, await routing.BookAsync(), now.At, cancel) is not { } outcome) return new Refusal(RefusalCode.AreaUnknown);
        if ((outcome.Area.Id, outcome.Queue?.Id) != (shown.AreaId, shown.QueueId)) return RefusalCode.RoutingChanged;
        var from = await db.Areas.Where(area => area.Id == ticket.AreaId).Select(area => area.Name).SingleAsync(cancel);
        return ticket.Reroute(outcome, from, await QueueNameAsync(db, ticket, cancel), book, now);
    }

    private static async Task<Decision> MoveAsync(DeskDb db, Ticket ticket, int? queueId, SlaBook book, Moment now, CancellationToken cancel)
    {
        var queue = queueId is null ? null : await db.WorkQueues.AsNoTracking().SingleOrDefaultAsync(each => each.Id == queueId, cancel);
        if (queueId is not null && queue is null) return new Refusal(RefusalCode.QueueUnknown, nameof(CaseAct.MoveQueue.QueueId));
        return ticket.MoveTo(queue, await QueueNameAsync(db, ticket, cancel), book, now);
    }

    private static Task<string?> QueueNameAsync(DeskDb db, Ticket ticket, CancellationToken cancel) =>
        db.WorkQueues.Where(queue => queue.Id == ticket.WorkQueueId).Select(queue => (string?)queue.Name).SingleOrDefaultAsync(cancel);

    /// <summary>What is chosen anew is of the list; what it has already may have left it since.</summary>
    private async Task<Decision> ClassifyAsync(Ticket ticket, CaseAct.Classify classify, SlaBook book, Moment now)
    {
        var (topic, product) = (classify.Topic?.Trim(), classify.Product?.Trim());
        var unlisted = FilingCheck.Unlisted(topic == ticket.Topic ? null : topic, product == ticket.Product ? null : product, await classification.BookAsync());
        return unlisted is null ? ticket.Classify(topic, product, book, now, classify.Why) : unlisted;
    }

    private static async Task<Decision> WaitAsync(DeskDb db, Ticket ticket, string? reason, int? causeId, SlaBook book, Moment now, CancellationToken cancel)
    {
        if (causeId is null) return ticket.Wait(reason, book, now);
        return await db.PauseCauses.SingleOrDefaultAsync(each => each.Id == causeId, cancel) is { } cause
            ? ticket.Wait(reason, book, now, cause)
            : new Refusal(RefusalCode.PauseCauseUnknown, nameof(CaseAct.Wait.CauseId));
    }

    private static Task<StaffMember?> MemberAsync(DeskDb db, int? id, CancellationToken cancel) =>
        db.Staff.SingleOrDefaultAsync(member => member.Id == id, cancel);
}
