using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework.Tagging;

/// <summary>Tags to put on a ticket and to take off it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record TagsRequest(IReadOnlyList<string?>? Add, IReadOnlyList<string?>? Remove);

/// <param name="Tickets">How many tickets have it.</param>
public sealed record TagDocument(string Name, int Tickets);

public sealed record TagList(IReadOnlyList<TagDocument> Items);

/// <summary><c>PATCH /api/v1/tickets/{radicado}/tags</c> and <c>GET /api/v1/tags</c></summary>
internal static class TagsApi
{
    private const int BodyLimit = 32 * 1024;

    public static void MapTags(this IEndpointRouteBuilder routes)
    {
        routes.MapPatch(DeskUrls.ApiTicketTags, ChangeAsync)
            .RequireAuthorization(AtLeast.Program)
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit))
            .WithName("ChangeTags")
            .WithSummary("Puts tags on a ticket and takes others off it.")
            .WithDescription($"A tag is at most {Tag.Limit} letters; two that differ by case, accents or spaces are one. A ticket has at most {Tag.Most}. What is so already is done.")
            .Produces<TicketDocument>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapGet(DeskUrls.ApiTags, ListAsync)
            .RequireAuthorization(AtLeast.Program)
            .WithName("ListTags")
            .WithSummary("Lists the tags that tickets have, the most used first.")
            .Produces<TagList>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
    }

    private static async Task<IResult> ChangeAsync(string radicado, TagsRequest asked, HttpContext http, TagCase tagging, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await tagging.RunAsync(radicado, asked.Add ?? [], asked.Remove ?? [], http.User.ToActor(), cancel), cancel);

    private static async Task<IResult> ListAsync(ReadTags read, CancellationToken cancel) =>
        TypedResults.Ok(new TagList([.. (await read.AllAsync(cancel)).Select(line => new TagDocument(line.Name, line.Cases))]));
}
