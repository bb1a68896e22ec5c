using System.IO.Compression;
using Microsoft.Playwright;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework.Fields;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>What a house keeps with a case, on the keyboard alone.</summary>
public sealed class CaseFileTests : BrowserTest
{
    [SkippableFact]
    public async Task A_case_is_tagged_asked_about_answered_and_taken_along_without_a_mouse()
    {
        var desk = await OpenAsync(new());
        var billing = await desk.OpenAreaAsync();
        var rosa = await desk.HireWithAccountAsync("Rosa Gil", areaId: billing.Id);
        await desk.Get<KeepFields>().SaveAsync(new() { Name = "Cuenta contrato" }, Samples.Someone(Role.Admin), CancellationToken.None);
        var number = (await desk.FileAsync()).Number;
        var agent = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var page = agent.Page;

        await page.Locator("[data-key=tag]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#etiqueta")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("cobro doble");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".case-tag")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#etiqueta")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("[data-key=tag]")).ToBeFocusedAsync();
        await agent.MustBeAccessibleAsync();

        await page.Locator("[data-key=task]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tarea-area")).ToBeFocusedAsync();
        await page.SelectOptionAsync("#tarea-area", new SelectOptionValue { Label = "Facturación" });
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync("2");
        await Assertions.Expect(page.Locator("dialog [role=status]").First).ToContainTextAsync("Vence el");
        await agent.MustBeAccessibleAsync();
        await page.FocusAsync("#tarea-texto");
        await page.Keyboard.TypeAsync("¿Se cobró dos veces?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pedir la tarea" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".case-task")).ToContainTextAsync("1. Facturación");

        await page.Locator("[data-key=fields]").PressAsync("Enter");
        await page.FocusAsync("[aria-labelledby=campos] input");
        await page.Keyboard.TypeAsync("100237");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[aria-labelledby=campos] .field-value")).ToHaveTextAsync("100237");

        await page.Locator("[data-fold=expediente] > summary").PressAsync("Enter");

        // The timer counts only while it was started, and what it counted is nothing before it is saved.
        await page.Locator("work-timer").GetByRole(AriaRole.Button, new() { Name = "Iniciar" }).PressAsync("Enter");
        await page.Locator("work-timer").GetByRole(AriaRole.Button, new() { Name = "Anotar este tiempo" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator("#tiempo-minutos")).ToHaveValueAsync("1");
        Assert.Empty((await desk.TicketAsync(number)).CaseFile!.Times);
        await page.Locator("#tiempo-minutos").PressAsync("Enter");
        await Assertions.Expect(page.Locator("[aria-labelledby=tiempo]")).ToContainTextAsync("En total: 1 min");
        Assert.True((await desk.TicketAsync(number)).CaseFile!.Times.Single().Timed);
        await agent.MustBeAccessibleAsync();

        // The other area sees it arrive, and answers.
        var other = await VisitAsync(desk);
        await other.SignInAsync(rosa, DeskUrls.Tasks);
        await Assertions.Expect(other.Page.Locator(".rail-link[href='/tareas'] .rail-count")).ToHaveTextAsync("1");
        await other.MustBeAccessibleAsync();
        await other.Page.GetByRole(AriaRole.Button, new() { Name = $"Responder la tarea 1 de {number}" }).PressAsync("Enter");
        await Assertions.Expect(other.Page.Locator("#tarea-texto")).ToBeFocusedAsync();
        await other.Page.Keyboard.TypeAsync("Sí: se devuelve.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Responder", Exact = true }).Last.PressAsync("Enter");
        await Assertions.Expect(other.Page.Locator(".rail-link[href='/tareas'] .rail-count")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("Sí: se devuelve.");

        // On paper, and in one file.
        await agent.GoAsync(DeskUrls.PrintOf(number, notes: true));
        await Assertions.Expect(page.Locator(".print-case")).ToContainTextAsync("¿Se cobró dos veces?");
        await agent.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sin notas internas" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".print-case")).Not.ToContainTextAsync("¿Se cobró dos veces?");
        await agent.GoAsync(DeskUrls.TicketOf(number));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Descargar ZIP" }).PressAsync("Enter"));
        using var zip = ZipFile.OpenRead(await download.PathAsync());
        Assert.Contains(zip.Entries, entry => entry.FullName == $"{number}/indice.html");
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("descargó el expediente");
        Assert.Contains(new TicketEvent.ExpedienteTaken(false, false, 0), await desk.LogAsync(number));
    }

    [SkippableFact]
    public async Task On_a_narrow_screen_nothing_is_cut_and_an_earlier_case_stands_beside_on_a_wide_one()
    {
        var desk = await OpenAsync(new());
        var earlier = (await desk.FileAsync()).Number;
        await desk.AnswerAsync(earlier);
        var number = (await desk.FileAsync()).Number;
        var agent = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        var page = agent.Page;
        await page.Locator("[data-key=beside]").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".beside-case")).ToContainTextAsync(earlier);
        await agent.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Citar su respuesta" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".composer textarea").First).ToHaveValueAsync("> Se devolvió el valor cobrado de más.");
        await page.Locator(".beside").GetByRole(AriaRole.Button, new() { Name = "Cerrar" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".beside")).ToHaveCountAsync(0);
        await page.SetViewportSizeAsync(360, 740);
        foreach (var address in (string[])[DeskUrls.TicketOf(number), DeskUrls.Tasks, DeskUrls.PrintOf(number, true)])
        {
            await agent.GoAsync(address);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth + 1"), $"{address} is wider than the screen.");
        }
    }
}
