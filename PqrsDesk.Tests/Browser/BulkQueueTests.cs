using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class BulkQueueTests : BrowserTest
{
    [SkippableFact]
    public async Task Rows_are_picked_by_keyboard_and_mouse_and_taken_together()
    {
        var desk = await OpenAsync(new());
        for (var i = 0; i < 6; i++) await desk.FileAsync();
        var visit = await SignedInAsync(desk, Role.Lead);
        var rows = visit.Page.Locator("[data-row]");
        var picked = visit.Page.Locator("[data-row][data-picked]");
        var head = visit.Page.Locator("[data-pick-page]");
        await Assertions.Expect(rows).ToHaveCountAsync(6);

        await visit.Page.Keyboard.PressAsync("j");
        await visit.Page.Keyboard.PressAsync("x");
        await Assertions.Expect(picked).ToHaveCountAsync(1);
        Assert.True(await head.EvaluateAsync<bool>("box => box.indeterminate"));
        await rows.Nth(3).Locator("[data-act='pick']").ClickAsync(new() { Modifiers = [KeyboardModifier.Shift] });
        await Assertions.Expect(picked).ToHaveCountAsync(4);

        // The box that was pressed last has the focus: shortcuts go on.
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(picked).ToHaveCountAsync(0);
        await head.CheckAsync();
        await Assertions.Expect(picked).ToHaveCountAsync(6);
        await visit.Page.Locator("[data-bulk-take]").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("Usted tomó 6 casos.");
        await Assertions.Expect(picked).ToHaveCountAsync(0);
        await Assertions.Expect(head).Not.ToBeCheckedAsync();
        await Assertions.Expect(rows.GetByRole(AriaRole.Img, new() { Name = "Ana Restrepo" })).ToHaveCountAsync(6);

        // What was done is taken back by its keys, and a form of the queue is sent by those of any other.
        await visit.Page.Keyboard.PressAsync("Alt+z");
        await Assertions.Expect(rows.GetByRole(AriaRole.Img, new() { Name = "Ana Restrepo" })).ToHaveCountAsync(0);
        await head.CheckAsync();
        await Assertions.Expect(picked).ToHaveCountAsync(6);
        await visit.Page.Keyboard.PressAsync("p");
        await visit.Page.Locator("dialog[open] input[type=radio]").First.CheckAsync();
        await visit.Page.Locator("#razon").FocusAsync();
        await visit.Page.Keyboard.TypeAsync("Es urgente");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(visit.Page.Locator(".notice")).ToContainTextAsync("prioridad");
        await Assertions.Expect(visit.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
    }
}
