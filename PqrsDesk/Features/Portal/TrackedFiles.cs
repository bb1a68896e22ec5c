using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>Hands a petitioner the files of their own case that are theirs to have.</summary>
internal static class TrackedFiles
{
    public static void MapTrackedFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(DeskUrls.TrackedFile, [HttpMethods.Get, HttpMethods.Head], DownloadAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(string id, HttpContext http, Seals seals, ReadPublicCase read, CancellationToken cancel)
    {
        if (CaseCookie.Of(http, seals) is not { } ticketId || !Guid.TryParseExact(id, "D", out var fileId)) return Results.NotFound();
        return await read.FileAsync(ticketId, fileId, cancel) is { } file ? await Downloads.OfAsync(file, http, cancel) : Results.NotFound();
    }
}
