using Microsoft.Playwright;
using PqrsDesk.Features.Outages;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class OutageTests : BrowserTest
{
    /// <summary>With the keyboard alone: an outage is recorded, gathers its cases and answers them all; a neighbour without a script reads it.</summary>
    [SkippableFact]
    public async Task An_outage_gathers_its_cases_answers_them_and_is_seen_by_everybody()
    {
        var desk = await OpenAsync(new());
        await desk.PlatformAsync(isPublic: true);
        var (first, second) = (await desk.FileAboutAsync(), await desk.FileAboutAsync());
        var visit = await SignedInAsync(desk, then: DeskUrls.Availability);
        var page = visit.Page;
        await visit.MustBeAccessibleAsync();

        await page.Locator("main").FocusAsync();
        await page.Keyboard.PressAsync("Shift+O");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#caida-producto")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("App");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("No abre en Android");
        await visit.MustBeAccessibleAsync();
        await page.Locator("#caida-publico").FocusAsync();
        await page.Keyboard.TypeAsync("La app no abre en algunos teléfonos.");
        await page.Keyboard.PressAsync("Control+Enter");

        // The cases that seem to be about it are there, and join.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("App móvil: No abre en Android");
        await visit.InteractiveAsync();
        var join = page.GetByRole(AriaRole.Button, new() { Name = "Unir todos (2)" });
        await join.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".outage-counts")).ToContainTextAsync("Abiertos: 2");
        await visit.MustBeAccessibleAsync();

        // One answer, looked at for one of them, sent to both.
        await page.Keyboard.PressAsync("Shift+R");
        await Assertions.Expect(page.Locator("#respuesta-texto")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+E");
        await Assertions.Expect(page.Locator(".outage-preview .sla-answer")).ToContainTextAsync("App móvil presenta una falla");
        await visit.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.GetByText("Respuesta enviada. Casos: 2; no la recibieron: 0.")).ToBeVisibleAsync();
        foreach (var number in new[] { first, second }) Assert.Contains("App móvil presenta una falla", (await desk.LogAsync(number)).OfType<Domain.Tickets.TicketEvent.Replied>().Single().Text, StringComparison.Ordinal);

        var neighbour = await VisitAsync(desk, new() { Script = false, Width = 360, Height = 740, Scheme = ColorScheme.Dark });
        await neighbour.GoAsync(DeskUrls.PublicForm, interactive: false);
        await neighbour.Page.GetByRole(AriaRole.Link, new() { Name = "Estado", Exact = true }).ClickAsync();
        await Assertions.Expect(neighbour.Page.GetByText("Un servicio está caído")).ToBeVisibleAsync();
        await Assertions.Expect(neighbour.Page.GetByText("La app no abre en algunos teléfonos.")).ToBeVisibleAsync();
        Assert.DoesNotContain(first, await neighbour.Page.ContentAsync(), StringComparison.Ordinal);

        // axe is a script: somebody who has one looks at the same page.
        var reader = await VisitAsync(desk, new() { Width = 360, Height = 740 });
        await reader.GoAsync(DeskUrls.PublicStatus);
        await reader.MustBeAccessibleAsync();
        Assert.True(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360);
    }
}
