using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Features.Api;

/// <summary>How many requests one key may send: what one program does in a loop must not be felt by the people at the desk.</summary>
internal static class ApiLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static RateLimiterOptions Of(DeskSettings settings) => new()
    {
        RejectionStatusCode = StatusCodes.Status429TooManyRequests,
        GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(http => http.User.KeyId() is { } key && settings.ApiRequests > 0
            ? RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = settings.ApiRequests, Window = Window })
            : RateLimitPartition.GetNoLimiter(0)),
        OnRejected = (rejected, _) => new(TellAsync(rejected, settings)),
    };

    private static Task TellAsync(OnRejectedContext rejected, DeskSettings settings)
    {
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<ApiTexts>>();
        return Results.Problem(texts["TooManyRequests", settings.ApiRequests, seconds], statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(http);
    }
}
