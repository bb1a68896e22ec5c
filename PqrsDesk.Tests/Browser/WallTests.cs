using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class WallTests : BrowserTest
{
    private static readonly VisitOptions Television = new() { Width = 1920, Height = 1080 };

    [SkippableFact]
    public async Task The_wall_shows_a_filing_without_a_hand_and_fits_the_screen()
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, Television);
        await visit.SignInAsDemoAsync(Role.Lead, DeskUrls.Wall);
        var open = int.Parse(await visit.Page.InnerTextAsync(".wall-number >> nth=0"), System.Globalization.CultureInfo.InvariantCulture);

        await desk.FileAsync();

        await Assertions.Expect(visit.Page.Locator(".wall-number >> nth=0")).ToHaveTextAsync($"{open + 1}");
        Assert.Equal((1920, 1080), await visit.Page.EvaluateAsync<int[]>("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") is [var width, var height] ? (width, height) : default);
        await visit.MustBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task The_wall_comes_back_by_itself_after_the_network_was_cut()
    {
        var desk = await OpenAsync(new());
        var cable = CableTo(desk);
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Wall, Television);
        await visit.GoAsync(cable.Address + DeskUrls.Wall);
        await Assertions.Expect(visit.Page.Locator(".wall-number >> nth=0")).ToHaveTextAsync("0");

        cable.Cut();
        await desk.FileAsync();
        await Assertions.Expect(visit.Page.Locator("desk-stale")).ToContainTextAsync("Datos de hace", new() { Timeout = 30_000 });
        await visit.MustBeAccessibleAsync();
        cable.Mend();

        await Assertions.Expect(visit.Page.Locator(".wall-number >> nth=0")).ToHaveTextAsync("1", new() { Timeout = 30_000 });
        visit.ForgiveErrors();
    }

    [SkippableFact]
    public async Task The_wall_comes_back_by_itself_after_the_server_was_started_again()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Wall, Television);
        await Assertions.Expect(visit.Page.Locator(".wall-number >> nth=0")).ToHaveTextAsync("0");

        await desk.RestartAsync();
        await desk.FileAsync();

        await Assertions.Expect(visit.Page.Locator(".wall-number >> nth=0")).ToHaveTextAsync("1", new() { Timeout = 60_000 });
        visit.ForgiveErrors();
    }
}
