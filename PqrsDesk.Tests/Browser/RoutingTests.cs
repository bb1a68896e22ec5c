using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Portal;
using PqrsDesk.Features.Routing;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

public sealed class RoutingTests : BrowserTest
{
    [SkippableFact]
    public async Task An_administrator_writes_a_rule_tries_it_and_saves_it_and_a_citizens_case_goes_by_it()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var billing = await desk.OpenAreaAsync();
        var ana = await desk.HireAsync("Ana Lugo", areaId: billing.Id);
        var beto = await desk.HireAsync("Beto Cruz", areaId: billing.Id);
        var admin = await SignedInAsync(desk, Role.Admin, DeskUrls.AreaOf(billing.Id));
        var page = admin.Page;

        // Ana answers for billing, is away this week, and Beto stands in.
        await page.SelectOptionAsync("#area-responsable", new SelectOptionValue { Label = "Ana Lugo" });
        await Assertions.Expect(page.Locator(".route-people li")).ToContainTextAsync("Ana Lugo");
        await page.Locator(".route-member summary", new() { HasText = "Ana Lugo" }).ClickAsync();
        await page.FillAsync($"#desde-{ana.Id}", "2026-03-02");
        await page.FillAsync($"#hasta-{ana.Id}", "2026-03-06");
        await page.SelectOptionAsync($"#reemplazo-{ana.Id}", new SelectOptionValue { Label = "Beto Cruz" });
        await page.Locator(".route-member[open] button", new() { HasText = "Anotar la ausencia" }).ClickAsync();
        await Assertions.Expect(page.Locator(".route-people .route-away")).ToContainTextAsync("reemplaza Beto Cruz");
        await admin.MustBeAccessibleAsync();

        // The rule, tried on the form before it is saved.
        await admin.GoAsync(DeskUrls.RoutingRuleOf(DeskUrls.NewRule));
        await page.FillAsync("#regla-nombre", "Reclamos del portal");
        await page.Locator(".sla-condition summary", new() { HasText = "Tipo" }).ClickAsync();
        await page.Locator(".sla-condition").First.GetByLabel("Reclamo").CheckAsync();
        await page.SelectOptionAsync("#regla-area", new SelectOptionValue { Label = "Facturación" });
        await page.SelectOptionAsync("#regla-quien", "Responsible");
        await page.SelectOptionAsync("#probar-tipo", "Claim");
        await Assertions.Expect(page.Locator(".sla-answer")).ToContainTextAsync("Facturación · Beto Cruz");
        await Assertions.Expect(page.Locator(".sla-answer")).ToContainTextAsync("Ana Lugo no está: en su lugar va Beto Cruz.");
        await admin.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator(".sla-list")).ToContainTextAsync("1. Reclamos del portal");

        // A citizen files a claim, and chooses no area.
        var (citizen, number, _) = await desk.FileAsync(Citizen.Rosa());
        citizen.Dispose();
        var ticket = await desk.TicketAsync(number);
        Assert.Equal((billing.Id, beto.Id), (ticket.AreaId, ticket.OwnerId));
        await admin.GoAsync(DeskUrls.TicketOf(number));
        await Assertions.Expect(page.Locator("[aria-labelledby=reparto]")).ToContainTextAsync("La regla 1 «Reclamos del portal» lo tomó por: tipo.");
        await Assertions.Expect(page.Locator("[aria-labelledby=reparto]")).ToContainTextAsync("Ana Lugo no está: en su lugar va Beto Cruz.");
        await admin.MustBeAccessibleAsync();
    }

    [SkippableFact]
    public async Task Rules_are_dragged_to_another_place_and_moved_with_the_keyboard()
    {
        var desk = await OpenAsync(new());
        foreach (var (name, kind) in ((string, TicketKind)[])[("Una", TicketKind.Claim), ("Dos", TicketKind.Complaint), ("Tres", TicketKind.Petition)])
            await desk.Get<KeepRules>().SaveAsync(null, 0, new(name) { Kinds = [kind], AreaId = Samples.FirstArea }, Samples.Someone(Role.Admin), CancellationToken.None);
        var admin = await SignedInAsync(desk, Role.Admin, DeskUrls.RoutingRuleOf(null));
        var rules = admin.Page.Locator(".route-rules .sla-list-name");

        await admin.Page.Locator(".route-rules li").Nth(2).DragToAsync(admin.Page.Locator(".route-rules li").Nth(0));
        await Assertions.Expect(rules).ToHaveTextAsync(["1. Tres", "2. Una", "3. Dos"]);

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Subir Dos" }).PressAsync("Enter");
        await Assertions.Expect(rules).ToHaveTextAsync(["1. Tres", "2. Dos", "3. Una"]);
        Assert.Equal(["Tres", "Dos", "Una"], (await desk.ReadAsync(db => db.RoutingRules.OrderBy(rule => rule.Order).ToListAsync())).Select(rule => rule.Definition.Name));
    }
}
