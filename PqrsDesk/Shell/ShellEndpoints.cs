using System.Globalization;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Shell.Preferring;
using PqrsDesk.Ui;

namespace PqrsDesk.Shell;

/// <summary>What the frame needs besides pages: the clock, and the two switches: for browsers without a script, and to keep what a person chose.</summary>
public static class ShellEndpoints
{
    public static void MapShellEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.ClockNow, Now).AllowAnonymous();

        // As a delegate: what takes the request alone would count as a RequestDelegate, whose answer nobody writes.
        routes.MapGet(DeskUrls.Language, (Delegate)SwitchLanguageAsync).AllowAnonymous();
        routes.MapGet(DeskUrls.Theme, (Delegate)SwitchSchemeAsync).AllowAnonymous();
    }

    /// <summary>The server's clock in Unix milliseconds, by which the browser corrects its countdowns.</summary>
    private static IResult Now(TimeProvider clock, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return Results.Text(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<IResult> SwitchLanguageAsync(HttpContext http)
    {
        if (Languages.Of(http.Request.Query[DeskUrls.CultureParameter]) is not { } culture) return Back(http);
        OwnLook.RememberLanguage(http, culture);
        if (http.User.MemberId() is { } member) await http.RequestServices.GetRequiredService<OwnShelf>().KeepLanguageAsync(member, culture);
        return Back(http);
    }

    private static async Task<IResult> SwitchSchemeAsync(HttpContext http)
    {
        var scheme = Appearance.SchemeOf(http.Request.Query[DeskUrls.SchemeParameter]);
        OwnLook.Remember(http, scheme);
        if (http.User.MemberId() is { } member) await http.RequestServices.GetRequiredService<OwnShelf>().KeepAsync(member, scheme);
        return Back(http);
    }

    private static IResult Back(HttpContext http)
    {
        var address = http.Request.Query[DeskUrls.ReturnParameter].ToString();
        return Results.LocalRedirect(DeskUrls.IsLocal(address) ? address : DeskUrls.Queue);
    }
}
