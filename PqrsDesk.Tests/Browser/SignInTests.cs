using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.SigningIn;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class SignInTests : BrowserTest
{
    [SkippableFact]
    public async Task The_first_admin_is_made_with_the_token_and_only_with_it()
    {
        var desk = await OpenAsync(new() { Environment = "Production" });
        var visit = await VisitAsync(desk, new() { Script = false });
        await visit.GoAsync(DeskUrls.Setup, interactive: false);

        await FillAsync(visit.Page, "not-the-token", Samples.Password);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("clave de instalación no es correcta");
        await FillAsync(visit.Page, desk.Get<SetupToken>().Value, "corta");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("al menos 10 caracteres");
        await FillAsync(visit.Page, desk.Get<SetupToken>().Value, Samples.Password);

        await visit.Page.WaitForURLAsync(desk.Address + DeskUrls.SignIn);
        Assert.False(await desk.Get<SetupToken>().IsNeededAsync());
        await visit.GoAsync(DeskUrls.Setup, interactive: false);
        await Assertions.Expect(visit.Page.Locator("#token")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Five_wrong_passwords_lock_the_account_for_a_while()
    {
        var desk = await OpenAsync(new());
        var member = await desk.HireWithAccountAsync();
        var visit = await VisitAsync(desk, new() { Script = false });
        await visit.GoAsync(DeskUrls.SignIn, interactive: false);
        for (var tries = 0; tries < 5; tries++) await SignInAsync(visit.Page, member.Email, "no es esta");

        await SignInAsync(visit.Page, member.Email, Samples.Password);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Demasiados intentos");
    }

    [SkippableTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Anyone_can_read_the_sign_in_page(ColorScheme scheme)
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk, new() { Scheme = scheme, Width = 360, Height = 740 });
        await visit.GoAsync(DeskUrls.SignIn, interactive: false);

        await visit.MustBeAccessibleAsync();
        Assert.Equal(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [SkippableFact]
    public async Task The_demo_people_are_not_offered_in_production()
    {
        var desk = await OpenAsync(new() { Environment = "Production", Demo = true });
        var visit = await VisitAsync(desk, new() { Script = false });
        await visit.GoAsync(DeskUrls.SignIn, interactive: false);

        await Assertions.Expect(visit.Page.Locator("[data-demo]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Who_signs_out_is_out()
    {
        var desk = await OpenAsync(new() { Demo = true });
        var visit = await VisitAsync(desk);
        await visit.SignInAsDemoAsync(Role.Manager, DeskUrls.Wall);
        await visit.GoAsync(DeskUrls.NotFound);

        await visit.Page.Locator($"form[action='{DeskUrls.SignOut}'] button").ClickAsync();
        await visit.Page.WaitForURLAsync(desk.Address + DeskUrls.SignIn);
        await visit.Page.GotoAsync(DeskUrls.Wall);

        Assert.Contains(DeskUrls.SignIn, visit.Page.Url, StringComparison.Ordinal);
        visit.ForgiveErrors();
    }

    private static async Task FillAsync(IPage page, string token, string password)
    {
        await page.FillAsync("#token", token);
        await page.FillAsync("#name", "Eva Lúa");
        await page.FillAsync("#email", "eva@example.org");
        await page.FillAsync("#password", password);
        await page.ClickAsync("form:has(#token) button[type=submit]");
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("form:has(#password) button[type=submit]");
    }
}
