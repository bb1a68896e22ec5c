using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class SlaRulesTests : BrowserTest
{
    [SkippableFact]
    public async Task New_hours_are_previewed_applied_to_open_cases_and_the_due_moves()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var receipt = await desk.FileAsync();
        var due = await DueAsync(desk, receipt.Number);
        var visit = await SignedInAsync(desk, Role.Admin, DeskUrls.SlaCalendarOf("office"));
        var page = visit.Page;

        foreach (var day in (string[])["tuesday", "wednesday", "thursday"])
        {
            await page.FillAsync($"#weekly-{day}", "08:00–11:00");
            await page.PressAsync($"#weekly-{day}", "Tab");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Ver qué cambiaría" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#vista")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".sla-preview")).ToContainTextAsync("Cambian de fecha: 1");
        await Assertions.Expect(page.Locator(".sla-moved a")).ToHaveTextAsync(receipt.Number);
        Assert.Equal(due, await DueAsync(desk, receipt.Number));
        await visit.MustBeAccessibleAsync();

        await page.Locator("input[value=NewAndOpen]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar y aplicar" }).ClickAsync();

        await Assertions.Expect(page.Locator(".sla-flow .notice")).ToContainTextAsync("Se guardó la versión 2");
        Assert.True(await DueAsync(desk, receipt.Number) > due);
        await visit.GoAsync(DeskUrls.TicketOf(receipt.Number));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("aplicó al caso la versión 2 de la política «General»");
    }

    private static async Task<DateTimeOffset> DueAsync(WebDesk desk, string number) =>
        (await desk.TicketAsync(number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Resolution).DueAt!.Value;
}
