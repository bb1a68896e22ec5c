using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Features.Portal;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>From the administrator's list and rule to the agent who takes what it suggests, and the citizen who is given a hint.</summary>
public sealed class ClassificationTests : BrowserTest
{
    [SkippableFact]
    public async Task An_administrator_makes_a_tree_and_a_rule_and_an_agent_takes_what_it_suggests_on_the_keyboard()
    {
        var desk = await OpenAsync(new());
        await desk.OpenAreaAsync();
        var admin = await SignedInAsync(desk, Role.Admin, DeskUrls.Classification);
        var page = admin.Page;
        await page.GetByText("Pegar una lista").ClickAsync();
        await page.FillAsync("#lista", "Facturación; Facturación\nFacturación › Cobro errado\nVías");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar la lista" }).ClickAsync();
        await Assertions.Expect(page.Locator(".class-name")).ToHaveCountAsync(3);
        await desk.ProductAsync("Portal ciudadano");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Abrir el catálogo" })).ToHaveAttributeAsync("href", DeskUrls.Platforms);
        await admin.MustFitAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Palabras clave" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nueva regla" }).ClickAsync();
        await page.FillAsync("#regla-nombre", "Cobros");
        await page.FillAsync("#regla-alguna", "cobr*\nsin servicio");
        await page.SelectOptionAsync("#regla-tipo", "Claim");
        await page.SelectOptionAsync("#regla-tema", new SelectOptionValue { Label = ClassifiedHouse.Billing });
        await admin.MustFitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sla-list-name")).ToHaveTextAsync("Cobros");
        await page.FillAsync("#probar-texto", "Me COBRARON dos veces y quedé sin servicio.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Probar", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial mark")).ToHaveTextAsync(["COBRARON", "sin servicio"]);
        await admin.MustFitAsync();
        await admin.GoAsync(DeskUrls.Administration);
        await page.GetByRole(AriaRole.Link, new() { Name = "Datos obligatorios" }).ClickAsync();
        await page.GetByLabel("producto o plataforma en Reclamo").SelectOptionAsync("Everyone");
        await Assertions.Expect(page.GetByText("producto o plataforma en Reclamo: a todos.")).ToBeVisibleAsync();
        await admin.MustFitAsync();
        await page.SetViewportSizeAsync(360, 740);
        foreach (var address in (string[])[DeskUrls.Classification, DeskUrls.KeywordRuleOf(null), DeskUrls.RequiredFields])
        {
            await admin.GoAsync(address);
            await admin.MustFitAsync();
        }

        var agent = await SignedInAsync(desk, then: DeskUrls.NewTicket);
        page = agent.Page;
        await page.FocusAsync("#caso-asunto");
        await page.Keyboard.TypeAsync("Cobro doble");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Me cobraron dos veces.");
        await Assertions.Expect(page.Locator(".suggestions li")).ToHaveCountAsync(3);
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("Control+.");
        await Assertions.Expect(page.Locator(".suggestions")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#caso-tema")).ToHaveValueAsync(ClassifiedHouse.Billing);
        await Assertions.Expect(page.Locator(".required-notice")).ToContainTextAsync("producto o plataforma");
        await page.FocusAsync("#caso-tema");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("[role=option]")).ToHaveCountAsync(3);
        await agent.MustFitAsync();
        await page.Keyboard.PressAsync("Escape");
        await page.FillAsync("#caso-nombre", "Rosa Cortés");
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
        await Assertions.Expect(page.Locator("#caso-producto-error")).ToContainTextAsync("Elija el producto");
        await page.SelectOptionAsync("#caso-producto", "Portal ciudadano");
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        var ticket = await desk.TicketAsync(await page.Locator(".receipt-number").InnerTextAsync());
        Assert.Equal((TicketKind.Claim, ClassifiedHouse.Billing, "Portal ciudadano"), (ticket.Kind, ticket.Topic, ticket.Product));

        // And on the case: another topic, in a dialog, on the keyboard.
        await agent.GoAsync(DeskUrls.TicketOf(ticket.Number));
        await page.GetByRole(AriaRole.Button, new() { Name = "Cambiar tema y producto" }).ClickAsync();
        await page.FillAsync("#accion-tema", "vi");
        await page.PressAsync("#accion-tema", "ArrowDown");
        await Assertions.Expect(page.Locator("[role=option].on")).ToContainTextAsync("Vías");
        await agent.MustFitAsync();
        await page.PressAsync("#accion-tema", "Enter");
        await Assertions.Expect(page.Locator("#accion-tema")).ToHaveValueAsync("Vías");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar" }).ClickAsync();
        await Assertions.Expect(page.GetByText("puso el tema «Vías»", new() { Exact = false })).ToBeVisibleAsync();
    }

    [SkippableTheory]
    [InlineData(false, ColorScheme.Dark)]
    [InlineData(true, ColorScheme.Light)]
    public async Task A_citizen_says_what_it_is_about_and_is_told_what_the_kind_needs(bool script, ColorScheme scheme)
    {
        var desk = await OpenAsync(new());
        await desk.BillingAsync();
        await desk.ProductAsync("Portal ciudadano");
        await desk.AskAsync(TicketKind.Claim, RequiredField.Product);
        var citizen = await VisitAsync(desk, new() { Script = script, Scheme = scheme, Width = 360, Height = 740 });
        var page = citizen.Page;
        await citizen.GoAsync(DeskUrls.PublicForm, interactive: false);
        desk.Clock.Advance(FilePublicly.LeastTime);
        await page.GetByText("Está inconforme con cómo se portó", new() { Exact = false }).ClickAsync();
        await page.FillAsync("#campo-subject", "Cobro doble");
        await page.FillAsync("#campo-description", "Me cobraron dos veces en la factura.");
        if (script)
        {
            await page.FocusAsync("#campo-subject");
            await page.GetByRole(AriaRole.Button, new() { Name = "Elegir Reclamo" }).ClickAsync();
            await Assertions.Expect(page.Locator("[name=Kind][value=Claim]")).ToBeCheckedAsync();
            await Assertions.Expect(page.Locator("[data-asked]")).ToContainTextAsync("producto o plataforma");
            await Assertions.Expect(page.Locator(".kind-hint")).ToBeEmptyAsync();
        }
        else
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
            await Assertions.Expect(page.Locator(".kind-hint")).ToContainTextAsync("puede ser de otro tipo: Reclamo");
            await page.CheckAsync("[name=Kind][value=Claim]");
        }

        await citizen.MustFitAsync();
        await page.SelectOptionAsync("#campo-topic", ClassifiedHouse.Billing);
        await page.CheckAsync("#anonima");
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToContainTextAsync("Elija el producto o plataforma");
        await citizen.MustFitAsync();
        citizen.ForgiveErrors();
        await page.SelectOptionAsync("#campo-product", "Portal ciudadano");
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
        await page.WaitForURLAsync("**/radicar/recibo/**");
        var ticket = await desk.ReadAsync(db => Task.FromResult(db.Tickets.Single()));
        Assert.Equal((ClassifiedHouse.Billing, "Portal ciudadano", "es"), (ticket.Topic, ticket.Product, ticket.Language));
    }
}
