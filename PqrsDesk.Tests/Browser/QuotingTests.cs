using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Pricing;
using PqrsDesk.Features.Quoting;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>From a price to a contract, on the keyboard alone.</summary>
public sealed class QuotingTests : BrowserTest
{
    [SkippableFact]
    public async Task A_customer_is_quoted_three_levels_what_if_is_asked_and_the_accepted_one_becomes_a_contract()
    {
        var desk = await OpenAsync(new() { StartAt = TestClock.Tuesday });
        var plans = await desk.OfferThreeAsync();
        var customer = await desk.WinAsync();
        await desk.ServeAsync();
        var visit = await SignedInAsync(desk, Role.Lead, DeskUrls.Quoter);
        var page = visit.Page;
        var price = page.Locator("[data-row='Row.Price']");
        await Assertions.Expect(page.Locator(".quoter-compare thead th")).ToHaveCountAsync(plans.Count + 1);

        // Whom it is for, and the platform.
        await page.Locator("#cot-cliente").FocusAsync();
        await page.Keyboard.TypeAsync(customer.Name);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator("#cot-cliente-help")).ToContainTextAsync("Es cliente.");
        await page.Locator(".quoter-platforms input").First.PressAsync("Space");

        // What if there were many more users: the arrow keys move the slider, and the price answers.
        await page.Locator("#cot-si-Users").FocusAsync();
        await page.Keyboard.PressAsync("End");
        await Assertions.Expect(page.Locator(".quoter-changes")).ToContainTextAsync("Escala");
        await Assertions.Expect(price.Locator(".quoter-moved")).ToHaveCountAsync(plans.Count);
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator(".quoter-slider output").First).ToContainTextAsync("999");
        await visit.MustBeAccessibleAsync();
        await page.Locator(".quoter-curves summary").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".quoter-chart").First).ToBeVisibleAsync();
        await visit.MustBeAccessibleAsync();

        await PressAsync(page, "Guardar cotización");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Cotización COT-2026-0001");
        await visit.MustBeAccessibleAsync();
        var quote = await desk.ReadAsync(db => db.Quotes.AsNoTracking().SingleAsync());
        Assert.Equal(999m, quote.Content.Factors[PriceFactor.Users]);
        await PressAsync(page, "Marcar como enviada");
        await Assertions.Expect(page.Locator(".title-bar .quote-state")).ToHaveTextAsync("Enviada");

        // What the customer gets on paper: one sheet, and nothing of the house.
        await page.GetByRole(AriaRole.Link, new() { Name = "Imprimir" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".quote-offers tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.Locator(".quote-paper")).Not.ToContainTextAsync("Penalidades");
        await visit.MustBeAccessibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".print-tools")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GetByRole(AriaRole.Link, new() { Name = "Volver" }).PressAsync("Enter");

        // Back from paper the page is drawn before its buttons work.
        await page.WaitForURLAsync($"**{DeskUrls.QuoteOf(quote.Id)}");
        await visit.InteractiveAsync();
        await PressAsync(page, "Registrar aceptación");
        await Assertions.Expect(page.Locator("dialog[open]")).ToBeVisibleAsync();
        await visit.MustBeAccessibleAsync();
        await page.Locator("dialog input[type=radio]").Nth(1).PressAsync("Space");
        await PressAsync(page, "Aceptar y preparar contrato");
        await Assertions.Expect(page.Locator(".title-bar .quote-state")).ToHaveTextAsync("Aceptada");
        var contract = await desk.ReadAsync(db => db.Contracts.AsNoTracking().SingleAsync());
        Assert.Equal((plans[1], quote.Content.Sheets[1].Price, quote.Number), (contract.PlanId, contract.Price, contract.QuoteNumber));
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = contract.Number })).ToBeVisibleAsync();
        await visit.GoAsync(DeskUrls.Quotes);
        await Assertions.Expect(page.Locator(".quote-list tbody tr")).ToHaveCountAsync(1);
        await visit.MustBeAccessibleAsync();
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");
}
