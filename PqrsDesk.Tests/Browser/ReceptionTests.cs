using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>An agent on the telephone, whose hands stay on the keyboard.</summary>
public sealed class ReceptionTests : BrowserTest
{
    [SkippableFact]
    public async Task An_agent_files_adds_and_files_again_without_the_mouse()
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk, then: DeskUrls.Reception);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await Assertions.Expect(page.Locator("#recepcion-buscar")).ToBeFocusedAsync();
        await visit.MustFitAsync();

        // Somebody new: the name that was sought is the name.
        await keys.TypeAsync("Rosa Cortés");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#recepcion-document")).ToBeFocusedAsync();
        await keys.TypeAsync("CC 52.987.654");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("+57 300 123 4567");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#recepcion-kind input").First).ToBeFocusedAsync();
        await keys.PressAsync("Q");
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator("#recepcion-words")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(2);
        await keys.TypeAsync("El bus no paró. Le hice la señal y siguió.");
        await keys.PressAsync("Tab");

        // A connection that is lost loses nothing.
        await Assertions.Expect(page.Locator("#recepcion-subject")).ToBeFocusedAsync();
        await page.WaitForFunctionAsync("Object.values(sessionStorage).some((draft) => draft.includes('El bus'))");
        await page.ReloadAsync();
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator("#recepcion-words")).ToHaveValueAsync("El bus no paró. Le hice la señal y siguió.");
        await page.Locator("#recepcion-constancia input").First.FocusAsync();
        await keys.PressAsync("L");
        await visit.MustFitAsync();
        await keys.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".constancia")).ToContainTextAsync("PQRS-");
        await Assertions.Expect(page.Locator("#recepcion-buscar")).ToBeFocusedAsync();
        await visit.MustFitAsync();

        // The same person again, misspelt: what they say goes to the open case.
        await keys.TypeAsync("rosa cortez");
        await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync("Rosa Cortés");
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#recepcion-kind input").First).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".caller")).ToContainTextAsync("El bus no paró");
        await page.FocusAsync("#recepcion-words");
        await keys.TypeAsync("Pasó otra vez esta mañana.");
        await visit.MustFitAsync();
        await page.Locator(".caller-cases .button").FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".reception-said")).ToContainTextAsync("Se agregó");
        await Assertions.Expect(page.Locator("#recepcion-buscar")).ToBeFocusedAsync();
        var ticket = await desk.ReadAsync(db => db.Tickets.SingleAsync());
        Assert.Equal((TicketKind.Complaint, Channel.Telephone, 2), (ticket.Kind, ticket.Channel, ticket.Version));

        // The telephone system says who calls.
        await visit.GoAsync(DeskUrls.ReceptionOf("3001234567"));
        await Assertions.Expect(page.Locator("#recepcion-name")).ToHaveValueAsync("Rosa Cortés");
        await Assertions.Expect(page.Locator("#recepcion-kind input").First).ToBeFocusedAsync();
    }

    [SkippableTheory]
    [InlineData("es-CO", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    public async Task A_box_is_registered_and_its_labels_are_there_to_print(string language, ColorScheme scheme)
    {
        var desk = await OpenAsync(new());
        var visit = await SignedInAsync(desk, options: new() { Scheme = scheme });
        var page = visit.Page;
        await page.GotoAsync(DeskUrls.LanguageOf(language, DeskUrls.Queue));
        await visit.GoAsync(DeskUrls.SuggestionBox);
        await visit.MustFitAsync();
        await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        await visit.GoAsync(DeskUrls.SuggestionBox);
        await page.FillAsync("#buzon-papeles", "2");
        await page.PressAsync("#buzon-papeles", "Enter");
        await Assertions.Expect(page.Locator(".box-row")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".field-error")).ToHaveCountAsync(3);
        await visit.MustFitAsync();
        await page.FillAsync("#buzon-quienes", "Ana Restrepo; Luis Mora");
        await page.FillAsync("#papel-1-texto", "Más sillas en la sala.");
        await page.FillAsync("#papel-2-texto", "La fila no avanza.");
        await page.FillAsync("#papel-2-nombre", "Rosa Cortés");
        await page.FillAsync("#papel-2-folios", "3");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForURLAsync("**/recepcion/buzon/1");
        await Assertions.Expect(page.Locator(".paper-label")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".box-rows tbody tr").Last.Locator("td").Last).ToHaveTextAsync("3");
        await visit.MustFitAsync();
        var number = await page.Locator(".paper-number").First.InnerTextAsync();
        await page.SetViewportSizeAsync(360, 740);
        foreach (var address in (string[])[DeskUrls.Reception, DeskUrls.SuggestionBox, DeskUrls.BoxSheetOf(1), DeskUrls.LabelOf(number)])
        {
            await visit.GoAsync(address);
            await visit.MustFitAsync();
        }
    }
}
