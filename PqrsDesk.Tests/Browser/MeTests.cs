using Microsoft.Playwright;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>What is a person's own, on the keyboard alone.</summary>
public sealed class MeTests : BrowserTest
{
    [SkippableFact]
    public async Task A_key_of_ones_own_works_in_every_tab_and_on_another_machine()
    {
        var desk = await OpenAsync(new());
        var ana = await desk.HireWithAccountAsync();
        var (one, two) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        var visit = await VisitAsync(desk);
        await visit.SignInAsync(ana, DeskUrls.TicketOf(one));
        var tab = visit.Page;
        var page = await tab.Context.NewPageAsync();
        await page.GotoAsync(DeskUrls.Me);
        await page.WaitForSelectorAsync("[data-interactive]");

        // To the preferences by their own key, and with Tab to the field.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("p");
        await page.WaitForURLAsync($"**{DeskUrls.Preferences}");
        var field = page.Locator("#tecla-take");
        await field.FocusAsync();
        await page.Keyboard.PressAsync("g");
        await Assertions.Expect(field).ToHaveValueAsync("g …");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(field).ToHaveValueAsync("t");

        // Taken by another: said in words, and swapped on purpose.
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("Enter");
        var fault = page.Locator("[data-own-key='take'] [role='alert']");
        await Assertions.Expect(fault).ToContainTextAsync("choca con");
        await Assertions.Expect(field).ToHaveValueAsync("t");
        await page.Keyboard.PressAsync("y");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(field).ToHaveValueAsync("y x");
        await Assertions.Expect(fault).ToBeEmptyAsync();

        // The other tab heard of it: the old key does nothing, the two new ones take the case.
        await Assertions.Expect(tab.Locator("[data-shortcut='take'] dt")).ToContainTextAsync("y");
        await Assertions.Expect(tab.Locator("[data-key='take']").First).ToHaveAttributeAsync("title", new System.Text.RegularExpressions.Regex("y x"));
        await tab.BringToFrontAsync();
        await tab.Keyboard.PressAsync("t");
        await tab.Keyboard.PressAsync("y");
        await tab.Keyboard.PressAsync("x");
        await Assertions.Expect(tab.Locator(".conversation")).ToContainTextAsync("tomó el caso");
        Assert.Single(await desk.LogAsync(one), each => each is TicketEvent.Assigned);

        // Another browser has them too, under ? and Ctrl+K.
        var other = await VisitAsync(desk);
        await other.SignInAsync(ana, DeskUrls.TicketOf(two));
        await Assertions.Expect(other.Page.Locator(".composer")).ToBeVisibleAsync();
        await other.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(other.Page.Locator("dialog[data-help] [data-shortcut='take'] dt")).ToContainTextAsync("x");
        await other.Page.Keyboard.PressAsync("?");
        await other.Page.Keyboard.PressAsync("Control+k");
        await other.Page.Keyboard.TypeAsync("tomar el");
        await Assertions.Expect(other.Page.Locator("[data-palette] [data-active] .palette-keys")).ToContainTextAsync("y");
        await other.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(other.Page.Locator(".conversation")).ToContainTextAsync("tomó el caso");

        // Switched off, a letter is a letter, and what has Ctrl works on.
        await page.BringToFrontAsync();
        await page.Locator("#sin-letras").PressAsync("Space");
        await Assertions.Expect(other.Page.Locator("[data-shortcut='note'] dt")).ToContainTextAsync("sin tecla");
        await other.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(other.Page.Locator("dialog[data-help]")).ToBeHiddenAsync();
        await other.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(other.Page.Locator("[data-palette-find]")).ToBeFocusedAsync();
    }

    [SkippableFact]
    public async Task The_theme_and_language_follow_and_the_day_lies_open()
    {
        var desk = await OpenAsync(new());
        var ana = await desk.HireWithAccountAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, ana);
        var visit = await VisitAsync(desk);
        await visit.SignInAsync(ana, DeskUrls.Me);
        var page = visit.Page;

        await Assertions.Expect(page.Locator($"[data-case='{number}'] sla-timer")).ToHaveAttributeAsync("data-meaning", "on-time");
        await Assertions.Expect(page.Locator("[data-done='Taken'] summary")).ToContainTextAsync("1");
        await visit.MustBeAccessibleAsync();
        await page.Locator($"[data-case='{number}'] a").PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.TicketOf(number)}");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("y");
        await page.WaitForURLAsync($"**{DeskUrls.Me}");

        // Another browser of the same person follows, live; and a third is right from its first page on.
        var other = await VisitAsync(desk);
        await other.SignInAsync(ana, DeskUrls.Tasks);
        await page.Locator("[data-scheme-toggle]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await Assertions.Expect(other.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");

        await visit.GoAsync(DeskUrls.Preferences);
        await page.Locator("input[name='idioma'][value='es']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(other.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Preferences");
        await visit.InteractiveAsync();
        await visit.MustBeAccessibleAsync();

        var third = await VisitAsync(desk, new() { Scheme = ColorScheme.Light });
        await third.SignInAsync(ana, DeskUrls.Me);
        await Assertions.Expect(third.Page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");
        await Assertions.Expect(third.Page.Locator("h1")).ToHaveTextAsync("My work");
        await third.MustBeAccessibleAsync();
    }
}
