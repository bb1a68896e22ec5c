using Microsoft.EntityFrameworkCore;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Hands attachments to staff.</summary>
internal static class Attachments
{
    public static void MapAttachments(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(DeskUrls.Attachment, [HttpMethods.Get, HttpMethods.Head], DownloadAsync).RequireAuthorization(AtLeast.Agent).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(string id, HttpContext http, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "D", out var fileId)) return Results.NotFound();
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancel) is { } file ? await Downloads.OfAsync(file, http, cancel) : Results.NotFound();
    }
}
