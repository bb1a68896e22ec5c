using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class DashboardTests : BrowserTest
{
    [SkippableFact]
    public async Task A_bar_opens_the_list_that_its_row_of_data_opens()
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, new() { Height = 2_400 });
        await visit.SignInAsDemoAsync(Role.Manager, DeskUrls.Dashboard);
        var card = visit.Page.Locator(".chart-card").First;
        await Assertions.Expect(card.Locator(".rz-column-series").First).ToBeVisibleAsync();

        // A bar for each row, in their order; of a week end the last may be of nothing, and without height.
        var rows = await card.Locator("tbody tr").EvaluateAllAsync<string[][]>("""
            rows => rows.map(row => row.querySelector("td:nth-child(2) a[data-count]")).map(link => [link?.getAttribute("href") ?? "", link?.dataset.count ?? "0"])
            """);
        var last = Array.FindLastIndex(rows, row => row[1] != "0");
        var bar = card.Locator(".rz-column-series").First.Locator("path").Nth(last);

        await bar.HoverAsync();
        await bar.ClickAsync();

        await visit.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == DeskUrls.Queue);
        Assert.Equal(rows[last][0], new Uri(visit.Page.Url).PathAndQuery);
        await Assertions.Expect(visit.Page.Locator(".title-hint")).ToContainTextAsync($"{rows[last][1]} caso");
    }

    [SkippableFact]
    public async Task The_figures_move_by_themselves()
    {
        var desk = await OpenAsync(new());
        await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Dashboard);
        var received = visit.Page.Locator(".board-tile a.kpi-value").First;
        await Assertions.Expect(received).ToHaveTextAsync("1");
        await visit.Page.EvaluateAsync("window.sameDocument = true");

        await desk.FileAsync();

        await Assertions.Expect(received).ToHaveTextAsync("2");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }
}
