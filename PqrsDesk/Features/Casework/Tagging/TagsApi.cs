using System.Text.Json.Serialization;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

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
        ForPrograms(routes.MapPatch(DeskUrls.ApiTicketTags, ChangeAsync), "ChangeTags", "Puts tags on a ticket and takes others off it.",
                $"A tag is at most {Tag.Limit} letters; two that differ by case, accents or spaces are one. A ticket has at most {Tag.Most}. What is so already is done.")
            .Takes(BodyLimit)
            .Produces<TicketDocument>()
            .Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiTags, ListAsync), "ListTags", "Lists the tags that tickets have, the most used first.")
            .Produces<TagList>();
    }

    private static async Task<IResult> ChangeAsync(string radicado, TagsRequest asked, HttpContext http, TagCase tagging, SayByProgram say, CancellationToken cancel) =>
        await say.AnswerAsync(radicado, await tagging.RunAsync(radicado, asked.Add ?? [], asked.Remove ?? [], http.User.ToActor(), cancel), cancel);

    private static async Task<IResult> ListAsync(ReadTags read, CancellationToken cancel) =>
        TypedResults.Ok(new TagList([.. (await read.AllAsync(cancel)).Select(line => new TagDocument(line.Name, line.Cases))]));
}
