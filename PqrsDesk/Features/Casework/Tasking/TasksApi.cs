using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Tasking;

/// <summary>What another area is to be asked for.</summary>
/// <param name="DueOn">The last local date, or else <paramref name="BusinessDays"/> of the desk's calendar from today.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record TaskRequest(int? AreaId, int? PersonId, DateOnly? DueOn, int? BusinessDays, string? Question);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TaskAnswerRequest(string? Text);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TaskReasonRequest(string? Reason);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TaskNoteRequest(string? Note);

/// <param name="DueOn">As of <see cref="TaskRequest"/>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record TaskReopenRequest(string? Reason, DateOnly? DueOn, int? BusinessDays);

/// <summary>A task of a ticket.</summary>
/// <param name="Number">Counts from 1 within the ticket.</param>
/// <param name="Person">Null: whoever of the area does it.</param>
/// <param name="Answer">The answer, or why it was given back or cancelled.</param>
public sealed record TaskDocument(int Number, TaskState State, int AreaId, string Area, int? PersonId, string? Person, string AskedBy, DateTimeOffset AskedAt, DateOnly DueOn, DateTimeOffset DueAt, string Question, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt)
{
    internal static TaskDocument Of(TaskSight sight)
    {
        var task = sight.Task;
        return new(task.Number, task.State, task.AreaId, task.Area, task.PersonId, task.Person, task.AskedBy, task.AskedAt, task.DueOn, task.DueAt, sight.Question, sight.Answer, sight.AnsweredBy, sight.AnsweredAt);
    }
}

public sealed record TaskDocuments(IReadOnlyList<TaskDocument> Items);

/// <summary><c>/api/v1/tickets/{radicado}/tasks</c></summary>
internal static class TasksApi
{
    private const int BodyLimit = 256 * 1024;

    public static void MapTasks(this IEndpointRouteBuilder routes)
    {
        Telling(routes.MapGet(DeskUrls.ApiTicketTasks, ListAsync), "ListTasks", "Lists what other areas were asked for, so that the ticket can be answered.", "The open ones first, the soonest due at the top.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTasks, AskAsync), "AskTask", "Asks another area for something.", "It moves none of the ticket's deadlines, and the petitioner sees nothing of it. Whoever has it is told.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTaskAnswer, AnswerAsync), "AnswerTask", "Answers a task.", "The answer stays in the ticket; whoever asked is told.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTaskReturn, ReturnAsync), "ReturnTask", "Gives a task back unanswered: it is not theirs.", "Whoever asked is told, with the reason.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTaskCancel, CancelAsync), "CancelTask", "Takes a task back: it is not needed any more.", "Whoever had it is told, with the reason.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTaskReopen, ReopenAsync), "ReopenTask", "Asks for a task again that was answered, given back or cancelled.", "With a day of its own, and a reason.");
        Changing(routes.MapPost(DeskUrls.ApiTicketTaskRemind, RemindAsync), "RemindTask", "Reminds whoever has a task of it.", "It stays due on its day.");
    }

    private static RouteHandlerBuilder Telling(RouteHandlerBuilder route, string name, string summary, string description) =>
        ForPrograms(route, name, summary, description).Produces<TaskDocuments>().Refuses(StatusCodes.Status404NotFound);

    private static void Changing(RouteHandlerBuilder route, string name, string summary, string description) =>
        Telling(route, name, summary, description).Takes(BodyLimit).Refuses(StatusCodes.Status409Conflict);

    private static async Task<IResult> ListAsync(string radicado, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Tickets.Where(t => t.Number == radicado).Select(t => new { t.Id, t.CaseFile }).SingleOrDefaultAsync(cancel) is not { } ticket) return refusals.Problem(RefusalCode.TicketNotFound);
        var timeline = ticket.CaseFile is null ? [] : await db.Events.Where(line => line.TicketId == ticket.Id).OrderBy(line => line.Sequence)
            .Select(line => new TimelineLine(line.Sequence, line.At, line.ByKind, line.ByStaffId, line.ByName, line.Event)).ToListAsync(cancel);
        return TypedResults.Ok(new TaskDocuments([.. TaskSight.Of(ticket.CaseFile, timeline).Select(TaskDocument.Of)]));
    }

    private static Task<IResult> AskAsync(
        string radicado, TaskRequest asked, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Ask(asked.AreaId ?? 0, asked.PersonId, asked.DueOn, asked.BusinessDays, asked.Question), http, work, say, desk, refusals, cancel);

    private static Task<IResult> AnswerAsync(
        string radicado, int number, TaskAnswerRequest answer, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Answer(number, answer.Text), http, work, say, desk, refusals, cancel);

    private static Task<IResult> ReturnAsync(
        string radicado, int number, TaskReasonRequest why, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Return(number, why.Reason), http, work, say, desk, refusals, cancel);

    private static Task<IResult> CancelAsync(
        string radicado, int number, TaskReasonRequest why, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Cancel(number, why.Reason), http, work, say, desk, refusals, cancel);

    private static Task<IResult> ReopenAsync(
        string radicado, int number, TaskReopenRequest again, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Reopen(number, again.Reason, again.DueOn, again.BusinessDays), http, work, say, desk, refusals, cancel);

    private static Task<IResult> RemindAsync(
        string radicado, int number, TaskNoteRequest reminder, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        DoAsync(radicado, new TaskAct.Remind(number, reminder.Note), http, work, say, desk, refusals, cancel);

    private static async Task<IResult> DoAsync(
        string radicado, TaskAct act, HttpContext http, WorkTask work, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var decision = await work.RunAsync(radicado, act, http.User.ToActor(), cancel);
        return decision.Succeeded ? await ListAsync(radicado, desk, refusals, cancel) : await say.AnswerAsync(radicado, decision, cancel);
    }
}
