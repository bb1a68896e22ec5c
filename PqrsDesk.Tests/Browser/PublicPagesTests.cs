using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class PublicPagesTests(WebDesk desk) : BrowserTest, IClassFixture<WebDesk>
{
    [Fact]
    public async Task The_clock_is_served_without_signing_in()
    {
        using var client = desk.Client();
        var before = desk.Clock.Now.ToUnixTimeMilliseconds();
        var told = long.Parse(await client.GetStringAsync(DeskUrls.ClockNow), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told, before, desk.Clock.Now.ToUnixTimeMilliseconds());
    }

    [SkippableFact]
    public async Task An_unknown_page_is_calm_and_accessible()
    {
        var visit = await VisitAsync(desk);
        await visit.GoAsync(DeskUrls.NotFound, interactive: false);
        await visit.MustBeAccessibleAsync();
        visit.ForgiveErrors();
    }
}
