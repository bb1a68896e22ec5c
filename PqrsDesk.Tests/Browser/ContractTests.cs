using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>From a level of service to a case that is promised by a contract: on the keyboard alone.</summary>
public sealed class ContractTests : BrowserTest
{
    [SkippableFact]
    public async Task A_level_a_contract_and_a_case_that_stands_on_it()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, "Andina S.A.");
        await desk.LaunchAsync("Portal de pagos", CriticalityClass.Critical);
        var visit = await SignedInAsync(desk, Role.Admin, DeskUrls.SupportPlanOf(DeskUrls.NewRule));
        var page = visit.Page;

        await TypeAsync(page, "#nivel-nombre", "Profesional");
        await ChooseAsync(page, "#nivel-calendario", "Horario");
        foreach (var (priority, first, resolution) in ((string, string, string)[])[("high", "60", "480"), ("medium", "120", "960"), ("low", "240", "1920")])
        {
            await TypeAsync(page, $"#nivel-{priority}-primera", first);
            await TypeAsync(page, $"#nivel-{priority}-solucion", resolution);
        }

        await TypeAsync(page, "#nivel-suyos", "Nombrar a quien responda por ellos.");
        await Assertions.Expect(page.Locator(".plan-meaning")).ToContainTextAsync("Prioridad alta, plataforma crítica: primera respuesta en 30 min hábiles, solución en 4 h hábiles.");
        await visit.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#nivel")).ToHaveTextAsync("Profesional");

        await visit.GoAsync(DeskUrls.NewContractFor(customer.Id));
        await page.Locator(".sla-condition summary").First.PressAsync("Enter");
        await page.GetByLabel("Portal de pagos (crítica)").PressAsync("Space");
        await ChooseAsync(page, "#contrato-nivel", "Profesional");
        await page.FillAsync("#contrato-desde", "2026-03-01");
        await page.FillAsync("#contrato-hasta", "2026-02-28");
        await TypeAsync(page, "#contrato-horas", "10");
        await TypeAsync(page, "#contrato-precio", "1500000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar el borrador" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#contrato-hasta-error")).ToContainTextAsync("no puede terminar antes de empezar");
        await visit.MustBeAccessibleAsync();
        await page.FillAsync("#contrato-hasta", "2027-02-28");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar el borrador" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Contrato C-2026-0001");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ver qué cambiaría al firmar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#vista-firma")).ToBeFocusedAsync();
        await page.Locator(".sla-preview").GetByRole(AriaRole.Button, new() { Name = "Firmar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".contract-facts")).ToContainTextAsync("Vigente");
        await visit.MustBeAccessibleAsync();

        await visit.GoAsync(DeskUrls.NewTicket);
        await page.Locator("input[name=tipo]").Nth((int)TicketKind.Claim - 1).PressAsync("Space");
        await TypeAsync(page, "#caso-asunto", "No entra");
        await TypeAsync(page, "#caso-relato", "Desde las ocho de la mañana.");
        await ChooseAsync(page, "#caso-cliente", "Andina");
        await ChooseAsync(page, "#caso-producto", "Portal");
        await TypeAsync(page, "#caso-nombre", "Rosa Cortés");
        await page.PressAsync("#caso-nombre", "Enter");
        await Assertions.Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        var number = await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.Number).SingleAsync());
        await visit.GoAsync(DeskUrls.TicketOf(number));
        await Assertions.Expect(page.Locator("[aria-labelledby=contrato-del-caso]")).ToContainTextAsync("C-2026-0001");
        await Assertions.Expect(page.Locator("[aria-labelledby=contrato-del-caso]")).ToContainTextAsync("10 h");
        await page.Locator(".deadline button").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".why").First).ToContainTextAsync("Lo promete el contrato C-2026-0001 para Portal de pagos");
        await visit.MustBeAccessibleAsync();
        Assert.Equal(TestClock.Tuesday.AddMinutes(60), (await desk.TicketAsync(number)).Deadlines.Single(deadline => deadline.Kind == Domain.Sla.DeadlineKind.FirstResponse).DueAt!.Value, TimeSpan.FromMinutes(5));

        await visit.GoAsync(DeskUrls.Contracts);
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("Andina S.A.");
        await visit.MustBeAccessibleAsync();
    }

    private static async Task TypeAsync(IPage page, string field, string text)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>By the first letters of what it is called.</summary>
    private static async Task ChooseAsync(IPage page, string field, string beginning)
    {
        await page.FocusAsync(field);
        await page.Keyboard.TypeAsync(beginning);
        await page.Keyboard.PressAsync("Tab");
    }
}
