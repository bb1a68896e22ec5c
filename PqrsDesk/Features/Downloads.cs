using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Ui;

namespace PqrsDesk.Features;

/// <summary>Hands out an attachment, always as a download: what a stranger sent is never a page of this desk. Pictures do not say where they were taken.</summary>
internal static class Downloads
{
    private const string NeverAPage = "default-src 'none'; sandbox";

    public static async Task<IResult> OfAsync(StoredFile file, HttpContext http, CancellationToken cancel)
    {
        if (!http.RequestServices.GetRequiredService<Scanner>().Lets(file.Scan)) return Kept(file.Scan, http);
        if (await http.RequestServices.GetRequiredService<FileStore>().ShowAsync(file, cancel) is not { } content) return Results.NotFound();
        Guard(http.Response);
        return TypedResults.Stream(content, file.ContentType, file.Name, file.StoredAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    /// <summary>What keeps a browser from making a page of what it is sent.</summary>
    public static void Guard(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = NeverAPage;
        response.Headers.CacheControl = "private, no-cache";
    }

    /// <summary>It is gone for good, or to be asked for again: in words, to whoever asks.</summary>
    public static IResult Kept(FileScan said, HttpContext http)
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<FileTexts>>();
        var (status, word) = said == FileScan.Quarantined ? (StatusCodes.Status410Gone, "Quarantined") : (StatusCodes.Status409Conflict, "Waiting");
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.Path.StartsWithSegments(DeskUrls.Api)
            ? Results.Problem(texts[$"Kept.{word}.Text"], title: texts[$"Kept.{word}"], statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = $"File{word}" })
            : WordsPage.Of(texts[$"Kept.{word}"], texts[$"Kept.{word}.Text"], status);
    }
}
