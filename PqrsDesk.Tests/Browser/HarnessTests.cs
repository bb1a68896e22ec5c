using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class HarnessTests(WebDesk desk) : BrowserTest, IClassFixture<WebDesk>
{
    private const string Nowhere = "/casos/PQRS-1999-000001";

    [Fact]
    public async Task The_clock_of_the_tests_is_the_desks()
    {
        using var client = desk.Client();
        var before = desk.Clock.Now.ToUnixTimeMilliseconds();
        var told = long.Parse(await client.GetStringAsync(DeskUrls.ClockNow), System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told, before, desk.Clock.Now.ToUnixTimeMilliseconds());
    }

    [SkippableFact]
    public async Task Somebody_signs_in_and_comes_to_the_page_that_was_asked_for()
    {
        var visit = await SignedInAsync(desk, Role.Lead, Nowhere);
        Assert.Equal("No encontrado", await visit.Page.TextContentAsync("h1"));
        await visit.MustBeAccessibleAsync();
        Assert.Contains("404", Assert.Single(visit.Errors), StringComparison.Ordinal);
        visit.ForgiveErrors();
    }

    [SkippableFact]
    public async Task The_demo_desk_is_entered_with_one_click_and_survives_a_restart()
    {
        var demo = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(demo);
        await visit.GoAsync(DeskUrls.SignIn, interactive: false);
        await visit.MustBeAccessibleAsync();
        await visit.SignInAsDemoAsync(Role.Manager, Nowhere);
        await demo.RestartAsync();
        await visit.GoAsync(Nowhere);
        Assert.Equal("No encontrado", await visit.Page.TextContentAsync("h1"));
        visit.ForgiveErrors();
    }

    [SkippableFact]
    public async Task What_is_not_accessible_is_named()
    {
        var visit = await VisitAsync(desk);
        await visit.Page.SetContentAsync("<html lang=es><title>t</title><main><h1>t</h1><img id=bare src='data:,'></main>");
        var found = await Assert.ThrowsAsync<InvalidOperationException>(visit.MustBeAccessibleAsync);
        Assert.Contains("#bare", found.Message, StringComparison.Ordinal);
        visit.ForgiveErrors();
    }
}
