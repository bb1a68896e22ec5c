using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>A message is planned, changed, planned again and sent, with the keyboard alone.</summary>
public sealed class SendingTests : BrowserTest
{
    [SkippableFact]
    public async Task A_message_is_planned_taken_up_planned_again_and_sent_by_itself_with_the_keyboard_alone()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var number = (await desk.FileAsync()).Number;
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.TicketOf(number));
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync(number);

        await keys.PressAsync("r");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToBeFocusedAsync();
        await keys.TypeAsync("Mañana le devolvemos el dinero.");
        await keys.PressAsync("Control+Shift+h");
        await Assertions.Expect(page.Locator("[data-plan]").First).ToBeFocusedAsync();
        await visit.MustBeAccessibleAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".planned-when")).ToContainTextAsync("Se enviará el mié 4 mar 2026, 08:00, por Ana Restrepo");
        await Assertions.Expect(page.Locator(".planned-late")).ToContainTextAsync("A esa hora ya habrá vencido");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToHaveValueAsync("");
        await visit.MustBeAccessibleAsync();

        // Taken up it is a draft again, and is planned as a question that the case waits on, at a time of one's own.
        await page.Locator("[data-edit-planned]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".planned")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#redactar textarea")).ToHaveValueAsync("Mañana le devolvemos el dinero.");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToBeFocusedAsync();
        await keys.PressAsync("Control+Shift+h");
        await Assertions.Expect(page.Locator("[data-plan]").First).ToBeFocusedAsync();
        await page.Locator("dialog input[value=Reply]").FocusAsync();
        await keys.PressAsync("ArrowDown");
        await page.Locator("#programar-espera").FocusAsync();
        await keys.TypeAsync("La cuenta");
        await page.Locator("#programar-dia").FillAsync("2026-03-05");
        await page.Locator("#programar-hora").FillAsync("09:30");
        await Assertions.Expect(page.Locator(".plan-chosen")).ToContainTextAsync("Se enviará el jue 5 mar 2026, 09:30.");
        await Assertions.Expect(page.Locator(".plan-warning")).ToContainTextAsync("A esa hora ya habrá vencido");
        await page.Locator("dialog button[type=submit]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".planned-when")).ToContainTextAsync("jue 5 mar 2026, 09:30");
        await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);

        // The row shows it, and at its time the desk sends it in the name of its author.
        await visit.GoAsync(DeskUrls.Queue);
        await Assertions.Expect(page.Locator(".send-mark")).ToHaveCountAsync(1);
        await visit.GoAsync(DeskUrls.TicketOf(number));
        await Assertions.Expect(page.Locator(".planned-when")).ToBeVisibleAsync();
        desk.Clock.Now = new DateTimeOffset(2026, 3, 5, 14, 30, 1, TimeSpan.Zero);
        await Assertions.Expect(page.Locator(".planned")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator(".turn.agent")).ToContainTextAsync("Mañana le devolvemos el dinero.");
        await Assertions.Expect(page.Locator(".ticket-head")).ToContainTextAsync("En espera");
        Assert.Equal(TicketStatus.AwaitingPetitioner, (await desk.TicketAsync(number)).Status);
    }
}
