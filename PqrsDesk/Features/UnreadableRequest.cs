using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features;

/// <summary>A request that cannot be read is the caller's slip, told with its place in the body; everything else stays ours.</summary>
public sealed class UnreadableRequest(IStringLocalizer<ApiTexts> texts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception wrong, CancellationToken cancel)
    {
        if (wrong is not BadHttpRequestException bad) return false;
        await Results.Problem(Detail(bad), statusCode: bad.StatusCode).ExecuteAsync(http);
        return true;
    }

    private string Detail(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { Path: { Length: > 0 } path } => texts["BodyUnreadableAt", path],
        JsonException => texts["BodyUnreadable"],
        _ => texts["RequestUnreadable"],
    };
}
