using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Api;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;
using static PqrsDesk.Features.Api.ProgramRoutes;

namespace PqrsDesk.Features.Casework.Expedientes;

/// <summary>Hands the whole case out as one archive, to staff and to programs.</summary>
internal static class ExpedienteRoutes
{
    private const string Zip = "application/zip";

    public static void MapExpedientes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.Expediente, (string radicado, bool? notas, bool? identidad, HttpContext http, PackExpediente pack, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
                SendAsync(radicado, new(notas ?? false, identidad ?? false), http, pack, refusals, cancel))
            .RequireAuthorization(AtLeast.Agent)
            .ExcludeFromDescription();
        ForPrograms(routes.MapGet(DeskUrls.ApiTicketExpediente, (string radicado, bool? notes, bool? identity, HttpContext http, PackExpediente pack, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel) =>
                SendAsync(radicado, new(notes ?? false, identity ?? false), http, pack, refusals, cancel)), "ReadCaseFile", "Downloads the whole ticket as one ZIP: index, messages, files, history and deadlines with their explanation.",
                "notes=true: also what only staff can see. identity=true: also a reserved identity, with the key of a lead. Files in quarantine are listed and not included. The ticket's history says that it was taken.")
            .Produces(StatusCodes.Status200OK, contentType: Zip)
            .Refuses(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> SendAsync(string radicado, RecordWish wish, HttpContext http, PackExpediente pack, IStringLocalizer<RefusalTexts> refusals, CancellationToken cancel)
    {
        var (write, refusal) = await pack.BeginAsync(radicado, wish, http.User.ToActor(), cancel);
        if (write is null)
            return http.Request.Path.StartsWithSegments(DeskUrls.Api) || refusal!.Code == RefusalCode.TicketNotFound
                ? refusals.Problem(refusal!)
                : WordsPage.Of(refusals.Say(refusal!), refusals.Say(refusal!), refusal!.Code == RefusalCode.RoleTooLow ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity);
        Downloads.Guard(http.Response);
        http.Response.Headers.CacheControl = "private, no-store";

        // The archive ends an entry with a few bytes that it writes without waiting.
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return TypedResults.Stream(stream => write(stream, http.RequestAborted), Zip, $"{SafeNames.Of(radicado, "expediente")}.zip");
    }
}
