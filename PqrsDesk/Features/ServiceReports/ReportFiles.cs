using System.Text;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>The page that goes with a letter: as it would be made now, and as one was sent.</summary>
internal static class ReportFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(DeskUrls.CustomerReportFile, NowAsync).RequireAuthorization(AtLeast.Agent);
        routes.MapGet(DeskUrls.SentReportFile, SentAsync).RequireAuthorization(AtLeast.Agent);
    }

    private static async Task<IResult> NowAsync(int numero, string mes, HttpContext http, ReadServiceReport read, ReportPages pages, SlaShelf shelf, TimeProvider clock)
    {
        if (MonthText.Read(mes) is not { Year: >= 2000 } month || month > (await shelf.BookAsync()).DateOf(clock.GetUtcNow())) return Results.NotFound();
        if (await read.RunAsync(numero, Period.Month(month), http.RequestAborted) is not { } report) return Results.NotFound();
        return Page(http, await pages.PageAsync(report, http.Request.Query[DeskUrls.LanguageParameter] == "en" ? "en" : "es", http.RequestAborted));
    }

    private static async Task<IResult> SentAsync(int numero, int enviado, HttpContext http, ReadSentReports sent) =>
        await sent.PageAsync(numero, enviado, http.RequestAborted) is { } page ? Page(http, page) : Results.NotFound();

    /// <summary>Nothing in it runs or is fetched, and nothing keeps it but the desk.</summary>
    private static IResult Page(HttpContext http, string page)
    {
        http.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        http.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return Results.Text(page, "text/html", Encoding.UTF8);
    }
}
