using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Features.Sweeping;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>Time passes, and the lead's screen says so by itself.</summary>
public sealed class SupervisionTests : BrowserTest
{
    [SkippableFact]
    public async Task A_missed_answer_is_flagged_rings_and_is_taken_off_by_the_lead()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var receipt = await desk.FileAsync();
        var due = (await desk.TicketAsync(receipt.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.Resolution).DueAt!.Value;
        desk.Clock.Now = due.AddMinutes(-20);
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Supervision);
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".supervision")).ToContainTextAsync("Ningún caso señalado");

        desk.Clock.Now = due.AddSeconds(1);
        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.GetUtcNow(), CancellationToken.None);

        await Assertions.Expect(page.Locator(".supervision tbody a")).ToHaveTextAsync(receipt.Number);
        await Assertions.Expect(page.Locator(".bell-count")).ToBeVisibleAsync();
        await page.Locator(".bell > button").ClickAsync();
        await Assertions.Expect(page.Locator(".bell-list")).ToContainTextAsync("Escalamiento al 100 %");
        await visit.MustBeAccessibleAsync();
        await page.Locator(".bell-list li a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-work")).ToContainTextAsync("Señalado al líder desde");
        await Assertions.Expect(page.Locator(".bell-count")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Marcar como revisado" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Marcar como revisado" }).ClickAsync();
        await Assertions.Expect(page.Locator(".ticket-work")).Not.ToContainTextAsync("Señalado al líder desde");
        await visit.GoAsync(DeskUrls.Supervision);
        await Assertions.Expect(page.Locator(".supervision")).ToContainTextAsync("Ningún caso señalado");
    }

    [SkippableFact]
    public async Task A_desk_of_another_regime_promises_by_its_law_and_says_what_is_to_be_confirmed()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var visit = await SignedInAsync(desk, Role.Admin, DeskUrls.SlaTermOf(null));
        var page = visit.Page;
        await page.SelectOptionAsync("#p-regime", "supersalud");
        await page.Locator("section", new() { Has = page.Locator("#radicacion") }).GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice-words").First).ToBeVisibleAsync();

        var receipt = await desk.FileAsync(Samples.Filing with { Urgency = Domain.Tickets.Urgency.High, Impact = Domain.Tickets.Impact.High });
        await visit.GoAsync(DeskUrls.TicketOf(receipt.Number));

        var side = page.Locator(".ticket-side");
        await Assertions.Expect(side).ToContainTextAsync("24 h");
        await Assertions.Expect(side).ToContainTextAsync("Por confirmar");
        await page.GetByLabel("¿Por qué vence entonces? Término legal").ClickAsync();
        await Assertions.Expect(page.Locator(".why")).ToContainTextAsync("miércoles");
        await visit.MustBeAccessibleAsync();
    }
}
