using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Catalogue;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>A platform is assessed, proposed, approved by somebody else, and found on the map: on the keyboard alone.</summary>
public sealed class PlatformsTests : BrowserTest
{
    private static readonly string[] Graded =
        ["factor-Strategic", "factor-Continuity", "factor-Regulatory", "factor-Security", "consecuencia-Cost", "consecuencia-Productivity", "consecuencia-Security", "consecuencia-Reputation"];

    [SkippableFact]
    public async Task A_platform_is_assessed_by_one_and_approved_by_another()
    {
        var desk = await OpenAsync(new());
        var (portal, identity, mail) = (await desk.PlatformAsync("Portal ciudadano"), await desk.PlatformAsync("Identidad digital"), await desk.PlatformAsync("Mensajería"));
        await desk.DependsAsync(portal, identity, "ingreso");
        await desk.DependsAsync(identity, mail);
        await desk.DependsAsync(mail, identity);

        var lead = await SignedInAsync(desk, Role.Lead, DeskUrls.Platforms);
        var page = lead.Page;
        await lead.MustFitAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("tr[data-row]:focus")).ToContainTextAsync("Identidad digital");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.PlatformOf(identity)}");
        await Assertions.Expect(page.Locator(".platform-circle")).ToContainTextAsync("Identidad digital → Mensajería → Identidad digital");
        await lead.MustFitAsync();
        await lead.PressOnAsync("a[href$=criticidad]");
        await page.WaitForURLAsync($"**{DeskUrls.CriticalityOf(identity)}");
        await lead.PressOnAsync(".title-actions button");
        await Assertions.Expect(page.Locator("form.assessment")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".grade-counted")).ToContainTextAsync("fallan 2 con ella: Mensajería, Portal ciudadano");

        // Nothing is proposed without evidence.
        await lead.TabToAsync("#factor-Strategic-evidencia");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#factor-Strategic-error")).ToContainTextAsync("Elija un nivel");
        foreach (var id in Graded)
        {
            await lead.TabToAsync($"#{id} [type=radio]");
            await page.Keyboard.PressAsync("Space");
            for (var level = 2; level <= 4; level++) await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.Locator($"#{id} [value='4']")).ToBeCheckedAsync();
            await lead.TabToAsync($"#{id}-evidencia");
            await page.Keyboard.TypeAsync("Acta 12 del comité.");
        }

        await Assertions.Expect(page.Locator(".score-value")).ToContainTextAsync("3,78");
        await Assertions.Expect(page.Locator(".has-error")).ToHaveCountAsync(0);
        await lead.MustFitAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByText("Usted la propuso: la aprueba otra persona.")).ToBeVisibleAsync();

        var other = await SignedInAsync(desk, Role.Manager, DeskUrls.CriticalityOf(identity), new() { Width = 360, Height = 740, Scheme = ColorScheme.Dark });
        await Assertions.Expect(other.Page.Locator(".grade-evidence").First).ToContainTextAsync("Acta 12 del comité.");
        await other.MustFitAsync();
        await other.PressOnAsync(".decide-form:has(#revisar-el) button");
        await Assertions.Expect(other.Page.Locator(".criticality-now .criticality")).ToContainTextAsync("Alta");

        await other.GoAsync(DeskUrls.PlatformMapOf(null));
        await other.MustFitAsync();
        await other.PressOnAsync($"[data-node='{mail}']");
        await Assertions.Expect(other.Page.Locator(".map-chosen")).ToContainTextAsync("Si falla Mensajería, fallan 2 más");
        await Assertions.Expect(other.Page.Locator(".map-node.is-falling")).ToHaveCountAsync(2);
        await other.MustFitAsync();
        await lead.GoAsync(DeskUrls.PlatformOf(identity));
        await Assertions.Expect(page.Locator("[aria-labelledby=criticidad] .criticality")).ToContainTextAsync("Alta");
    }

    [SkippableFact]
    public async Task Without_a_script_the_map_is_read_and_chosen()
    {
        var desk = await OpenAsync(new());
        var (app, network) = (await desk.PlatformAsync("App"), await desk.PlatformAsync("Red"));
        await desk.DependsAsync(app, network);
        var signedIn = await SignedInAsync(desk);
        var plain = await VisitAsync(desk, new() { Script = false, Locale = "en-US" });
        await plain.Page.Context.AddCookiesAsync((await signedIn.Page.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = desk.Address }));
        await plain.GoAsync(DeskUrls.PlatformMap, interactive: false);
        await plain.Page.ClickAsync($"[data-node='{network}']");
        await Assertions.Expect(plain.Page.Locator(".map-node.is-falling")).ToHaveCountAsync(1);
        var wide = await plain.Page.Locator("svg.map").GetAttributeAsync("width");
        await plain.Page.ClickAsync(".map-zoom a >> nth=-1");
        await Assertions.Expect(plain.Page.Locator("svg.map")).Not.ToHaveAttributeAsync("width", wide!);
        await Assertions.Expect(plain.Page.Locator(".map-node.is-chosen")).ToHaveCountAsync(1);
    }
}
