using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Infrastructure.Identity;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Reports;

/// <summary>The workbook as a download, written into the response as it is made.</summary>
internal static class ReportDownload
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(DeskUrls.ReportFile, SendAsync).RequireAuthorization(AtLeast.Manager);

    private static async Task SendAsync(string month, MakeWorkbook make, IStringLocalizer<ReportsTexts> texts, HttpContext http)
    {
        var period = ReportMonth.Read(month);
        var sent = period is not null && await make.RunAsync(period, CultureInfo.CurrentUICulture, () => Begin(http.Response, ReportMonth.FileName(period)), http.RequestAborted);
        if (!sent) await Results.Text(texts["Download.None", month], "text/plain", Encoding.UTF8, StatusCodes.Status404NotFound).ExecuteAsync(http);
    }

    private static Stream Begin(HttpResponse response, string name)
    {
        response.ContentType = MonthlyWorkbook.ContentType;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        response.Headers.CacheControl = "no-store";
        return response.Body;
    }
}
