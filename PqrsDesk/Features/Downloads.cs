using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features;

/// <summary>Hands out an attachment, always as a download: what a stranger sent is never a page of this desk. Pictures do not say where they were taken.</summary>
internal static class Downloads
{
    private const string NeverAPage = "default-src 'none'; sandbox";

    public static async Task<IResult> OfAsync(StoredFile file, FileStore store, HttpResponse response, CancellationToken cancel)
    {
        if (await store.ShowAsync(file, cancel) is not { } content) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = NeverAPage;
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.Stream(content, file.ContentType, file.Name, file.StoredAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
