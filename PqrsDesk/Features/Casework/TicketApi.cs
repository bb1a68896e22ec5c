using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary><c>GET /api/v1/tickets/{radicado}</c></summary>
internal static class TicketApi
{
    public static void MapTicketDocument(this IEndpointRouteBuilder routes) =>
        routes.MapGet(DeskUrls.ApiTicket, ReadAsync)
            .RequireAuthorization(AtLeast.Program)
            .WithName("ReadTicket")
            .WithSummary("Reads one ticket with its deadlines.")
            .Produces<TicketDocument>()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReadAsync(string radicado, ReadTicketDocument read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        await read.RunAsync(radicado, cancel) is { } ticket ? TypedResults.Ok(ticket) : refusals.Problem(RefusalCode.TicketNotFound);
}
