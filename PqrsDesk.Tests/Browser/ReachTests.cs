using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>What is wanted often is a few keys away: see docs/hands.md.</summary>
public sealed class ReachTests : BrowserTest
{
    [SkippableFact]
    public async Task Several_rows_go_to_a_colleague_and_a_long_case_is_read_printed_and_taken_along_with_the_keyboard_alone()
    {
        var desk = await OpenAsync(new());
        var number = await desk.LiveLongAsync(100, "Lo último que se dijo.");
        for (var filed = 0; filed < 4; filed++) await desk.FileAsync();
        await desk.HireAsync("Beto Ruiz");
        var visit = await SignedInAsync(desk, Role.Lead);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(5);

        // A range of rows, and all of them at once to whoever is meant by a few letters.
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await Assertions.Expect(page.Locator("[data-row][data-picked]")).ToHaveCountAsync(1);
        for (var row = 0; row < 3; row++) await keys.PressAsync("j");
        await keys.PressAsync("Shift+X");
        await Assertions.Expect(page.Locator("[data-row][data-picked]")).ToHaveCountAsync(4);
        await keys.PressAsync("a");
        await Assertions.Expect(page.Locator("dialog input[type=search]")).ToBeFocusedAsync();
        await keys.TypeAsync("beto");
        await Assertions.Expect(page.Locator("dialog .people kbd")).ToHaveCountAsync(1);
        await visit.MustBeAccessibleAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("4");
        Assert.Equal(4, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.Owner!.Name == "Beto Ruiz")));

        // The lines between are not there until somebody looks for a word; then all are.
        await visit.GoAsync(DeskUrls.TicketOf(number));
        await Assertions.Expect(page.Locator("[data-older]")).ToContainTextAsync("movimientos anteriores");
        await visit.MustBeAccessibleAsync();
        await keys.PressAsync("Control+f");
        await Assertions.Expect(page.Locator("[data-older]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("Lo último que se dijo.");
        Assert.True(await page.Locator(".turn, .event-line").CountAsync() > 100);

        // Who has written leaves the field by Escape: then letters are shortcuts again, also those of folded panels.
        await keys.PressAsync("i");
        await Assertions.Expect(page.Locator(".composer.note textarea")).ToBeFocusedAsync();
        await keys.TypeAsync("ue");
        await keys.PressAsync("Escape");
        var file = await page.RunAndWaitForDownloadAsync(() => keys.PressAsync("Shift+E"));
        Assert.EndsWith(".zip", file.SuggestedFilename, StringComparison.Ordinal);
        await keys.PressAsync("u");
        await Assertions.Expect(page.Locator("#accion-valor")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("d");
        await Assertions.Expect(page.Locator("dialog[open] #accion-valor")).ToBeFocusedAsync();
        await visit.MustBeAccessibleAsync();
        Assert.Single(await desk.LogAsync(number), each => each is TicketEvent.ExpedienteTaken);
    }
}
