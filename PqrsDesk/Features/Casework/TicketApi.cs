using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary><c>GET /api/v1/tickets/{radicado}</c></summary>
internal static class TicketApi
{
    public static void MapTicketDocument(this IEndpointRouteBuilder routes) =>
        ForPrograms(routes.MapGet(DeskUrls.ApiTicket, ReadAsync), "ReadTicket", "Reads one ticket with its deadlines.")
            .Produces<TicketDocument>()
            .Refuses(StatusCodes.Status404NotFound);

    private static async Task<IResult> ReadAsync(string radicado, ReadTicketDocument read, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
        await read.RunAsync(radicado, cancel) is { } ticket ? TypedResults.Ok(ticket) : refusals.Problem(RefusalCode.TicketNotFound);
}
