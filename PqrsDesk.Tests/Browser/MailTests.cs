using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using PqrsDesk.Features.Mailing;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Browser;

/// <summary>The whole way of mail: real servers on both sides, the desk's own background work, a person in a browser.</summary>
public sealed class MailTests : BrowserTest
{
    [SkippableFact]
    public async Task Mail_becomes_a_case_its_answer_goes_out_and_the_page_says_so()
    {
        await using var imap = await ImapPeer.StartAsync();
        await using var smtp = await SmtpPeer.StartAsync();
        var settings = Mails.Sending.But([.. ReadMailboxTests.From(imap), ("Mail:Inboxes:0:Seconds", "1"), ("Mail:Smtp:Port", smtp.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        var desk = await OpenAsync(new() { Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value) });
        var visit = await SignedInAsync(desk, then: DeskUrls.MailOf(null));
        var page = visit.Page;
        await Assertions.Expect(page.Locator(".mail")).ToContainTextAsync("Nada por clasificar");

        imap.Deliver("pqrs", Mails.Plain("Reclamo sin remitente", "Nadie firma esto.", "sin remitente"));
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("Reclamo sin remitente");
        await page.Locator("tbody a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".mail-text")).ToHaveTextAsync("Nadie firma esto.");
        await visit.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Radicar como caso" }).ClickAsync();
        await page.GetByLabel("Nombre").FillAsync("Rosa Cortés");
        await page.GetByLabel("Correo electrónico").FillAsync("rosa@example.org");
        await visit.MustBeAccessibleAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Radicar", Exact = true }).ClickAsync();
        await page.Locator(".notice a").ClickAsync();

        // The receipt goes by itself, and the page says when.
        await Assertions.Expect(page.Locator(".mails")).ToContainTextAsync("Constancia de radicación");
        await Assertions.Expect(page.Locator(".mails .on-time")).ToContainTextAsync("Enviado", new() { Timeout = 30_000 });
        await page.GetByLabel("Respuesta al peticionario").FillAsync("Lo estamos revisando.");
        await page.Locator("[data-key=attach]").ClickAsync();
        await visit.ChooseFileAsync("#respuesta-archivos", new() { Name = "acta.txt", MimeType = "text/plain", Buffer = "Acta"u8.ToArray() });
        await Assertions.Expect(page.Locator(".composer-files .attachments")).ToContainTextAsync("4 B");
        await visit.MustBeAccessibleAsync();
        await page.Locator("[data-key=send]").ClickAsync();
        await Assertions.Expect(page.Locator(".mails .on-time")).ToHaveCountAsync(2, new() { Timeout = 30_000 });

        var letter = ReadMail.Of(smtp.Taken.Last().Message);
        Assert.Contains("Lo estamos revisando.", letter.WholeText, StringComparison.Ordinal);
        Assert.Equal("acta.txt", Assert.Single(letter.Files).Name);
        imap.Deliver("pqrs", Mails.Plain("Re: " + letter.Subject, "Gracias, y falta el anexo.", "Rosa Cortés <rosa@example.org>", extra: $"In-Reply-To: <{letter.MessageId}>\r\n"));
        await Assertions.Expect(page.Locator(".conversation")).ToContainTextAsync("Gracias, y falta el anexo.", new() { Timeout = 30_000 });

        // It came back: sent is not notified.
        imap.Deliver("pqrs", Mails.Bounce(letter.MessageId!));
        await Assertions.Expect(page.Locator(".mails")).ToContainTextAsync("Devuelto: 550 5.1.1 no such user", new() { Timeout = 30_000 });
        Assert.Equal(MailState.Bounced, await desk.ReadAsync(db => db.OutgoingMails.OrderByDescending(mail => mail.Id).Select(mail => mail.State).FirstAsync()));
        await visit.MustBeAccessibleAsync();
    }
}
