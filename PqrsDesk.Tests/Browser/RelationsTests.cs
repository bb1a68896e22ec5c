using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>A lead splits, links, merges and voids from the case's page, with the keyboard where it matters.</summary>
public sealed class RelationsTests : BrowserTest
{
    [SkippableFact]
    public async Task A_case_is_split_linked_merged_and_voided()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var (older, younger) = await RelateTicketsTests.TwoAsync(desk);
        var third = (await desk.FileAsync(Samples.Filing with { Subject = "Prueba del formulario" })).Number;
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.TicketOf(older));
        var page = visit.Page;
        var panel = page.Locator("[aria-labelledby=relacionados]");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(panel).ToContainTextAsync("Ninguno.");

        // Split, by the keyboard alone: focus goes to the first field, and comes back after Escape.
        await panel.GetByRole(AriaRole.Button, new() { Name = "Dividir" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#parte-0-clase")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Dividir" }).ClickAsync();
        await page.SelectOptionAsync("#parte-0-clase", nameof(TicketKind.DocumentRequest));
        await page.SelectOptionAsync("#parte-0-area", new SelectOptionValue { Index = 1 });
        await page.FillAsync("#parte-0-asunto", "Copia del contrato");
        await page.FillAsync("#parte-0-texto", "Quiero una copia del contrato.");
        await visit.MustBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Dividir el caso" }).ClickAsync();
        await Assertions.Expect(panel.Locator("a.radicado")).ToHaveTextAsync([$"{older}-2"]);
        await panel.Locator("a.radicado").ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-head .radicado")).ToHaveTextAsync($"{older}-2");
        await Assertions.Expect(panel).ToContainTextAsync(older);

        // Link the third to the older.
        await panel.Locator("a.radicado").ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-head .radicado")).ToHaveTextAsync(older);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Vincular" }).ClickAsync();
        await Assertions.Expect(page.Locator("#accion-valor")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(third.ToLowerInvariant());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel).ToContainTextAsync("Vinculados");

        // Merge, asked from the younger: the older goes on.
        await visit.GoAsync(DeskUrls.TicketOf(younger));
        await panel.GetByRole(AriaRole.Button, new() { Name = "Acumular" }).ClickAsync();
        await page.FillAsync("#accion-valor", older);
        await page.FillAsync("#accion-texto", "Es el mismo cobro.");
        await visit.MustBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Acumular" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync("Acumulado");
        await Assertions.Expect(page.Locator(".composer")).ToContainTextAsync($"se responde con {older}");
        await panel.Locator("a.radicado").ClickAsync();
        await Assertions.Expect(page.Locator(".composer-together")).ToContainTextAsync(younger);
        await visit.MustBeAccessibleAsync();

        // Void the third.
        await visit.GoAsync(DeskUrls.TicketOf(third));
        await page.GetByRole(AriaRole.Button, new() { Name = "Anular o marcar no deseado" }).ClickAsync();
        await page.SelectOptionAsync("#accion-valor", nameof(VoidKind.Void));
        await page.FillAsync("#accion-texto", "Era una prueba.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Terminar el caso" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync("Anulado");
        await visit.MustBeAccessibleAsync();
        visit.MustBeCalm();
    }

    [SkippableFact]
    public async Task Spam_is_ended_from_the_queue()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        string[] numbers = [(await desk.FileAsync()).Number, (await desk.FileAsync()).Number];
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Queue);
        var page = visit.Page;
        await page.Locator("[data-pick-page]").ClickAsync();
        await page.Locator("[data-bulk-more]").ClickAsync();
        await page.Locator("[data-bulk=spam]").ClickAsync();
        await page.FillAsync("#razon-no-deseado", "Publicidad.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Marcar como no deseado" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-words").First).ToContainTextAsync("2 casos quedaron como no deseados");
        foreach (var number in numbers) Assert.Equal(TicketStatus.Voided, (await desk.TicketAsync(number)).Status);
    }
}
