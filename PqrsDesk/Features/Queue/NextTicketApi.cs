using System.Text.Json.Serialization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Queue;

/// <param name="OwnerId">Number of the member of staff who is to have it.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record NextRequest(int OwnerId);

/// <summary>What somebody was handed.</summary>
/// <param name="Number">Radicado; null: nothing was handed out.</param>
/// <param name="Code">Why not: away, full, empty or nothingFits.</param>
/// <param name="Next">Where nothing fits, the one that would be next whoever asked.</param>
public sealed record NextAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);

/// <summary><c>POST /api/v1/tickets/next</c></summary>
internal static class NextTicketApi
{
    public static void MapNextTicket(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapPost(DeskUrls.ApiTicketsNext, DrawAsync), "DrawTicket", "Hands a member of staff the case without an owner that is due first and fits their skills.",
                "Two who ask at once are never handed the same case. Where none is handed out, code says why.")
            .DisableAntiforgery()
            .Produces<NextAnswer>()
            .Refuses(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> DrawAsync(NextRequest asked, HttpRequest request, DrawCase draw, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        await draw.RunAsync(asked.OwnerId, request.HttpContext.User.ToActor(), cancel) switch
        {
            DrawOutcome.Given given => TypedResults.Ok(new NextAnswer(given.Number)),
            DrawOutcome.Away => TypedResults.Ok(new NextAnswer(null, "away")),
            DrawOutcome.Full => TypedResults.Ok(new NextAnswer(null, "full")),
            DrawOutcome.Empty => TypedResults.Ok(new NextAnswer(null, "empty")),
            DrawOutcome.NothingFits nothing => TypedResults.Ok(new NextAnswer(null, "nothingFits", nothing.Next.Number)),
            _ => refusals.Problem(new Refusal(RefusalCode.AgentUnknown, "OwnerId")),
        };
}
