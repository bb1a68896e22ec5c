using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary>Why a program ends a ticket that should not have been filed.</summary>
/// <param name="Kind"><c>void</c> tells the petitioner, and <c>spam</c> tells nobody.</param>
/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record VoidRequest(VoidKind? Kind, string? Reason, int? Seen);

/// <summary>Another ticket that this one has to do with.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record LinkRequest(string? Number, string? Note, int? Seen);

/// <summary>A ticket about the same.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record MergeRequest(string? Number, string? Reason, int? Seen);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record SeparateRequest(string? Reason, int? Seen);

/// <param name="Description">What this part asks for.</param>
/// <param name="FileIds">Files of the ticket that belong to the part too.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record PartRequest(TicketKind? Kind, string? Subject, string? Description, int? AreaId, IReadOnlyList<Guid>? FileIds);

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record SplitRequest(IReadOnlyList<PartRequest?>? Parts, int? Seen);

/// <summary>All parts that a ticket has by now, in the order in which they were made.</summary>
public sealed record PartList(IReadOnlyList<TicketDocument> Items);

/// <summary><c>POST /api/v1/tickets/{radicado}/void</c>, <c>/links</c>, <c>/parts</c>, <c>/merge</c> and <c>/separate</c></summary>
internal static class RelationsApi
{
    private const int BodyLimit = 512 * 1024;

    public static void MapRelations(this IEndpointRouteBuilder routes)
    {
        Relating(routes.MapPost(DeskUrls.ApiTicketVoid, VoidAsync), "VoidTicket", "Ends a ticket that should not have been filed.",
            "Its number stays and is never given again; it is outside the denominators of the indicators. It wants the key of a lead. The petitioner is told of a void with its reason, and of spam nothing.").Produces<TicketDocument>();
        Relating(routes.MapPost(DeskUrls.ApiTicketLinks, LinkAsync), "LinkTickets", "Says that two tickets have to do with each other.",
            "The histories of both say so. What is so already is done.").Produces<TicketDocument>();
        Relating(routes.MapDelete(DeskUrls.ApiTicketLink, UnlinkAsync), "UnlinkTickets", "Takes a link back.", "The histories of both say so.").Produces<TicketDocument>();
        Relating(routes.MapPost(DeskUrls.ApiTicketParts, SplitAsync), "SplitTicket", "Makes further parts of a ticket: all of them, or none.",
            "Each is a ticket of its own, with the ticket's number and -2, -3 and so on, its petitioner and tracking code. Legal terms of a part count from the original filing; what the desk promises begins now.").Produces<PartList>(StatusCodes.Status201Created);
        Relating(routes.MapPost(DeskUrls.ApiTicketMerge, MergeAsync), "MergeTickets", "Merges two tickets about the same; the older goes on, with its terms.",
            "It answers with the one that goes on, whichever of the two was asked. The petitioner of the younger is answered with it, and both are told.").Produces<TicketDocument>();
        Relating(routes.MapPost(DeskUrls.ApiTicketSeparate, SeparateAsync), "SeparateTicket", "Takes a merging back, while there is no answer.",
            "Asked of the ticket that was merged. It is owed all that it was owed.").Produces<TicketDocument>();
    }

    private static RouteHandlerBuilder Relating(RouteHandlerBuilder route, string name, string summary, string description) =>
        ForPrograms(route, name, summary, $"{description} With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since.")
            .Takes(BodyLimit)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static Task<IResult> VoidAsync(string radicado, VoidRequest asked, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, asked.Seen, http.Request, asked, (ticket, book, now) => ticket.Void(asked.Kind ?? default, asked.Reason, book, now), cancel);

    private static async Task<IResult> LinkAsync(string radicado, LinkRequest asked, HttpContext http, RelateTickets relate, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await relate.RunAsync(radicado, asked.Seen, new CaseAct.Link(asked.Number, asked.Note), http.User.ToActor(), cancel), cancel);

    private static async Task<IResult> UnlinkAsync(string radicado, string other, HttpContext http, RelateTickets relate, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await relate.RunAsync(radicado, null, new CaseAct.Unlink(other, null), http.User.ToActor(), cancel), cancel);

    private static async Task<IResult> SplitAsync(
        string radicado, SplitRequest asked, HttpContext http, SplitTicket split, SayByProgram say, ReadTicketDocument read, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        List<PartWish> wishes = [.. (asked.Parts ?? []).Select(part => new PartWish(part?.Kind ?? default, part?.Subject, part?.Description, part?.AreaId ?? 0, part?.FileIds))];
        var decision = await split.RunAsync(radicado, asked.Seen, wishes, http.User.ToActor(), cancel);
        if (!decision.Succeeded) return await say.AnswerAsync(radicado, decision, cancel);
        await using var db = await desk.CreateDbContextAsync(cancel);
        var numbers = await db.Tickets.Where(t => t.PartOf == radicado).OrderBy(t => t.Id).Select(t => t.Number).ToListAsync(cancel);
        List<TicketDocument> parts = [];
        foreach (var number in numbers)
            if (await read.RunAsync(number, cancel) is { } part) parts.Add(part);
        return TypedResults.Created(DeskUrls.ApiTicketOf(radicado), new PartList(parts));
    }

    private static async Task<IResult> MergeAsync(
        string radicado, MergeRequest asked, HttpContext http, RelateTickets relate, SayByProgram say, ReadTicketDocument read, CancellationToken cancel)
    {
        var decision = await relate.RunAsync(radicado, asked.Seen, new CaseAct.Merge(asked.Number, asked.Reason), http.User.ToActor(), cancel);
        var survivor = decision.Succeeded ? (await read.RunAsync(radicado, cancel))?.MergedInto : null;
        return await say.AnswerAsync(survivor ?? radicado, decision, cancel);
    }

    private static async Task<IResult> SeparateAsync(string radicado, SeparateRequest asked, HttpContext http, RelateTickets relate, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await relate.RunAsync(radicado, asked.Seen, new CaseAct.Separate(radicado, asked.Reason), http.User.ToActor(), cancel), cancel);
}
