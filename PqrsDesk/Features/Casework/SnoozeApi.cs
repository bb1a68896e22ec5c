using System.Text.Json.Serialization;
using PqrsDesk.Features.Api;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework;

/// <summary>Until when a ticket is put aside.</summary>
/// <param name="Until">ISO 8601, before its nearest deadline.</param>
/// <param name="Reason">May be left out.</param>
/// <param name="Seen">As of a reply.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[JsonNumberHandling(JsonNumberHandling.Strict)]
public sealed record SnoozeRequest(DateTimeOffset? Until, string? Reason, int? Seen);

/// <summary><c>PUT</c> and <c>DELETE /api/v1/tickets/{radicado}/snooze</c></summary>
internal static class SnoozeApi
{
    private const int BodyLimit = 16 * 1024;

    public static void MapSnooze(this IEndpointRouteBuilder routes)
    {
        Changing(ForPrograms(routes.MapPut(DeskUrls.ApiTicketSnooze, SnoozeAsync), "SnoozeTicket", "Puts a ticket that somebody has aside until an instant.")
            .WithDescription("Its clocks run on, so that instant cannot be after its nearest deadline. It comes back at its time, or at once when the petitioner writes, its owner changes or a threshold is reached. It wants the key of a lead. Asked again it is another instant. With seen, the version of the ticket that was read, it is refused with 409 if somebody changed the ticket since. Idempotency-Key as of a reply."));
        Changing(ForPrograms(routes.MapDelete(DeskUrls.ApiTicketSnooze, WakeAsync), "WakeTicket", "Brings a ticket back before its time.")
            .WithDescription("What is so already is done."));
    }

    private static void Changing(RouteHandlerBuilder route) => route
        .Takes(BodyLimit)
        .Produces<TicketDocument>()
        .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

    private static Task<IResult> SnoozeAsync(string radicado, SnoozeRequest asked, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, asked.Seen, http.Request, asked, (ticket, book, now) => ticket.Snooze((asked.Until ?? default).ToUniversalTime(), asked.Reason, book, now), cancel);

    private static Task<IResult> WakeAsync(string radicado, HttpContext http, SayByProgram say, CancellationToken cancel) =>
        say.RunAsync(radicado, null, http.Request, "wake", (ticket, book, now) => ticket.Wake(book, now), cancel);
}
