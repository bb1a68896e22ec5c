using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Portal;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>A citizen's way through the portal on a telephone, with a script and without.</summary>
public sealed class PortalTests : BrowserTest
{
    [SkippableTheory]
    [InlineData(false, ColorScheme.Light)]
    [InlineData(true, ColorScheme.Dark)]
    public async Task A_citizen_files_follows_and_opens_again_what_an_agent_answers(bool script, ColorScheme scheme)
    {
        var desk = await OpenAsync(new());
        await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        var citizen = await VisitAsync(desk, new() { Script = script, Scheme = scheme, Width = 360, Height = 740 });
        var page = citizen.Page;
        await citizen.GoAsync(DeskUrls.PublicFormOf("centro"), interactive: false);
        await citizen.MustFitAsync();
        desk.Clock.Advance(FilePublicly.LeastTime);

        // A slip first: the summary has the focus and leads to the field.
        await page.GetByText("Me cobraron dos veces el mismo mes", new() { Exact = false }).ClickAsync();
        await page.FillAsync("#campo-description", "El recibo de marzo llegó dos veces.");
        await page.FillAsync("#campo-name", "Rosa Cortés");
        await page.SelectOptionAsync("#campo-documenttype", "CitizenCard");
        await page.FillAsync("#campo-document", "52.987.654");
        await page.GetByLabel("Consulta en esta página").CheckAsync();
        await page.CheckAsync("#campo-consents");
        await page.SetInputFilesAsync("#campo-files", new FilePayload { Name = "recibo.txt", MimeType = "text/plain", Buffer = "dos"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).ClickAsync();
        await Assertions.Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await citizen.MustFitAsync();
        await page.Locator(".error-summary a").ClickAsync();
        await Assertions.Expect(page.Locator("#campo-subject")).ToBeFocusedAsync();
        citizen.ForgiveErrors();

        await page.FillAsync("#campo-subject", "Cobro doble");
        await page.SetInputFilesAsync("#campo-files", new FilePayload { Name = "recibo.txt", MimeType = "text/plain", Buffer = "dos"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar" }).DblClickAsync();
        await page.WaitForURLAsync("**/radicar/recibo/**");
        await citizen.MustFitAsync();
        var code = (await page.Locator("[data-code]").InnerTextAsync()).Trim();
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        var ticket = await desk.TicketAsync(await desk.ReadAsync(db => db.Tickets.Select(t => t.Number).SingleAsync()));
        Assert.NotNull(ticket.BranchId);

        // An agent has the case open: what the citizen does appears by itself.
        var agent = await SignedInAsync(desk, then: DeskUrls.TicketOf(ticket.Number));
        await page.GetByRole(AriaRole.Link, new() { Name = "Consultar mi solicitud" }).ClickAsync();
        await page.FillAsync("#clave", code);
        await citizen.MustFitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Consultar" }).ClickAsync();
        await page.WaitForURLAsync("**" + DeskUrls.TrackedCase);
        await page.GetByText("Agregar información").ClickAsync();
        await page.FillAsync("#texto", "También el de abril.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("ya lo ve");
        await Assertions.Expect(agent.Page.GetByText("También el de abril.")).ToBeVisibleAsync();
        await citizen.MustFitAsync();

        await desk.AnswerAsync(ticket.Number, "Se devolvió el dinero.");
        await citizen.GoAsync(DeskUrls.TrackedCase, interactive: false);
        await citizen.MustFitAsync();
        await page.GetByLabel("No la resolvió").CheckAsync();
        await page.Locator("form:has([value=valoracion]) button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Quedó registrado");
        await page.GetByText("Reabrir la solicitud", new() { Exact = true }).ClickAsync();
        await page.FillAsync("#motivo-reapertura", "Volvieron a cobrar.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reabrir" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("se reabrió");
        await Assertions.Expect(agent.Page.GetByText("Volvieron a cobrar.")).ToBeVisibleAsync();
        Assert.Equal(TicketStatus.Filed, (await desk.TicketAsync(ticket.Number)).Status);
    }

    [SkippableTheory]
    [InlineData("es-CO", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    public async Task Public_pages_can_be_read_and_fit(string language, ColorScheme scheme)
    {
        var desk = await OpenAsync(new());
        await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        foreach (var (width, height) in ((int, int)[])[(360, 740), (1440, 900)])
        {
            var visit = await VisitAsync(desk, new() { Scheme = scheme, Width = width, Height = height });
            await visit.Page.GotoAsync(DeskUrls.LanguageOf(language, DeskUrls.Track));
            foreach (var address in (string[])[DeskUrls.PublicForm, DeskUrls.Track, DeskUrls.PosterOf("centro"), DeskUrls.PublicReceiptOf("nada")])
            {
                await visit.GoAsync(address, interactive: false);
                await visit.MustFitAsync();
            }

            visit.ForgiveErrors();
        }
    }

    [SkippableFact]
    public async Task A_lead_who_says_why_sees_a_reserved_identity_and_nobody_else_does()
    {
        var desk = await OpenAsync(new());
        var number = (await desk.FileAsync(petitioner: Samples.Petitioner with { Reserved = true }, by: Actor.Petitioner(null))).Number;
        var agent = await SignedInAsync(desk, then: DeskUrls.TicketOf(number));
        await Assertions.Expect(agent.Page.GetByText("Pidió que no se sepa quién es.", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.GetByRole(AriaRole.Button, new() { Name = "Ver la identidad" })).ToHaveCountAsync(0);

        var lead = await SignedInAsync(desk, Role.Lead, DeskUrls.TicketOf(number));
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Ver la identidad" }).ClickAsync();
        await lead.Page.FillAsync("#accion-texto", "Lo pide un juez.");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Ver y registrar" }).ClickAsync();
        await Assertions.Expect(lead.Page.GetByText("María Íñiguez")).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.GetByText("Lo pide un juez.", new() { Exact = false })).ToBeVisibleAsync();
        await Assertions.Expect(agent.Page.GetByText("María Íñiguez")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task An_administrator_adds_a_branch_and_publishes_a_policy()
    {
        var desk = await OpenAsync(new());
        var admin = await SignedInAsync(desk, Role.Admin, DeskUrls.PortalSettings);
        await admin.Page.FillAsync("#sede", "Sede Norte");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Agregar" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator($"a[href='{DeskUrls.PosterOf("sede-norte")}']")).ToBeVisibleAsync();
        await admin.Page.FillAsync("#texto-politica", "Nuestra política.");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Publicar versión nueva" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("Se publicó la versión 2.")).ToBeVisibleAsync();
        await admin.MustBeAccessibleAsync();
    }
}
