using PqrsDesk.Ui;

namespace PqrsDesk.Features.Portal;

/// <summary>The way from a right pair to the case: a sealed cookie that no script reads, for half an hour and for the tracking pages only.</summary>
internal static class CaseCookie
{
    private const string Name = "consulta";

    public static void Give(HttpContext http, Seals seals, long ticketId) =>
        http.Response.Cookies.Append(Name, seals.Case(ticketId), Options(http, Seals.CaseLife));

    public static void Take(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http, null));

    public static long? Of(HttpContext http, Seals seals) => seals.Case(http.Request.Cookies[Name])?.TicketId;

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = DeskUrls.Track,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
