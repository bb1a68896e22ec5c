using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Localization;
using PqrsDesk.Domain.Views;
using PqrsDesk.Infrastructure.Identity;

namespace PqrsDesk.Shell.Preferring;

/// <summary>Draws each page as whoever is signed in wants it, and writes it into the cookies, which the browser goes by between two pages.</summary>
/// <remarks>
/// So the first page after signing in, on whatever machine, is drawn right at once: nothing turns dark, or English, under the eyes. The
/// circuit that follows a page takes its language from the cookie.
/// </remarks>
public static class OwnLook
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Comes after the authentication.</summary>
    public static void UseOwnLook(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && http.User.MemberId() is { } member)
            Draw(http, (await http.RequestServices.GetRequiredService<OwnShelf>().OfAsync(member)).Look);
        await next(http);
    });

    /// <summary>As the person wants it, where they said; else as this browser remembers it.</summary>
    public static Appearance Appearance(this HttpContext http) => Shell.Appearance.Of(http.Request.Cookies).As(http.Features.Get<Look>() ?? Look.None);

    public static void Remember(HttpContext http, Scheme scheme)
    {
        if (scheme == Scheme.Auto) http.Response.Cookies.Delete(Shell.Appearance.SchemeCookie);
        else Remember(http, Shell.Appearance.SchemeCookie, Shell.Appearance.WordOf(scheme));
    }

    public static void RememberLanguage(HttpContext http, string culture) =>
        Remember(http, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)));

    private static void Draw(HttpContext http, Look look)
    {
        http.Features.Set(look);
        var remembered = Shell.Appearance.Of(http.Request.Cookies);
        if (look.Scheme is { } scheme && scheme != remembered.Scheme) Remember(http, scheme);
        if (look.Density is { } density && density != remembered.Density) Remember(http, Shell.Appearance.DensityCookie, density == QueueDensity.Compact ? Shell.Appearance.Compact : Shell.Appearance.Comfortable);
        if (look.Language is not { } language) return;
        if (language != CookieLanguage(http)) RememberLanguage(http, language);
        var culture = CultureInfo.GetCultureInfo(language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        http.Features.Set<IRequestCultureFeature>(new RequestCultureFeature(new RequestCulture(culture), null));
    }

    private static string? CookieLanguage(HttpContext http) =>
        http.Request.Cookies[CookieRequestCultureProvider.DefaultCookieName] is { } cookie ? CookieRequestCultureProvider.ParseCookieValue(cookie)?.UICultures.FirstOrDefault().Value : null;

    private static void Remember(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(name, value, new CookieOptions
        {
            MaxAge = Remembered,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
}
