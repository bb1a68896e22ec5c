using Microsoft.Playwright;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using Microsoft.EntityFrameworkCore;

namespace PqrsDesk.Browser;

public sealed class TmpShots : BrowserTest
{
    [SkippableFact]
    public async Task Shots()
    {
        Directory.CreateDirectory("/tmp/shots-report");
        var desk = await OpenAsync(new() { Demo = true, Settings = Mails.Sending.ToDictionary(setting => setting.Name, setting => setting.Value) });
        var id = await desk.ReadAsync(db => db.ReportActions.Select(action => action.CustomerId).FirstAsync());
        foreach (var (name, options) in new (string, VisitOptions)[] { ("es-light", new()), ("en-dark", new() { Locale = "en-US", Scheme = ColorScheme.Dark }), ("phone", new() { Width = 360, Height = 740 }) })
        {
            var visit = await VisitAsync(desk, options);
            await visit.SignInAsDemoAsync(Role.Lead, DeskUrls.CustomerReportOf(id));
            var page = visit.Page;
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Preparar el correo|Prepare the mail") }).ClickAsync();
            await page.WaitForSelectorAsync(".report-preview");
            await page.EvaluateAsync("() => { document.querySelector('.desk').style.height='auto'; document.querySelector('.page').style.overflow='visible'; }");
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots-report/{name}-top.png" });
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots-report/{name}.png", FullPage = true });
            await File.WriteAllTextAsync($"/tmp/shots-report/{name}.overflow", await page.EvaluateAsync<string>("() => `${document.documentElement.scrollWidth} ${innerWidth}`"));
            if (name == "phone") continue;
            await page.ReloadAsync();
            await visit.InteractiveAsync();
            await page.WaitForSelectorAsync(".sheet");
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.PdfAsync(new() { Path = $"/tmp/shots-report/{name}.pdf", Format = name == "es-light" ? "A4" : "Letter" });
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.GotoAsync(DeskUrls.CustomerReportFileOf(id, MonthText.Write(Period.Month(DateOnly.FromDateTime(DateTime.UtcNow)).Previous.From), "en"));
            await page.ScreenshotAsync(new() { Path = $"/tmp/shots-report/{name}-alone.png", FullPage = true });
            await page.PdfAsync(new() { Path = $"/tmp/shots-report/{name}-alone.pdf", Format = "Letter" });
        }
    }
}
