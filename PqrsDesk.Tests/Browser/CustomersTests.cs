using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Features.Customers;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>An organisation from all sides, and two people who are one: with the keyboard alone.</summary>
public sealed class CustomersTests : BrowserTest
{
    [SkippableFact]
    public async Task With_the_keyboard_a_customer_is_found_noted_and_two_people_are_merged_and_taken_apart()
    {
        var desk = await OpenAsync(new());
        var hospital = await desk.OrganisationAsync("Hospital San Rafael", "NIT 800197268-4", House.Email("pqrs@sanrafael.example"), House.Address("Carrera 7 # 12-34", "Tunja"));
        await desk.OrganisationAsync("Acueducto de Villa Clara");
        var stays = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés Niño", Document = "CC 52123456", CustomerId = hospital, Points = [House.Email("rosa@casa.example"), House.Telephone("3105556677")] });
        var goes = await desk.PersonAsync("Rosa Cortez", null, House.Telephone("310 555 6677"), House.Email("rosa@oficina.example"));
        await desk.FileAsync(petitioner: new() { Name = "Rosa", Document = "CC 52123456" });
        await desk.FileAsync(petitioner: new() { Name = "Rosa Cortez", Email = "rosa@oficina.example" });
        var visit = await SignedInAsync(desk, Role.Lead);
        var page = visit.Page;

        // From the rail to the list, by letters to the organisation, with j and Enter into it.
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");
        await page.WaitForURLAsync($"**{DeskUrls.Customers}");
        await visit.InteractiveAsync();
        await visit.MustFitAsync();
        await page.FocusAsync("#buscar-ficha");
        await page.Keyboard.TypeAsync("rafael");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);
        await page.Locator("h1").FocusAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.CustomerOf(hospital)}");
        await Assertions.Expect(page.Locator(".party-filings li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".party-clocks sla-timer")).ToHaveCountAsync(1);
        await page.FocusAsync("#ficha-nota");
        await page.Keyboard.TypeAsync("Llamar antes de las diez.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".party-note-text")).ToHaveTextAsync("Llamar antes de las diez.");
        await visit.MustFitAsync();
        await page.SetViewportSizeAsync(360, 740);
        await visit.MustFitAsync();
        await page.SetViewportSizeAsync(1440, 900);

        // The pair, merged field by field.
        await visit.GoAsync(DeskUrls.DuplicatesOf(people: true));
        await Assertions.Expect(page.Locator(".party-why")).ToContainTextAsync("Mismo teléfono");
        await visit.MustFitAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.PartyMergeOf(people: true, stays, goes)}");
        await Assertions.Expect(page.Locator(".party-merge tbody tr").First).ToBeVisibleAsync();
        await visit.MustFitAsync();
        await page.Locator("input[name=queda-Email]").First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("input[name=queda-Email]").Nth(1)).ToBeCheckedAsync();
        await page.Locator(".party-merge button[type=submit]").PressAsync("Enter");
        await page.WaitForURLAsync($"**{DeskUrls.PersonOf(stays)}");
        await Assertions.Expect(page.Locator(".party-filings li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".party-reach li").First).ToContainTextAsync("rosa@oficina.example");
        await visit.MustFitAsync();

        // The old address leads on, and the two are taken apart again.
        await visit.GoAsync(DeskUrls.PersonOf(goes));
        await page.WaitForURLAsync($"**{DeskUrls.PersonOf(stays)}");
        await visit.InteractiveAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deshacer la unión" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".party-merges")).ToContainTextAsync("La deshizo");
        await Assertions.Expect(page.Locator(".party-reach li").First).ToContainTextAsync("rosa@casa.example");
        Assert.Equal(2, await desk.ReadAsync(db => db.Contacts.CountAsync()));
        await visit.GoAsync(DeskUrls.PersonOf(goes));
        await Assertions.Expect(page.Locator(".party-filings li")).ToHaveCountAsync(1);

        // A list comes in by the wizard.
        await visit.GoAsync(DeskUrls.PartyImportOf(people: true));
        await visit.ChooseFileAsync("#importar-lista", new() { Name = "personas.csv", MimeType = "text/csv", Buffer = "Nombre;Documento\nZoila Ruiz;CC 7777777\n;CC 8\n"u8.ToArray() });
        await Assertions.Expect(page.Locator("[aria-labelledby=importar-resultado] [role=status]")).ToContainTextAsync("1 son nuevas");
        await visit.MustFitAsync();
        await page.Locator("[aria-labelledby=importar-resultado] .button.primary").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[aria-labelledby=importar-resultado] h2")).ToHaveTextAsync("Importación terminada");
        Assert.True(await desk.ReadAsync(db => db.Contacts.AnyAsync(contact => contact.Name == "Zoila Ruiz")));
    }
}
