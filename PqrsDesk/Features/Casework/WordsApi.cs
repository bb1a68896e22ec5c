using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

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
    private const string Says = "With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since; the problem says what happened. Deadlines that passed by themselves do not count. With the header Idempotency-Key, as of a filing, the same request can be sent again for 24 hours: it is done once. The same key with anything else is refused with 422.";

    public static void MapWords(this IEndpointRouteBuilder routes)
    {
        Saying(routes.MapPost(DeskUrls.ApiTicketNotes, NoteAsync), "AddNote", "Adds a note that only staff can see, also to a closed ticket. Whoever it calls by name, as @Ana Restrepo, is told.");
        Saying(routes.MapPost(DeskUrls.ApiTicketReplies, ReplyAsync), "AddReply", "Says something to the petitioner, who is sent it by mail where the desk sends mail.");
        Saying(routes.MapPost(DeskUrls.ApiTicketMessages, HearAsync), "AddMessage", "Adds what the petitioner said. If the desk was waiting for that, the clocks run again.");
    }

    private static void Saying(RouteHandlerBuilder route, string name, string summary) => ForPrograms(route, name, summary, Says)
        .Takes(BodyLimit)
        .Produces<TicketDocument>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static async Task<IResult> NoteAsync(string radicado, WordsRequest said, HttpContext http, SayByProgram say, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var mentions = await db.MentionsAsync(said.Text, cancel);
        return await say.RunAsync(radicado, said.Seen, http.Request, said, (ticket, book, now) => ticket.Note(said.Text, book, now, mentions), cancel);
    }

    private static Task<IResult> ReplyAsync(string radicado, WordsRequest said, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, said.Seen, http.Request, said, (ticket, book, now) => ticket.Reply(said.Text, book, now), cancel);

    private static Task<IResult> HearAsync(string radicado, HeardRequest heard, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, heard.Seen, http.Request, heard, (ticket, book, now) => ticket.Hear(heard.Text, book, now, heard.NeedsNoAnswer), cancel);
}
