using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace PqrsDesk.Features.Api;

/// <summary>A request that cannot be read is the caller's slip, told with its place in the body; everything else stays ours.</summary>
public sealed class UnreadableRequest(IStringLocalizer<ApiTexts> texts) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception wrong, CancellationToken cancel)
    {
        var status = wrong switch
        {
            BadHttpRequestException bad => bad.StatusCode,

            // A form that is none, asked for by whoever looks for its token.
            _ when http.Request.HasFormContentType && (wrong is AntiforgeryValidationException || wrong.IsSenders()) => StatusCodes.Status400BadRequest,
            _ => 0,
        };
        if (status == 0) return false;
        await Results.Problem(Detail(wrong), statusCode: status).ExecuteAsync(http);
        return true;
    }

    private string Detail(Exception wrong) => wrong.InnerException switch
    {
        JsonException { Path: { Length: > 0 } path } => texts["BodyUnreadableAt", path],
        JsonException => texts["BodyUnreadable"],
        _ => texts["RequestUnreadable"],
    };
}
