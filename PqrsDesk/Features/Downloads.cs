using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features;

/// <summary>Hands out an attachment, always as a download: what a stranger sent is never a page of this desk.</summary>
internal static class Downloads
{
    private const string NeverAPage = "default-src 'none'; sandbox";

    public static IResult Of(StoredFile file, FileStore store, HttpResponse response)
    {
        if (store.Find(file.Id) is not { } path) return Results.NotFound();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = NeverAPage;
        response.Headers.CacheControl = "private, no-cache";
        return TypedResults.PhysicalFile(path, file.ContentType, file.Name, file.StoredAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }
}
