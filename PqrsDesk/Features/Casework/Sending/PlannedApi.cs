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

namespace PqrsDesk.Features.Casework.Sending;

/// <summary>A message that is to be sent later.</summary>
/// <param name="Act">What it is: reply, replyAndWait, answer or answerAndClose.</param>
/// <param name="At">When, ISO 8601.</param>
/// <param name="Waiting">For replyAndWait: what is waited for.</param>
/// <param name="CauseId">For replyAndWait: number of a cause of the catalogue; then <paramref name="Waiting"/> may be left out.</param>
/// <param name="HoldsForPetitioner">It is not sent by itself once the petitioner has written.</param>
/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record PlanRequest(PlannedAct? Act, string? Text, DateTimeOffset? At, string? Waiting, int? CauseId, int? Seen, bool HoldsForPetitioner = false);

/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record PlanSendRequest(int? Seen);

/// <summary>The planned message of a ticket.</summary>
/// <param name="By">In whose name it is sent.</param>
/// <param name="Held">Why it is not sent by itself any more; null: it is, at its time.</param>
public sealed record PlannedDocument(PlannedAct Act, string Text, DateTimeOffset At, string By, bool HoldsForPetitioner, string? Waiting, int? CauseId, IReadOnlyList<Guid> FileIds, HoldCause? Held);

/// <param name="Planned">Null: nothing is planned. A ticket has one at a time.</param>
/// <param name="Version">Of the ticket.</param>
public sealed record PlannedAnswer(PlannedDocument? Planned, int Version);

/// <summary><c>GET</c>, <c>POST</c> and <c>DELETE /api/v1/tickets/{radicado}/planned</c>, and <c>POST …/planned/send</c></summary>
internal static class PlannedApi
{
    private const int BodyLimit = 256 * 1024;
    private const string Seen = "With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since.";

    public static void MapPlanned(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketPlanned, ReadAsync), "ReadPlanned", "The message of a ticket that is to be sent later.")
            .Produces<PlannedAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        Changing(ForPrograms(routes.MapPost(DeskUrls.ApiTicketPlanned, PlanAsync), "PlanMessage", "Plans a message that is sent at its time.")
            .WithDescription($"What its act would refuse is refused now; what makes it wrong meanwhile holds it, with the reason. One at a time on a ticket. {Seen} Idempotency-Key as of a reply."));
        Changing(ForPrograms(routes.MapPost(DeskUrls.ApiTicketPlannedSend, SendAsync), "SendPlanned", "Sends the planned message now, also one that is held.")
            .WithDescription($"For the program that planned it, or with the key of a lead. {Seen}"));
        Changing(ForPrograms(routes.MapDelete(DeskUrls.ApiTicketPlanned, CancelAsync), "CancelPlanned", "Throws the planned message away.")
            .WithDescription("For the program that planned it, or with the key of a lead. Its words stay in the history."));
    }

    private static void Changing(RouteHandlerBuilder route) => route
        .Takes(BodyLimit)
        .Produces<TicketDocument>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<IResult> ReadAsync(string radicado, IDbContextFactory<DeskDb> desk, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        if (await db.Tickets.Where(t => t.Number == radicado).Select(t => new { t.Id, t.CaseFile, t.Version }).SingleOrDefaultAsync(cancel) is not { } ticket) return refusals.Problem(RefusalCode.TicketNotFound);
        if (ticket.CaseFile?.Planned is not { } plan) return TypedResults.Ok(new PlannedAnswer(null, ticket.Version));
        var words = (TicketEvent.SendPlanned)await db.Events.Where(line => line.TicketId == ticket.Id && line.Sequence == plan.PlannedIn).Select(line => line.Event).SingleAsync(cancel);
        return TypedResults.Ok(new PlannedAnswer(new(plan.Act, words.Text, plan.At, plan.By, plan.HoldsForPetitioner, words.Waiting, words.CauseId, words.FileIds ?? [], plan.Held), ticket.Version));
    }

    private static async Task<IResult> PlanAsync(
        string radicado, PlanRequest asked, HttpContext http, SayByProgram say, IDbContextFactory<DeskDb> desk, IStringLocalizer<ApiTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (asked.Act is not { } act) return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["act"] = [texts["ActMissing"]] });
        await using var db = await desk.CreateDbContextAsync(cancel);
        var cause = asked.CauseId is { } id ? await db.PauseCauses.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id && each.Active, cancel) : null;
        if (asked.CauseId is not null && cause is null) return refusals.Problem(new Refusal(RefusalCode.PauseCauseUnknown, nameof(PlanRequest.CauseId)));
        var plan = new MessagePlan(act, asked.Text, (asked.At ?? default).ToUniversalTime()) { Waiting = asked.Waiting, Cause = cause, HoldsForPetitioner = asked.HoldsForPetitioner };
        return await say.RunAsync(radicado, asked.Seen, http.Request, asked, (ticket, book, now) => ticket.Plan(plan, book, now), cancel);
    }

    private static async Task<IResult> SendAsync(string radicado, PlanSendRequest asked, HttpContext http, WorkPlan work, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await work.SendAsync(radicado, asked.Seen, http.User.ToActor(), cancel), cancel);

    private static async Task<IResult> CancelAsync(string radicado, HttpContext http, WorkPlan work, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await work.TakeBackAsync(radicado, null, discard: true, http.User.ToActor(), cancel), cancel);
}
