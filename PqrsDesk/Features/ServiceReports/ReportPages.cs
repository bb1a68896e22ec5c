using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using PqrsDesk.Infrastructure;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.ServiceReports;

/// <summary>A report as one page that stands alone: what travels with the letter and is kept of it. It fetches nothing and runs nothing.</summary>
public sealed class ReportPages(IServiceScopeFactory scopes, ILoggerFactory logs, DeskSettings settings, SlaShelf shelf)
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <param name="language">es or en: of whoever reads it.</param>
    public async Task<string> PageAsync(ServiceReport report, string language, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var zone = new DeskZone((await shelf.BookAsync()).Zone);
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var body = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureOf(language);
            var drawn = await renderer.RenderComponentAsync<ReportSheet>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ReportSheet.Of)] = report,
                [nameof(ReportSheet.Desk)] = settings.Name,
                [nameof(ReportSheet.Zone)] = zone,
                [nameof(ReportSheet.Alone)] = true,
            }));
            return drawn.ToHtmlString();
        });
        var title = WebUtility.HtmlEncode($"{report.Figures.Customer} · {report.Figures.Month.ToString("Y", CultureOf(language))}");
        return $"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta http-equiv=\"Content-Security-Policy\" content=\"{Policy}\"><title>{title}</title><style>{Style.Value}</style></head><body class=\"sheet-alone\">{body}</body></html>\n";
    }

    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language == "en" ? "en-US" : "es-CO");

    private static string ReadStyle()
    {
        using var stream = typeof(ReportPages).Assembly.GetManifestResourceStream("sheets/servicereport.css") ?? throw new InvalidOperationException("The report has no style.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
