using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;

namespace PqrsDesk.Features.Casework;

/// <summary>What came of a body with files. Those that could be kept, or were refused one by one, stand in the list.</summary>
/// <param name="IsUnreadable">It ends too soon, or is no form, or has no file.</param>
internal readonly record struct ReceivedBodies(Refusal? Refusal, bool IsUnreadable)
{
    private const string Form = "multipart/form-data";

    /// <summary>Of what stands between files.</summary>
    private const int Words = 64 * 1024;

    /// <summary>One part in so many, at most, of a body that comes in pieces is not content.</summary>
    private const int Framing = 8;

    /// <summary>Takes the files of a form, or a body that is one file, to disk as they come.</summary>
    /// <param name="name">Of the one file.</param>
    public static async Task<ReceivedBodies> ReadAsync(HttpContext http, string? name, PendingFiles files, FileStore store, CancellationToken cancel)
    {
        var boundary = BoundaryOf(http.Request.ContentType, out var isForm);
        if (isForm && boundary is null) return new(null, true);
        if (!isForm && string.IsNullOrWhiteSpace(name)) return new(new(RefusalCode.FileNameInvalid, "Name", ""), false);
        var most = isForm ? Words + Math.Min(store.Most * store.Limit, store.Together) : store.Limit;
        if (http.Request.ContentLength > most) return new(isForm ? store.TooLargeTogether : store.TooLarge, false);

        // Where the length is not told the server counts what stands between the pieces too; the store counts the file alone.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = most + (most / Framing) + Words;
        try
        {
            if (isForm) return await ReadAsync(new MultipartReader(boundary!, http.Request.Body), files, store, cancel);
            await files.AddAsync(name!, http.Request.ContentType, 0, _ => http.Request.Body, () => { });
            return default;
        }
        catch (BadHttpRequestException wrong) when (wrong.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new(isForm ? store.TooLargeTogether : store.TooLarge, false);
        }
        catch (Exception wrong) when (wrong is BadHttpRequestException || wrong.IsSenders())
        {
            return new(null, true);
        }
    }

    private static async Task<ReceivedBodies> ReadAsync(MultipartReader form, PendingFiles files, FileStore store, CancellationToken cancel)
    {
        while (await form.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !(about.FileNameStar.HasValue || about.FileName.HasValue)) continue;
            if (files.All.Count == store.Most) return new(store.TooMany, false);
            var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
            await files.AddAsync(name, section.ContentType, 0, _ => section.Body, () => { });

            // The rest would come for nothing.
            if (files.All[^1].Refusal is not null) return default;
        }

        return new(null, files.All.Count == 0);
    }

    private static string? BoundaryOf(string? contentType, out bool isForm)
    {
        isForm = MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals(Form, StringComparison.OrdinalIgnoreCase);
        return isForm && HeaderUtilities.RemoveQuotes(type!.Boundary).Value is { Length: > 0 and <= 200 } boundary ? boundary : null;
    }
}
