using Microsoft.Playwright;
using PqrsDesk.Domain.Care;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Care;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The five steps and the review of an answer, on the keyboard alone.</summary>
public sealed class CareTests : BrowserTest
{
    [SkippableFact]
    public async Task A_claim_is_understood_investigated_proposed_approved_and_sent()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        await desk.CareAsync(new CareDefinition { Reviews = [new()] });
        var number = (await desk.FileAsync()).Number;
        var agent = await SignedInAsync(desk, Role.Agent, DeskUrls.TicketOf(number));
        var (page, panel) = (agent.Page, agent.Page.Locator(".care"));
        await Assertions.Expect(panel).ToContainTextAsync("Se exige antes de responder");

        // The next step, by its key: receipt, then what is asked.
        await DoStepAsync(page, "Le avisé por teléfono.");
        await Assertions.Expect(panel.Locator("[data-step=Acknowledge].done")).ToBeVisibleAsync();
        await DoStepAsync(page, "Pide que le devuelvan el cobro repetido.");
        await Assertions.Expect(page.Locator(".understood")).ToContainTextAsync("Pide que le devuelvan el cobro repetido.");

        // What is written is advised on, and proposed with a key.
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("#redactar textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Cordial saludo. El valor allegado se devuelve el lunes. Gracias.");
        await Assertions.Expect(page.Locator("[data-advice=Jargon]")).ToContainTextAsync("allegado");
        await agent.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await Assertions.Expect(page.Locator(".review")).ToContainTextAsync("Espera a un líder.");

        // The lead finds it in the list, and approves it.
        var lead = await SignedInAsync(desk, Role.Lead);
        await Assertions.Expect(lead.Page.Locator(".rail a[href='/revision'] .rail-count")).ToHaveTextAsync("1");
        await lead.Page.Keyboard.PressAsync("g");
        await lead.Page.Keyboard.PressAsync("v");
        await Assertions.Expect(lead.Page.Locator("#por-revisar")).ToContainTextAsync("1");
        await lead.MustBeAccessibleAsync();
        await lead.Page.GetByRole(AriaRole.Link, new() { Name = number }).PressAsync("Enter");
        await Assertions.Expect(lead.Page.Locator(".review .turn-text")).ToContainTextAsync("se devuelve el lunes");
        await lead.MustBeAccessibleAsync();
        await lead.Page.Keyboard.PressAsync("Shift+V");
        await Assertions.Expect(lead.Page.Locator(".review-stage")).ToContainTextAsync("Con visto bueno");

        // It comes back by itself; it is not sent before it was investigated.
        var send = page.Locator("[data-send-approved]");
        await send.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".review")).ToContainTextAsync("escriba la investigación");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Anotar: Investigar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#paso-texto")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Hubo dos cobros.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Un cargue repetido.");
        await agent.MustBeAccessibleAsync();
        for (var field = 0; field < 3; field++) await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(panel.Locator("[data-step=Investigate].done")).ToBeVisibleAsync();
        await send.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".turn.answer")).ToContainTextAsync("se devuelve el lunes");
        Assert.Equal(TicketStatus.Answered, (await desk.TicketAsync(number)).Status);
        await agent.MustBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task An_administrator_says_what_a_kind_asks_for()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var admin = await SignedInAsync(desk, Role.Admin, DeskUrls.Protocol);
        var page = admin.Page;
        await page.SelectOptionAsync("#protocolo-tipo", nameof(TicketKind.Petition));
        await Assertions.Expect(page.Locator("[data-kind=Petition]")).ToBeVisibleAsync();
        await page.SelectOptionAsync("[data-demand=Understand]", nameof(StepDemand.Required));
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar regla" }).PressAsync("Enter");
        await page.SelectOptionAsync("#revision-0-pasos", "2");
        await admin.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar como versión nueva" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".notice-words")).ToHaveTextAsync("Quedó guardado. Ya rige.");
        var care = (await desk.BookAsync()).Care;
        Assert.Equal((StepDemand.Required, 2), (care.Of(TicketKind.Petition, CareStep.Understand).Demand, Assert.Single(care.Definition.Reviews).Stages));
    }

    private static async Task DoStepAsync(IPage page, string text)
    {
        await page.Keyboard.PressAsync("Shift+P");
        await Assertions.Expect(page.Locator("#paso-texto")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#paso-texto")).ToBeHiddenAsync();
    }
}
