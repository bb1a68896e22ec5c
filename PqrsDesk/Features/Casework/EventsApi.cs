using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary><c>GET /api/v1/tickets/{radicado}/events</c> and <c>GET /api/v1/changes</c></summary>
internal static class EventsApi
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketEvents, OfTicketAsync), "ListTicketEvents", "Reads a ticket's history, oldest first.",
                "after is a version of the ticket, 0 for all; next is what to ask for as after the next time. At most 500 at once, 100 unless limit says otherwise; fewer mean that this is the end for now.")
            .Produces<EventList>()
            .ProducesValidationProblem()
            .Refuses(StatusCodes.Status404NotFound);
        ForPrograms(routes.MapGet(DeskUrls.ApiChanges, ChangesAsync), "ListChanges", "Reads what happened on all tickets since a position, in the order of the commits, without a gap.",
                "Without after it says only where the log ends now: the place to begin. Ask again with after=next, at once while as many came as limit allows, else when you like. after=0 begins with the first event there ever was.")
            .Produces<ChangeList>()
            .ProducesValidationProblem();
    }

    private static async Task<IResult> OfTicketAsync(
        string radicado, string? after, string? limit, ReadEvents read, IStringLocalizer<ApiTexts> texts, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        var (from, most) = (PieceParameters.After(after, int.MaxValue, errors, texts), PieceParameters.Limit(limit, errors, texts));
        if (errors.Count > 0) return TypedResults.ValidationProblem(errors, texts["ParametersUnusable"]);
        return await read.OfTicketAsync(radicado, (int)(from ?? 0), most, cancel) is { } events ? TypedResults.Ok(events) : refusals.Problem(RefusalCode.TicketNotFound);
    }

    private static async Task<IResult> ChangesAsync(string? after, string? limit, ReadEvents read, IStringLocalizer<ApiTexts> texts, CancellationToken cancel)
    {
        var errors = new Dictionary<string, string[]>();
        var (from, most) = (PieceParameters.After(after, long.MaxValue, errors, texts), PieceParameters.Limit(limit, errors, texts));
        return errors.Count > 0 ? TypedResults.ValidationProblem(errors, texts["ParametersUnusable"]) : TypedResults.Ok(await read.ChangesAsync(from, most, cancel));
    }
}
