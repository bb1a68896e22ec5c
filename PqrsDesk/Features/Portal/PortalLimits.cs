using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PqrsDesk.Infrastructure;

namespace PqrsDesk.Features.Portal;

/// <summary>How often one address may send what the portal's forms send. Looking costs nothing.</summary>
internal static class PortalLimits
{
    public const string Forms = "portal-forms";
    public const string Lookups = "portal-lookups";
    public const string Hints = "portal-hints";

    /// <summary>Whoever fills in one form asks some times what it may be.</summary>
    private const int HintsOfForm = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddPortalLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<DeskSettings>((limits, settings) =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(Forms, http => Of(http, settings.PortalForms));
            limits.AddPolicy(Lookups, http => Of(http, settings.PortalLookups));
            limits.AddPolicy(Hints, http => Of(http, settings.PortalForms * HintsOfForm));
            limits.OnRejected = (rejected, cancel) => new(TellAsync(rejected.HttpContext, cancel));
        });
        return services;
    }

    private static RateLimitPartition<string> Of(HttpContext http, int most) => !HttpMethods.IsPost(http.Request.Method)
        ? RateLimitPartition.GetNoLimiter("looking")
        : RateLimitPartition.GetFixedWindowLimiter(Place(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = Window });

    /// <summary>A house has one address, or one network of 64 bits.</summary>
    private static string Place(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? 8 : 4));
    }

    /// <summary>A page of its own: nothing of what was sent was read, and no page of the desk may be drawn for it.</summary>
    private static Task TellAsync(HttpContext http, CancellationToken cancel)
    {
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<PortalTexts>>();
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return http.Response.WriteAsync(WordsPage.Html(texts["Busy.Title"], texts["Busy.Text", (int)Window.TotalMinutes]), cancel);
    }
}
