using System.Globalization;
using Microsoft.AspNetCore.Localization;
using PqrsDesk.Ui;

namespace PqrsDesk.Shell;

/// <summary>What the frame needs besides pages: the clock, and the two switches for browsers without a script.</summary>
public static class ShellEndpoints
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void MapShellEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.ClockNow, Now).AllowAnonymous();
        routes.MapGet(DeskUrls.Language, SwitchLanguage).AllowAnonymous();
        routes.MapGet(DeskUrls.Theme, SwitchScheme).AllowAnonymous();
    }

    /// <summary>The server's clock in Unix milliseconds, by which the browser corrects its countdowns.</summary>
    private static IResult Now(TimeProvider clock, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Text(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    private static IResult SwitchLanguage(HttpContext http)
    {
        if (Languages.Of(http.Request.Query[DeskUrls.CultureParameter]) is { } culture)
            Remember(http, CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));
        return Back(http);
    }

    private static IResult SwitchScheme(HttpContext http)
    {
        var word = http.Request.Query[DeskUrls.SchemeParameter].ToString();
        if (Appearance.SchemeOf(word) == Scheme.Auto) http.Response.Cookies.Delete(Appearance.SchemeCookie);
        else Remember(http, Appearance.SchemeCookie, word);
        return Back(http);
    }

    private static void Remember(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });

    private static IResult Back(HttpContext http)
    {
        var address = http.Request.Query[DeskUrls.ReturnParameter].ToString();
        return Results.LocalRedirect(DeskUrls.IsLocal(address) ? address : DeskUrls.Queue);
    }
}
