using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>
/// Reads a form of the portal as it comes: files go straight to the file store, and what is left is a form of words. The
/// framework's own reading would write every file to disk twice.
/// </summary>
internal sealed class ReceiveFiles(RequestDelegate next, FileStore store)
{
    /// <summary>Of all words together, and how many there may be.</summary>
    private const int WordBytes = 512 * 1024;
    private const int MostWords = 100;

    /// <summary>Of what stands between the parts.</summary>
    private const int Between = 64 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !IsPortals(http.Request.Path))
        {
            await next(http);
            return;
        }

        var arrivals = new Arrivals(store);
        http.Features.Set(arrivals);
        var boundary = BoundaryOf(http);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = WordBytes + (boundary is null ? 0 : Math.Min(store.Most * store.Limit, store.Together) + Between);
        try
        {
            http.Request.Form = boundary is null ? await http.Request.ReadFormAsync(http.RequestAborted) : await ReadAsync(boundary, http.Request.Body, arrivals, store.TooLargeTogether, http.RequestAborted);
            await next(http);
        }
        catch (BadHttpRequestException wrong)
        {
            http.Response.StatusCode = wrong.StatusCode;
        }
        catch (InvalidOperationException) when (!http.Request.HasFormContentType)
        {
            http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        catch (Exception wrong) when (wrong.IsSenders())
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        finally
        {
            arrivals.Leave();
        }
    }

    private static bool IsPortals(PathString path) => path.StartsWithSegments(DeskUrls.PublicForm) || path.StartsWithSegments(DeskUrls.Track) || path.StartsWithSegments(DeskUrls.Help);

    /// <summary>Null: it is not a form with files, or none that may bring them.</summary>
    private static string? BoundaryOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<TakesFilesAttribute>() is not null
        && MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary ? boundary : null;

    /// <exception cref="InvalidDataException">It is no form.</exception>
    private static async Task<FormCollection> ReadAsync(string boundary, Stream body, Arrivals arrivals, Refusal tooLargeInAll, CancellationToken cancel)
    {
        var words = new Dictionary<string, StringValues>();
        var reader = new MultipartReader(boundary, body);
        var (left, count) = (WordBytes, 0);
        try
        {
            while (await reader.ReadNextSectionAsync(cancel) is { } section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about) || !about.DispositionType.Equals("form-data")) continue;
                if (about.FileNameStar.HasValue || about.FileName.HasValue)
                {
                    // A field for files that is left empty comes as a file without a name.
                    var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
                    if (name.Length > 0) await arrivals.AddAsync(name, section.ContentType, section.Body, cancel);
                    continue;
                }

                if (++count > MostWords) throw new InvalidDataException("Too many fields.");
                var (text, read) = await ReadWordAsync(section.Body, left, cancel);
                left -= read;
                var field = HeaderUtilities.RemoveQuotes(about.Name).ToString();
                words[field] = StringValues.Concat(words.GetValueOrDefault(field), text);
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // All that was typed comes before the files, and is shown again.
            arrivals.Refuse(tooLargeInAll);
        }

        return new FormCollection(words);
    }

    private static async Task<(string Text, int Read)> ReadWordAsync(Stream content, int most, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var chunk = new byte[4096];
        for (int read; (read = await content.ReadAsync(chunk, cancel)) > 0;)
        {
            if (kept.Length + read > most) throw new InvalidDataException("Too long.");
            kept.Write(chunk, 0, read);
        }

        return (System.Text.Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length), (int)kept.Length);
    }
}
