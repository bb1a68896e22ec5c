using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>What a program has to say on a ticket.</summary>
/// <param name="Seen">The version of the ticket that this was decided on: if others have changed it since, it is refused. Left out: it follows whatever happened.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record WordsRequest(string? Text, int? Seen);

/// <summary>What the petitioner said, brought by a program.</summary>
/// <param name="NeedsNoAnswer">A thank-you and the like: it starts no clock for the next reply.</param>
/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record HeardRequest(string? Text, int? Seen, bool NeedsNoAnswer = false);

/// <summary><c>POST /api/v1/tickets/{radicado}/notes</c>, <c>/replies</c> and <c>/messages</c></summary>
internal static class WordsApi
{
    private const int BodyLimit = 256 * 1024;
    private const string SeenSays = "With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since; the problem says what happened. Deadlines that passed by themselves do not count.";

    public static void MapWords(this IEndpointRouteBuilder routes)
    {
        Described(routes.MapPost(DeskUrls.ApiTicketNotes, NoteAsync), "AddNote", "Adds a note that only staff can see, also to a closed ticket.");
        Described(routes.MapPost(DeskUrls.ApiTicketReplies, ReplyAsync), "AddReply", "Says something to the petitioner, who is sent it by mail where the desk sends mail.");
        Described(routes.MapPost(DeskUrls.ApiTicketMessages, HearAsync), "AddMessage", "Adds what the petitioner said. If the desk was waiting for that, the clocks run again.");
    }

    private static void Described(RouteHandlerBuilder route, string name, string summary) => route
        .RequireAuthorization(AtLeast.Program)
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
        .WithName(name)
        .WithSummary(summary)
        .WithDescription(SeenSays)
        .Produces<TicketDocument>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status403Forbidden)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static Task<IResult> NoteAsync(string radicado, WordsRequest said, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, said.Seen, http.User.ToActor(), (ticket, book, now) => ticket.Note(said.Text, book, now), cancel);

    private static Task<IResult> ReplyAsync(string radicado, WordsRequest said, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, said.Seen, http.User.ToActor(), (ticket, book, now) => ticket.Reply(said.Text, book, now), cancel);

    private static Task<IResult> HearAsync(string radicado, HeardRequest heard, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, heard.Seen, http.User.ToActor(), (ticket, book, now) => ticket.Hear(heard.Text, book, now, heard.NeedsNoAnswer), cancel);
}

/// <summary>Does a verb for a program, and answers with the ticket as it stands then.</summary>
internal sealed class SayByProgram(TicketDoor door, ReadTicketDocument read, IStringLocalizer<RefusalTexts> refusals)
{
    public async Task<IResult> RunAsync(string radicado, int? seen, Actor by, TicketVerb verb, CancellationToken cancel) =>
        await AnswerAsync(radicado, await door.ChangeAsync(radicado, seen, by, verb, cancel), cancel);

    /// <summary>Answers with the ticket as it stands once something was decided of it.</summary>
    public async Task<IResult> AnswerAsync(string radicado, Decision decision, CancellationToken cancel) =>
        decision switch
        {
            Decision.Refused { Refusal: var refusal } => refusals.Problem(refusal),
            Decision.Stale { Since: var since } => Stale(since),
            _ => await read.RunAsync(radicado, cancel) is { } ticket ? TypedResults.Ok(ticket) : refusals.Problem(RefusalCode.TicketNotFound),
        };

    private IResult Stale(IReadOnlyList<LoggedEvent> since) => Results.Problem(
        refusals.Say(RefusalCode.ChangedMeanwhile),
        statusCode: StatusCodes.Status409Conflict,
        extensions: new Dictionary<string, object?> { ["code"] = nameof(RefusalCode.ChangedMeanwhile), ["version"] = since[^1].Sequence, ["since"] = since.Select(EventDocument.Of).ToList() });
}
