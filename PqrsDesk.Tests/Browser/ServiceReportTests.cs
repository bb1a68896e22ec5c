using Microsoft.Playwright;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.ServiceReports;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>A customer's report, on the keyboard alone, as it stands on the screen, on paper and in the letter.</summary>
public sealed class ServiceReportTests : BrowserTest
{
    [SkippableFact]
    public async Task A_lead_finishes_a_report_and_sends_it_and_it_prints_without_the_desk_around_it()
    {
        var desk = await OpenAsync(new() { Settings = Mails.Sending.ToDictionary(setting => setting.Name, setting => setting.Value) });
        var customer = await desk.WinCustomerAsync(ServiceLevel.Standard, "Acueducto del Norte");
        await desk.AddAsync(new Contact { Name = "Rosa Gómez", Email = "rosa@acueducto.example", CustomerId = customer.Id });
        var number = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Subject = "Sin agua desde ayer" })).Number;
        await desk.AnswerAsync(number);
        var month = Period.Month((await desk.BookAsync()).DateOf(desk.Clock.GetUtcNow()));
        var lead = await desk.HireWithAccountAsync("Luz Marina Peña", Role.Lead);
        var visit = await VisitAsync(desk);
        await visit.SignInAsync(lead, DeskUrls.CustomerReportOf(customer.Id));
        var page = visit.Page;

        // Without a word it is last month's, in which there was nothing. The chooser leads to the one under way.
        await Assertions.Expect(page.Locator(".sheet-lead")).ToContainTextAsync("ningún caso");
        await page.Locator("#informe-mes").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.WaitForURLAsync($"**{DeskUrls.CustomerReportOf(customer.Id, MonthText.Write(month.From))}");
        await Assertions.Expect(page.Locator("[data-kpi=Received] dd").First).ToHaveTextAsync("1");
        await Assertions.Expect(page.Locator(".sheet-head")).ToContainTextAsync("cifras hasta hoy");

        await page.Locator("#informe-observaciones").FocusAsync();
        await page.Keyboard.TypeAsync("Se cambió el medidor.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".sheet .sheet-typed").First).ToHaveTextAsync("Se cambió el medidor.");

        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar acción" }).PressAsync("Enter");
        await page.Locator("#accion-texto").FocusAsync();
        await page.Keyboard.TypeAsync("Revisar los medidores de la zona");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Ana Restrepo");
        await page.Locator("#accion-fecha").FillAsync("2030-01-15");
        await page.Locator("#accion-fecha").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".sheet [data-action]")).ToContainTextAsync("Ana Restrepo");
        await visit.MustBeAccessibleAsync();

        // The letter is seen before it goes; nobody chosen is told in words.
        await page.GetByRole(AriaRole.Button, new() { Name = "Preparar el correo" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".report-preview")).ToContainTextAsync("Informe de servicio de");
        await page.Locator("#envio-asunto").PressAsync("Enter");
        await Assertions.Expect(page.Locator(".report-people .field-error")).ToContainTextAsync("Elija a quién");
        var rosa = page.GetByRole(AriaRole.Checkbox, new() { Name = "Rosa Gómez" });
        await rosa.PressAsync("Space");
        await Assertions.Expect(page.Locator(".report-preview")).ToContainTextAsync("rosa@acueducto.example");
        await visit.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enviar a 1 persona" }).PressAsync("Enter");
        await Assertions.Expect(page.Locator(".report-letter")).ToContainTextAsync("En cola");
        await Assertions.Expect(page.Locator(".report-history")).ToContainTextAsync(lead.Name);

        // On paper there is the sheet and nothing else; the same page stands alone as it was sent.
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var furniture in (string[])[".rail", ".top", ".report-work", ".report-chooser", ".title-bar"]) await Assertions.Expect(page.Locator(furniture).First).ToBeHiddenAsync();
        var printed = await page.EvaluateAsync<string>("document.body.innerText");
        foreach (var words in (string[])["Acueducto del Norte", "Se cambió el medidor.", "Compromisos y resultados", number, "Sin agua desde ayer", "Revisar los medidores de la zona"]) Assert.Contains(words, printed, StringComparison.Ordinal);
        Assert.DoesNotContain("Preparar el correo", printed, StringComparison.Ordinal);
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        Assert.InRange(System.Text.RegularExpressions.Regex.Count(System.Text.Encoding.Latin1.GetString(pdf), @"/Type\s*/Page\b"), 1, 4);

        var sent = await desk.Get<Features.ServiceReports.ReadSentReports>().LastAsync(customer.Id, month, CancellationToken.None);
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync(DeskUrls.SentReportOf(customer.Id, sent!.Id));
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Acueducto del Norte");
        Assert.Equal((ReportState.Sent, 1), (sent.State, sent.Recipients.Count));

        // What happens afterwards is told where the month is read, and changes nothing of what was sent.
        await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id });
        await visit.GoAsync(DeskUrls.CustomerReportOf(customer.Id, MonthText.Write(month.From)));
        await Assertions.Expect(page.Locator(".report-differs")).ToContainTextAsync("Recibidos: se envió 1, ahora 2");
        await Assertions.Expect(page.Locator("[data-kpi=Received] dd").First).ToHaveTextAsync("2");
        await page.GotoAsync(DeskUrls.SentReportOf(customer.Id, sent.Id));
        await Assertions.Expect(page.Locator("[data-kpi=Received] dd")).ToHaveTextAsync("1");
    }
}
