using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The queue worked with the keyboard alone.</summary>
public sealed class HandlingTests : BrowserTest
{
    [SkippableFact]
    public async Task Picked_rows_are_put_on_hold_and_back_and_put_aside_with_the_keyboard_alone()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        for (var filed = 0; filed < 3; filed++) await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Lead);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(3);

        // Take the first two, then open the menu of the bar and wait on the petitioner.
        await PickAsync(visit, 2);
        await keys.PressAsync("t");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("Usted tomó 2 casos.");
        await PickAsync(visit, 2);
        await EntryAsync(visit, "wait");
        await visit.MustBeAccessibleAsync();
        await Assertions.Expect(page.Locator("#varios-causa")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("2 casos quedaron en espera.");
        await Assertions.Expect(page.Locator("tr[data-current]")).ToBeFocusedAsync();
        await keys.PressAsync("Alt+z");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("2 casos quedaron como estaban.");

        // Put aside by the first quick time, which has the focus.
        await PickAsync(visit, 2);
        await EntryAsync(visit, "snooze");
        await Assertions.Expect(page.Locator(".snooze-time").First).ToBeFocusedAsync();
        await visit.MustBeAccessibleAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("2 casos quedaron pospuestos hasta el");
        await Assertions.Expect(page.Locator(".snooze-mark")).ToHaveCountAsync(2);
        await visit.GoAsync(DeskUrls.MyTickets);
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task The_next_best_case_opens_says_why_and_is_put_aside_from_its_page()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var number = (await desk.FileAsync()).Number;
        await desk.FileAsync();
        var visit = await SignedInAsync(desk);
        var page = visit.Page;

        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync(number);
        await Assertions.Expect(page.Locator(".next-why[open]")).ToContainTextAsync("era el que vencía primero: Primera respuesta, 3 mar 2026, 15:00.");
        await visit.MustBeAccessibleAsync();

        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator(".snooze-time").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".snooze-said")).ToContainTextAsync("Pospuesto hasta el");
        await page.Locator(".handling-panel button", new() { HasText = "Traer de vuelta" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".snooze-said")).ToHaveCountAsync(0);
        Assert.Null((await desk.TicketAsync(number)).SnoozedUntil);

        await page.Locator(".next-case button").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".ticket-head")).Not.ToContainTextAsync(number);
        await page.Locator(".next-case button").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".next-case-words")).ToContainTextAsync("No hay casos sin responsable.");
    }

    [SkippableFact]
    public async Task A_list_and_what_is_picked_come_as_files_and_the_menu_fits_a_telephone()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        for (var filed = 0; filed < 3; filed++) await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Lead, options: new() { Width = 360, Height = 740 });
        var page = visit.Page;

        await page.Locator("[popovertarget=descargar-lista]").ClickAsync();
        var whole = await page.RunAndWaitForDownloadAsync(() => page.Locator("#descargar-lista a").Nth(1).ClickAsync());
        Assert.Equal(4, (await File.ReadAllLinesAsync(await whole.PathAsync())).Length);
        await page.Keyboard.PressAsync("Escape");

        await page.Locator("[data-row] [data-act=pick]").First.CheckAsync();
        await page.Locator("[data-bulk-more]").ClickAsync();
        var menu = (await page.Locator("#mas-acciones").BoundingBoxAsync())!;
        Assert.True(menu.X >= 0 && menu.Y >= 0 && menu.X + menu.Width <= 360 && menu.Y + menu.Height <= 740, $"The menu stands at {menu.X}, {menu.Y} and is {menu.Width} × {menu.Height}.");
        await visit.MustBeAccessibleAsync();
        await page.Locator("[data-bulk=export]").ClickAsync();
        var picked = await page.RunAndWaitForDownloadAsync(() => page.Locator("dialog button[type=submit].primary").ClickAsync());
        Assert.EndsWith(".xlsx", picked.SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }

    /// <summary>The first of the list, by the keys of the list.</summary>
    private static async Task PickAsync(Visit visit, int count)
    {
        for (var up = 0; up < 5; up++) await visit.Page.Keyboard.PressAsync("k");
        for (var row = 0; row < count; row++)
        {
            if (row > 0) await visit.Page.Keyboard.PressAsync("j");
            await visit.Page.Keyboard.PressAsync("x");
        }

        await Assertions.Expect(visit.Page.Locator("[data-row][data-picked]")).ToHaveCountAsync(count);
    }

    /// <summary>By the menu, and the keys of the menu.</summary>
    private static async Task EntryAsync(Visit visit, string verb)
    {
        await visit.Page.Keyboard.PressAsync("m");
        var entry = visit.Page.Locator($"#mas-acciones [data-bulk={verb}]");
        await Assertions.Expect(visit.Page.Locator("#mas-acciones [role=menuitem]").First).ToBeFocusedAsync();
        while (!await entry.EvaluateAsync<bool>("entry => entry === document.activeElement")) await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToBeVisibleAsync();
    }
}
