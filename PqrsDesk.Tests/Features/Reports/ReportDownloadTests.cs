using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Excel;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Reports;

public sealed class ReportDownloadTests : BrowserTest
{
    private static readonly DateTimeOffset October = new(2026, 10, 20, 15, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task A_manager_takes_the_month()
    {
        var desk = await OpenAsync(new() { StartAt = October });
        await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Manager, DeskUrls.Reports);
        await Assertions.Expect(visit.Page.Locator("tr[data-kpi=Received] td").First).ToHaveTextAsync("1");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync("a[download]"));

        Assert.Equal("PQRS-2026-10.xlsx", download.SuggestedFilename);
        await using var file = File.OpenRead(await download.PathAsync());
        using var book = new OpenedWorkbook(file);
        Assert.Equal(1, book.Number("Resumen", "B9"));
        await Assertions.Expect(visit.Page.Locator(".report-word")).ToContainTextAsync("PQRS-2026-10.xlsx");
    }

    [SkippableFact]
    public async Task A_month_without_cases_is_not_found_in_plain_words()
    {
        var desk = await OpenAsync(new() { StartAt = October });
        await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Manager);

        foreach (var month in (string[])["2026-13", "2026-09", "2027-01", "octubre"])
        {
            var answer = await visit.Page.Context.APIRequest.GetAsync($"/informes/{month}.xlsx");

            Assert.Equal(404, answer.Status);
            Assert.StartsWith($"No hay informe de {month}", await answer.TextAsync(), StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Whoever_is_no_manager_gets_neither_page_nor_file()
    {
        var desk = await OpenAsync(new() { StartAt = October });
        await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Lead);

        var file = await visit.Page.Context.APIRequest.GetAsync("/informes/2026-10.xlsx", new() { MaxRedirects = 0 });

        Assert.NotEqual(200, file.Status);
        Assert.False(file.Headers.ContainsKey("content-disposition"));
        await visit.GoAsync(DeskUrls.Reports);
        Assert.Equal(0, await visit.Page.Locator(".report").CountAsync());
        visit.ForgiveErrors();
    }
}
