using Microsoft.Playwright;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Everything by Ctrl+K, without the mouse.</summary>
public sealed class PaletteTests : BrowserTest
{
    [SkippableFact]
    public async Task Cases_people_places_and_actions_are_a_few_letters_away()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync()).Number;
        var visit = await SignedInAsync(desk);
        var page = visit.Page;
        var palette = page.Locator("dialog[data-palette]");
        var find = page.Locator("[data-palette-find]");

        await page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(find).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("duplic");
        await Assertions.Expect(palette.Locator("[data-active]")).ToContainTextAsync(number);
        await visit.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.TicketOf(number)}");
        await Assertions.Expect(palette).ToBeHiddenAsync();

        // An action of the page it came to.
        await Assertions.Expect(page.Locator(".composer")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("tomar");
        await Assertions.Expect(palette.Locator("[data-active]")).ToContainTextAsync("Tomar el caso");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("tomó el caso");

        // A person, by the second line; then a place; and Escape leaves all as it was.
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("iñiguez");
        await Assertions.Expect(palette).ToContainTextAsync("María Íñiguez");
        while (!(await palette.Locator("[data-active]").InnerTextAsync()).Contains("María Íñiguez", StringComparison.Ordinal)) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator($"[data-row='{number}']")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("simula");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.Simulator}");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("zzzz");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(palette).ToBeHiddenAsync();
        Assert.Single(await desk.LogAsync(number), each => each is TicketEvent.Assigned);
    }

    [SkippableFact]
    public async Task The_help_lists_what_the_keys_do_and_closes_with_its_own()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk);
        var page = visit.Page;
        var help = page.Locator("dialog[data-help]");

        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(help).ToBeVisibleAsync();
        await Assertions.Expect(help.Locator("[data-shortcut='palette']")).ToContainTextAsync("Ctrl");
        await visit.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(help).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(help).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("m");
        await page.WaitForURLAsync($"**{DeskUrls.MyTickets}");
    }
}
