using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Casework;

/// <summary>Hands attachments to staff, always as a download: what a stranger sent is never a page of this desk.</summary>
internal static class Attachments
{
    private const string NeverAPage = "default-src 'none'; sandbox";

    public static void MapAttachments(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(DeskUrls.Attachment, [HttpMethods.Get, HttpMethods.Head], DownloadAsync).RequireAuthorization(AtLeast.Agent).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(string id, HttpResponse response, FileStore store, IDbContextFactory<DeskDb> desk, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(id, "D", out var fileId)) return Results.NotFound();
        await using var db = await desk.CreateDbContextAsync(cancel);
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId, cancel);
        if (file is null || await store.ShowAsync(file, cancel) is not { } content) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = NeverAPage;
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, file.ContentType, file.Name, file.StoredAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
