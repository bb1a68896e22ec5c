using Microsoft.Playwright;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Knowledge;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>An article survives a cut, and the house's own fields are asked for as the form stands: on the keyboard alone.</summary>
public sealed class HouseFieldsTests : BrowserTest
{
    private const string Hostile = "<img src=x onerror=alert(1)> 🙂 \u202Eñ";

    [SkippableFact]
    public async Task An_article_survives_a_cut_and_fields_come_and_go_where_a_case_is_filed()
    {
        var desk = await OpenAsync(new());
        await desk.AddFieldAsync(new() { Name = "Cuenta contrato", Kinds = { TicketKind.Claim }, Need = FieldNeed.Always, Public = true });
        await desk.AddFieldAsync(new() { Name = "Valor reclamado", Type = FieldType.Money, When = "cuenta_contrato", Public = true });
        var visit = await SignedInAsync(desk, Role.Lead, then: DeskUrls.NewArticle);
        var page = visit.Page;

        // The title is heard by the server; the text is typed while nobody hears it.
        await page.FocusAsync("#articulo-titulo");
        await page.Keyboard.TypeAsync("Paz y salvo");
        await Eventually.TrueAsync(async () => await page.EvaluateAsync<bool>("!Object.keys(localStorage).some((each) => each.startsWith('borrador:'))"), "the server has heard it");
        await page.Context.SetOfflineAsync(true);
        await page.FocusAsync("#articulo-texto");
        await page.Keyboard.TypeAsync($"Se pide en la ventanilla. {Hostile}");
        await Eventually.TrueAsync(async () => await page.EvaluateAsync<bool>("Object.keys(localStorage).some((each) => each.startsWith('borrador:'))"), "the browser keeps it");
        await page.Context.SetOfflineAsync(false);
        await visit.GoAsync(DeskUrls.NewArticle);
        await Assertions.Expect(page.Locator("#articulo-texto")).ToHaveValueAsync($"Se pide en la ventanilla. {Hostile}");
        await Assertions.Expect(page.Locator("#articulo-titulo")).ToHaveValueAsync("Paz y salvo");
        await Assertions.Expect(page.Locator(".kb-preview")).ToContainTextAsync("onerror=alert(1)");
        await visit.MustBeAccessibleAsync();
        await page.FocusAsync("#articulo-texto");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Paz y salvo");
        Assert.Single((await desk.Get<ReadArticles>().RunAsync(new(), 1, CancellationToken.None)).Lines);

        await visit.GoAsync(DeskUrls.NewTicket);
        await Assertions.Expect(page.Locator("#campo-1")).ToHaveCountAsync(0);
        await page.Locator("input[name=tipo]").Nth((int)TicketKind.Claim - 1).PressAsync("Space");
        await page.FocusAsync("#caso-asunto");
        await page.Keyboard.TypeAsync("Cobro doble");
        await page.FocusAsync("#caso-relato");
        await page.Keyboard.TypeAsync("Me cobraron dos veces.");
        await page.FocusAsync("#caso-nombre");
        await page.Keyboard.TypeAsync("María Íñiguez");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#campo-1")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Hostile);
        await page.Keyboard.PressAsync("Tab");
        await page.FocusAsync("#campo-2");
        await page.Keyboard.TypeAsync("1.250,50");
        await visit.MustBeAccessibleAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".receipt-number")).ToBeVisibleAsync();
        Assert.Equal([Hostile, "1250.5"], (await desk.TicketAsync("PQRS-2026-000001")).CaseFile!.Fields.Select(entry => entry.Value));

        // In the queue the value is a column and a filter.
        await visit.GoAsync("/?campos=1,2");
        await Assertions.Expect(page.Locator("[data-row] .c-field").First).ToHaveTextAsync(Hostile);
        await page.Locator("[popovertarget=filtros]").PressAsync("Enter");
        await page.Locator("[data-choices='campo.2'] summary").PressAsync("Enter");
        await page.FocusAsync("[data-choices='campo.2'] .choices-add input");
        await page.Keyboard.TypeAsync("99");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".queue-chips")).ToContainTextAsync("$ 99");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        await visit.MustBeAccessibleAsync();

        // A citizen sees what their kind asks for as soon as it is chosen.
        await visit.GoAsync(DeskUrls.PublicForm, interactive: false);
        var account = page.Locator("[data-house-field=cuenta_contrato]");
        await Assertions.Expect(account).ToBeHiddenAsync();
        await page.Locator("input[value=Claim]").PressAsync("Space");
        await Assertions.Expect(account).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-house-field=valor_reclamado]")).ToBeHiddenAsync();
        await page.FocusAsync("#campo-propio-cuenta_contrato");
        await page.Keyboard.TypeAsync("7");
        await Assertions.Expect(page.Locator("[data-house-field=valor_reclamado]")).ToBeVisibleAsync();
        await visit.MustBeAccessibleAsync();
        await page.Locator("input[value=Suggestion]").PressAsync("Space");
        await Assertions.Expect(account).ToBeHiddenAsync();
    }
}
