using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The hands never leave the keyboard, and the focus is never lost: nothing here is focused but by keys.</summary>
public sealed class KeysTests : BrowserTest
{
    [SkippableFact]
    public async Task In_the_queue_a_key_is_done_to_the_row_or_to_all_that_are_picked_and_the_focus_comes_back_to_the_row()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var numbers = new List<string>();
        for (var filed = 0; filed < 4; filed++) numbers.Add((await desk.FileAsync()).Number);
        var visit = await SignedInAsync(desk, Role.Lead);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var (row, notice, dialog) = (page.Locator("tr[data-current]"), page.Locator(".notice"), page.Locator("dialog[open]"));
        var entries = page.Locator("#mas-acciones [role=menuitem]");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(4);

        // The menu of the bar, by its keys; Escape leaves it.
        foreach (var key in new[] { "j", "x", "j", "j", "Shift+X" }) await keys.PressAsync(key);
        await Assertions.Expect(page.Locator("[data-row][data-picked]")).ToHaveCountAsync(3);
        await keys.PressAsync("m");
        await Assertions.Expect(entries.First).ToBeFocusedAsync();
        await visit.MustBeAccessibleAsync();
        await keys.PressAsync("ArrowUp");
        await Assertions.Expect(entries.Last).ToBeFocusedAsync();
        await keys.PressAsync("Home");
        await keys.PressAsync("ArrowDown");
        await Assertions.Expect(entries.Nth(1)).ToBeFocusedAsync();
        await keys.PressAsync("n");
        await Assertions.Expect(page.Locator("#mas-acciones [data-bulk=spam]")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(entries.First).ToBeHiddenAsync();
        await Assertions.Expect(row).ToBeFocusedAsync();

        // A dialog that is left, and one that is done, by its key and not by the menu. What is missing is said where it is.
        await keys.PressAsync("u");
        await Assertions.Expect(dialog.Locator(".merge-preview")).ToContainTextAsync(numbers[0]);
        await keys.PressAsync("Escape");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await keys.PressAsync("d");
        await Assertions.Expect(dialog.Locator("#varios-area")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(dialog.Locator(".field-error").First).ToContainTextAsync("Elija el área");
        await keys.PressAsync("Escape");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await keys.PressAsync("p");
        await Assertions.Expect(dialog.Locator("[name=prioridad]:checked")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(dialog.Locator(".field-error").First).ToContainTextAsync("elija otra");
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Son de la misma falla.");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(notice).ToContainTextAsync("3 casos quedaron en prioridad");
        await Assertions.Expect(row).ToBeFocusedAsync();

        // Nothing is picked: the same keys are the current row's.
        await Assertions.Expect(page.Locator("[data-row][data-picked]")).ToHaveCountAsync(0);
        await keys.PressAsync("a");
        await Assertions.Expect(dialog).ToContainTextAsync("Asignar el caso");
        await Assertions.Expect(dialog.Locator("#asignar-a")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(dialog.Locator(".field-error")).ToContainTextAsync("Escriba un nombre");
        await keys.TypeAsync("ana");
        await Assertions.Expect(dialog.Locator("[data-key=send]")).ToContainTextAsync("Ana Restrepo");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(notice).ToContainTextAsync("Ana Restrepo");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await keys.PressAsync("w");
        await Assertions.Expect(dialog.Locator("#varios-causa")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(notice).ToContainTextAsync("quedó en espera");
        await Assertions.Expect(row).ToBeFocusedAsync();
        await keys.PressAsync("Shift+W");
        await Assertions.Expect(notice).ToContainTextAsync("se reanudó");
        await keys.PressAsync("Shift+F");
        await Assertions.Expect(dialog.Locator("#seguir-titulo")).ToBeVisibleAsync();
        await Assertions.Expect(dialog.Locator("[data-key=send]")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(row).ToBeFocusedAsync();
        await keys.PressAsync("u");
        await Assertions.Expect(notice).ToContainTextAsync("dos casos o más");
    }

    [SkippableFact]
    public async Task On_a_case_what_took_the_focus_gives_it_back_and_the_palette_knows_what_can_be_done()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var number = (await desk.FileAsync()).Number;
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.TicketOf(number));
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var box = page.Locator(".composer:not(.note) textarea");

        await Assertions.Expect(page.Locator(".composer")).ToBeVisibleAsync();
        await keys.PressAsync("r");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await keys.TypeAsync("Buenos días");
        await keys.PressAsync("Control+e");
        await Assertions.Expect(page.Locator(".composer-preview")).ToBeFocusedAsync();
        await keys.PressAsync("Control+e");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await keys.PressAsync("Control+Space");
        await Assertions.Expect(page.Locator("#insertar")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#insertar")).ToHaveCountAsync(0);
        await Assertions.Expect(box).ToBeFocusedAsync();
        await keys.TypeAsync(", Ana");
        await Assertions.Expect(box).ToHaveValueAsync("Buenos días, Ana");

        // Beside the case, and back to the heading that Escape had left for.
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();
        await keys.PressAsync("b");
        await Assertions.Expect(page.Locator(".beside .icon-button")).ToBeFocusedAsync();
        var (head, beside) = ((await page.Locator(".ticket-head sla-timer").BoundingBoxAsync())!, (await page.Locator(".beside").BoundingBoxAsync())!);
        Assert.True(head.Y + head.Height <= beside.Y, "The panel covers the countdown of the head.");
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".beside")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();

        // What has no field of its own on the page is a few letters away, in either language.
        foreach (var (typed, found) in new[] { ("imprimir", "Imprimir"), ("tiempo", "tiempo"), ("vincular", "Vincular"), ("dividir", "Dividir"), ("prórroga", "Prorrogar"), ("historial", "historial"), ("snooze", "Posponer"), ("modo oscuro", "oscuro"), ("english", "idioma"), ("cerrar sesión", "sesión"), ("preferencias", "preferencias") })
        {
            await keys.PressAsync("Control+k");
            await keys.TypeAsync(typed);
            // Before anything is done to it, only what has an owner is put aside.
            if (found != "Posponer") await Assertions.Expect(page.Locator("dialog[data-palette] [data-palette-own]")).ToContainTextAsync(found);
            await keys.PressAsync("Escape");
        }

        await keys.PressAsync("Control+k");
        await keys.TypeAsync("minutes");
        await Assertions.Expect(page.Locator("dialog[data-palette] [data-active]")).ToContainTextAsync("tiempo");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tiempo-minutos")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.Locator("h1")).ToBeFocusedAsync();

        // What was pressed and is gone leaves the focus where one can go on.
        await page.ReloadAsync();
        await visit.InteractiveAsync();
        await keys.PressAsync("Control+k");
        await keys.TypeAsync("dark");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-scheme", "dark");

        // The help begins at its beginning.
        await keys.PressAsync("?");
        await Assertions.Expect(page.Locator("#atajos")).ToBeFocusedAsync();
        Assert.Equal(0, await page.Locator("dialog[data-help]").EvaluateAsync<int>("help => help.scrollTop"));
        Assert.Empty(await page.Locator("dialog[data-help] dt").EvaluateAllAsync<string[]>("terms => terms.filter(term => term.getBoundingClientRect().height > 40).map(term => term.textContent)"));
        await visit.MustBeAccessibleAsync();
        Assert.IsType<TicketEvent.Filed>((await desk.LogAsync(number))[0]);
    }
}
