using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Care;

/// <summary>One step of good care, as programs read it.</summary>
/// <param name="DueAt">Null: at any time.</param>
/// <param name="Text">The sentence, a note, or why it was skipped.</param>
public sealed record StepDocument(CareStep Step, CarePhase Phase, StepDemand Demand, StepState State, DateTimeOffset? DueAt, string? By, DateTimeOffset? At, string? Text, Investigation? Found);

/// <summary>The checklist of a ticket, in the order that is advised.</summary>
public sealed record ProtocolDocument(IReadOnlyList<StepDocument> Steps);

/// <summary>What a program says of a step.</summary>
public enum StepAction
{
    Done = 1,
    Skip,
    Reopen,
}

/// <param name="Text">With done: the sentence of <c>understand</c>, or a note. With skip and reopen: the reason.</param>
/// <param name="Findings">Of <c>investigate</c>, with its cause and evidence.</param>
/// <param name="Seen">The version of the ticket that this was decided on; left out: it follows whatever happened.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record StepRequest(StepAction? Action, string? Text, string? Findings, string? Cause, string? Evidence, int? Seen);

/// <summary>What somebody did to a proposed answer.</summary>
/// <param name="What">The name of the event.</param>
/// <param name="Text">The words as they were from here on; null: they stayed.</param>
public sealed record ReviewTurnDocument(string What, string By, DateTimeOffset At, string? Text, string? Said);

/// <summary>The answer of a ticket before it is sent.</summary>
/// <param name="Required">Whether the ticket is not answered without an approval.</param>
/// <param name="Stage">Null: nothing is proposed.</param>
/// <param name="Stages">How many are to look at it.</param>
/// <param name="ApproverId">Who is to approve it; null: any lead.</param>
/// <param name="Proposal">What an approval names, so that it is of these words.</param>
public sealed record ReviewDocument(
    bool Required, ReviewStage? Stage, DateTimeOffset? Since, int Stages, int? ApproverId, string? ProposedBy, string? Text, IReadOnlyList<Guid> FileIds, string? Proposal, IReadOnlyList<ReviewTurnDocument> Turns);

public enum ReviewAction
{
    Propose = 1,
    Revise,
    Return,
    Approve,
    Recall,
    Send,
}

/// <param name="Text">Of propose and revise.</param>
/// <param name="Comment">A note, or the reason of return and recall.</param>
/// <param name="Proposal">Of approve: the proposal that was read; if it is another by now, it is refused.</param>
/// <param name="Seen">As of a step.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record ReviewRequest(ReviewAction? Action, string? Text, string? Comment, string? Proposal, int? Seen);

/// <summary><c>/api/v1/tickets/{radicado}/protocol</c> and <c>/review</c></summary>
internal static class CareApi
{
    private const int BodyLimit = 256 * 1024;

    public static void MapCare(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketProtocol, ReadStepsAsync), "ReadProtocol", "Reads the steps of good care of a ticket.", "They are read from its history, with what its kind asks for now.").Produces<ProtocolDocument>().Refuses(StatusCodes.Status404NotFound);
        Writing(routes.MapPost(DeskUrls.ApiTicketProtocolStep, StepAsync), "ChangeStep", "Says that a step was done, leaves it out with a reason, or opens it again.",
            "What the answer waits for is left out with the key of a lead only.");
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketReview, ReadReviewAsync), "ReadReview", "Reads the answer of a ticket before it is sent.", "Its words, where it stands, and who did what to it.").Produces<ReviewDocument>().Refuses(StatusCodes.Status404NotFound);
        Writing(routes.MapPost(DeskUrls.ApiTicketReview, ReviewAsync), "ReviewAnswer", "Proposes an answer, reviews it, or sends what was approved.",
            "propose and revise want a text, return a comment. approve gives the next of the looks that it needs; nobody approves their own, and a program no program's. send sends what was approved as it stands.");
    }

    private static void Writing(RouteHandlerBuilder route, string name, string summary, string description) =>
        ForPrograms(route, name, summary, $"{description} With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since.")
            .Takes(BodyLimit)
            .Produces<TicketDocument>()
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<IResult> ReadStepsAsync(string radicado, ReadTicket read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        (await read.RunAsync(radicado, cancel)).Ticket is not { } ticket
            ? refusals.Problem(RefusalCode.TicketNotFound)
            : TypedResults.Ok(new ProtocolDocument(
                [.. ticket.Care.Steps.Select(step => new StepDocument(step.Step, step.Step.Phase(), step.Demand, step.State, step.DueAt, step.By, step.At, step.Text, step.Found))]));

    private static async Task<IResult> StepAsync(
        string radicado, string step, StepRequest asked, HttpContext http, CareForTicket care, SayByProgram say, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if (!Enum.TryParse<CareStep>(step, ignoreCase: true, out var which) || !Enum.IsDefined(which) || char.IsAsciiDigit(step[0])) return refusals.Problem(RefusalCode.StepUnknown);
        CareAct act = asked.Action switch
        {
            StepAction.Skip => new CareAct.Skip(which, asked.Text),
            StepAction.Reopen => new CareAct.Reopen(which, asked.Text),
            _ => new CareAct.Complete(which, asked.Text, which == CareStep.Investigate ? new(asked.Findings ?? "", asked.Cause, asked.Evidence) : null),
        };
        return await say.AnswerAsync(radicado, await care.RunAsync(radicado, asked.Seen, act, http.User.ToActor(), cancel), cancel);
    }

    private static async Task<IResult> ReadReviewAsync(string radicado, ReadTicket read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        if ((await read.RunAsync(radicado, cancel)).Ticket is not { Review: { } review }) return refusals.Problem(RefusalCode.TicketNotFound);
        var proposal = review.Proposal;
        return TypedResults.Ok(new ReviewDocument(
            review.Wanted is not null, review.Stage, review.Since, review.Stage is null ? review.Wanted?.Stages ?? 0 : review.Stages, review.Stage is null ? review.Wanted?.ApproverId : review.ApproverId,
            proposal?.By, proposal?.Text, proposal?.FileIds ?? [], proposal?.Hash,
            [.. (proposal?.Turns ?? []).Select(turn => new ReviewTurnDocument(turn.Event.StoredName, turn.By, turn.At, turn.Text, turn.Said))]));
    }

    private static async Task<IResult> ReviewAsync(string radicado, ReviewRequest asked, HttpContext http, CareForTicket care, SayByProgram say, IStringLocalizer<ApiTexts> texts, CancellationToken cancel)
    {
        CareAct? act = asked.Action switch
        {
            ReviewAction.Propose => new CareAct.Propose(asked.Text, null, asked.Comment),
            ReviewAction.Revise => new CareAct.Revise(asked.Text, asked.Comment),
            ReviewAction.Return => new CareAct.Return(asked.Comment),
            ReviewAction.Approve => new CareAct.Approve(asked.Comment, asked.Proposal),
            ReviewAction.Recall => new CareAct.Recall(asked.Comment),
            ReviewAction.Send => new CareAct.SendApproved(),
            _ => null,
        };
        return act is null
            ? Results.Problem(texts["ActionMissing"], statusCode: StatusCodes.Status422UnprocessableEntity)
            : await say.AnswerAsync(radicado, await care.RunAsync(radicado, asked.Seen, act, http.User.ToActor(), cancel), cancel);
    }
}
