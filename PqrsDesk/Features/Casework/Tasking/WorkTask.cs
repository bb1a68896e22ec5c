using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>Does what a person decided about a task of a case. It overwrites nothing, so it follows whatever happened.</summary>
public sealed class WorkTask(TicketDoor door, FileLimits limits)
{
    public Task<Decision> RunAsync(string radicado, TaskAct act, Actor by, CancellationToken cancel) => door.ChangeAsync(radicado, null, by, (db, ticket, book, now) => act switch
    {
        TaskAct.Ask ask => AskAsync(db, ticket, ask, book, now, cancel),
        TaskAct.Answer answer => AnswerAsync(db, ticket, answer, book, now, cancel),
        TaskAct.Return back => ReturnAsync(db, ticket, back, book, now, cancel),
        TaskAct.Cancel cancelled => Task.FromResult(ticket.CancelTask(cancelled.Number, cancelled.Reason, book, now)),
        TaskAct.Reopen again => Task.FromResult(ticket.ReopenTask(again.Number, again.Reason, again.DueOn, again.Days, book, now)),
        TaskAct.Remind reminded => Task.FromResult(ticket.RemindTask(reminded.Number, reminded.Note, book, now)),
        _ => throw new UnreachableException($"No verb for {act.GetType().Name}."),
    }, cancel);

    private async Task<Decision> AskAsync(DeskDb db, Ticket ticket, TaskAct.Ask ask, SlaBook book, Moment now, CancellationToken cancel)
    {
        var area = await db.Areas.AsNoTracking().SingleOrDefaultAsync(each => each.Id == ask.AreaId, cancel);
        var person = ask.PersonId is null ? null : await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == ask.PersonId, cancel);
        if (ask.PersonId is not null && person is null) return new Refusal(RefusalCode.AgentUnknown, nameof(TaskAct.Ask.PersonId));
        return await limits.SayWithAsync(db, ticket, ask.Files, files => ticket.AskTask(new(area, person, ask.DueOn, ask.Days, ask.Question, files), book, now), cancel);
    }

    private async Task<Decision> AnswerAsync(DeskDb db, Ticket ticket, TaskAct.Answer answer, SlaBook book, Moment now, CancellationToken cancel)
    {
        var me = await MeAsync(db, now, cancel);
        return await limits.SayWithAsync(db, ticket, answer.Files, files => ticket.AnswerTask(answer.Number, answer.Text, me, book, now, files), cancel);
    }

    private static async Task<Decision> ReturnAsync(DeskDb db, Ticket ticket, TaskAct.Return back, SlaBook book, Moment now, CancellationToken cancel) =>
        ticket.ReturnTask(back.Number, back.Reason, await MeAsync(db, now, cancel), book, now);

    private static async Task<StaffMember?> MeAsync(DeskDb db, Moment now, CancellationToken cancel) =>
        now.By.StaffId is { } me ? await db.Staff.AsNoTracking().SingleOrDefaultAsync(member => member.Id == me, cancel) : null;
}
