using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Browser;

/// <summary>The same matter told twice, and a person who comes every week.</summary>
public sealed class LikenessTests : BrowserTest
{
    [SkippableTheory]
    [InlineData("es-CO", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    public async Task The_reception_sees_it_the_case_lists_it_and_the_lead_sees_who_comes_again(string language, ColorScheme scheme)
    {
        var desk = await OpenAsync(new());
        var spanish = language == "es-CO";
        var first = (await desk.FileAsync(Saying(Water, "Agua turbia en el barrio"), Somebody(1))).Number;
        foreach (var text in (string[])[Dark, Act, "La fila de la ventanilla no avanza en toda la mañana"]) await desk.FileAsync(Saying(text), Somebody(1));
        for (var i = 2; i < 14; i++) await desk.FileAsync(Saying("Pedimos que se pavimente la vía de la vereda El Carmen, que con las lluvias queda cerrada y los niños no llegan al colegio.", "Vía de la vereda El Carmen"), i % 4 == 0 ? Samples.Nobody : Somebody(i));
        await Eventually.TrueAsync(async () => await desk.ReadAsync(db => db.TextSignatures.CountAsync()) == 16, "all texts have their signatures");
        var visit = await SignedInAsync(desk, Role.Lead, options: new() { Scheme = scheme });
        var page = visit.Page;
        await page.GotoAsync(DeskUrls.LanguageOf(language, DeskUrls.Queue));

        // Somebody tells it again at the counter.
        await visit.GoAsync(DeskUrls.Reception);
        await page.FillAsync("#recepcion-name", "Vecina Bbril Quintero");
        await page.FillAsync("#recepcion-document", "cc 60.000.001");
        await page.FillAsync("#recepcion-words", "Buenas tardes, " + Water);
        await Assertions.Expect(page.Locator(".draft-alike")).ToContainTextAsync(first);
        await Assertions.Expect(page.Locator(".draft-alike")).ToContainTextAsync(spanish ? "mismo documento, texto igual" : "same document, same text");
        await visit.MustFitAsync();
        await page.CheckAsync("#recepcion-kind [value=Claim]");
        await page.CheckAsync("#recepcion-constancia [value=ReadOut]");
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(page.Locator(".constancia")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".draft-alike li")).ToHaveCountAsync(0);
        var again = (await desk.ReadAsync(db => db.Tickets.OrderByDescending(t => t.Id).Select(t => t.Number).FirstAsync()));

        // The case lists it, compares it, and is told that it is none.
        await visit.GoAsync(DeskUrls.TicketOf(again));
        var panel = page.Locator("[aria-labelledby=duplicados]");
        await Assertions.Expect(panel).ToContainTextAsync(first);
        await Assertions.Expect(page.Locator(".repeats")).ToContainTextAsync("5");
        await visit.MustFitAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = (spanish ? "Comparar con " : "Compare with ") + first }).ClickAsync();
        await Assertions.Expect(page.Locator(".comparison mark").First).ToBeVisibleAsync();
        await visit.MustFitAsync();
        await page.SetViewportSizeAsync(360, 740);
        await visit.MustFitAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".comparison")).ToHaveCountAsync(0);
        await visit.MustFitAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = spanish ? $"{first} no es duplicado" : $"{first} is not a duplicate" }).ClickAsync();
        await Assertions.Expect(page.Locator(".alike-dismissed")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator(".alike-dismissed > summary")).ToContainTextAsync("1");
        await Assertions.Expect(panel.GetByRole(AriaRole.Button, new() { Name = spanish ? "Comparar" : "Compare" })).ToHaveCountAsync(0);

        // The lead sees who comes again, and what many file.
        await visit.GoAsync(DeskUrls.Supervision);
        await page.ClickAsync($".segments a[href='{DeskUrls.Repetition}']");
        await Assertions.Expect(page.Locator(".supervision tbody tr")).ToHaveCountAsync(2);
        await visit.MustFitAsync();
        await page.SetViewportSizeAsync(1440, 900);
        await visit.MustFitAsync();
        await page.FillAsync("#reiterativos-casos", "6");
        await page.ClickAsync(".repetition-by button");
        await page.WaitForURLAsync($"**{DeskUrls.RepetitionOf(6, 30)}");
        await visit.InteractiveAsync();
        await Assertions.Expect(page.Locator(".supervision tbody tr")).ToHaveCountAsync(1);
        await page.ClickAsync(".supervision tbody a.number");
        await Assertions.Expect(page.Locator(".queue-chips")).ToContainTextAsync(spanish ? "Parecidos a" : "Like");
        await Assertions.Expect(page.Locator(".queue-grid tbody tr")).ToHaveCountAsync(12);
        await visit.MustFitAsync();
    }
}
