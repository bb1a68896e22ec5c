using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Infrastructure.Mail.Mime;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Features.Mailing.Posting;

namespace PqrsDesk.Features.Mailing;

/// <summary>What is sent, by a real SMTP server that takes it or does not.</summary>
public sealed class SendMailsTests
{
    [SkippableTheory, Engines]
    public async Task A_receipt_arrives_and_its_answer_finds_the_case(Engine engine)
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(engine, To(smtp));
        var taken = await desk.TakeAsync(Mails.Plain(id: "uno@example.org"));

        Assert.Equal(1, await SendAsync(desk));

        var letter = await LetterAsync(smtp, 1);
        Assert.Equal(("pqrs@entidad.example", "rosa@example.org"), (letter.From, letter.To.Single()));
        var mail = ReadMail.Of(letter.Message);
        Assert.Equal(($"Recibimos su solicitud: {taken.Number}", "Entidad"), (mail.Subject, mail.From!.Name));
        Assert.Contains("Señor(a) Rosa Cortés", mail.WholeText, StringComparison.Ordinal);
        Assert.Contains("Fecha máxima de respuesta", mail.WholeText, StringComparison.Ordinal);
        Assert.Equal(["uno@example.org"], mail.Before);
        Assert.Equal(MailNature.Automatic, mail.Nature);
        Assert.Equal(new { State = MailState.Sent, Attempts = 1 }, await desk.ReadAsync(db => db.OutgoingMails.Select(row => new { row.State, row.Attempts }).SingleAsync()));
        Assert.Equal(0, await SendAsync(desk));

        // That it went out is in the log, once, and is the step of care that it was.
        Assert.Equal([new TicketEvent.ReceiptSent(Channel.Email)], (await desk.LogAsync(taken.Number!)).OfType<TicketEvent.ReceiptSent>());
        Assert.True((await desk.TicketAsync(taken.Number!)).StepsShown.HasFlag(Domain.Care.CareSteps.Acknowledge));

        // An answer as a mail program makes it: to Reply-To, with what it answers in its headers.
        var reply = Header(letter.Message, "Reply-To").Trim('<', '>');
        var answer = await desk.TakeAsync(Mails.Plain("Re: " + mail.Subject, "Recibido, y falta esto.", to: reply, extra: $"In-Reply-To: <{mail.MessageId}>\r\n"));
        Assert.Equal((MailFate.Added, taken.Number), (answer.Fate, answer.Number));
    }

    [SkippableFact]
    public async Task A_reply_carries_its_files_and_no_machine_s_mark()
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: To(smtp));
        var receipt = await desk.FileAsync();
        await SendAsync(desk);
        var stored = (await desk.Get<FileStore>().StoreAsync("resolución nº 7.pdf", "application/pdf", new MemoryStream(Encoding.ASCII.GetBytes(new string('%', 5_000))), null, CancellationToken.None)).File!;
        var text = "Adjuntamos la resolución.\n.\n..punto\n" + new string('á', 300);
        Assert.True((await desk.Get<WorkTicket>().RunAsync(receipt.Number, null, new CaseAct.Reply(text, [stored]), Actor.Staff(await desk.HireAsync()), CancellationToken.None)).Succeeded);
        await SendAsync(desk);

        var letter = await LetterAsync(smtp, 2);
        var mail = ReadMail.Of(letter.Message);
        Assert.Equal(MailNature.Ordinary, mail.Nature);
        Assert.Contains(text, mail.WholeText, StringComparison.Ordinal);
        var file = Assert.Single(mail.Files);
        Assert.Equal(("resolución nº 7.pdf", 5_000), (file.Name, file.Content().Length));
        Assert.Equal(Encoding.ASCII.GetBytes(new string('%', 5_000)), file.Content());
        Assert.Equal(await desk.ReadAsync(db => db.OutgoingMails.OrderBy(row => row.Id).Select(row => row.MessageId).FirstAsync()), mail.Before[0]);
        Assert.All(Encoding.Latin1.GetString(letter.Message).Split("\r\n"), line => Assert.InRange(line.Length, 0, 200));
        Assert.Contains("text/html", Encoding.Latin1.GetString(letter.Message), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("es", "Código de seguimiento", "Consulte su caso en")]
    [InlineData("en", "Tracking code", "Follow your case at")]
    public async Task A_receipt_tells_the_code_and_the_address_with_its_picture_and_the_code_stays_nowhere(string language, string code, string address)
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: [.. To(smtp), ("Mail:Language", language), ("Desk:PublicAddress", "https://pqrs.example.org/")]);
        var receipt = await desk.FileAsync();
        var waiting = (await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.SealedCode).SingleAsync()))!;
        Assert.DoesNotContain(receipt.Code.ToString(), waiting, StringComparison.Ordinal);
        await SendAsync(desk);

        var letter = await LetterAsync(smtp, 1);
        var mail = ReadMail.Of(letter.Message);
        Assert.Contains($"{code}: {receipt.Code}", mail.WholeText, StringComparison.Ordinal);
        Assert.Contains($"{address} https://pqrs.example.org/consultar?radicado={receipt.Number}", mail.WholeText.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var source = Encoding.Latin1.GetString(letter.Message);
        Assert.Contains("Content-Type: multipart/related", source, StringComparison.Ordinal);
        Assert.Contains("Content-ID: <qr@desk>", source, StringComparison.Ordinal);
        Assert.Contains("cid:qr@desk", source.Replace("=\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var png = Convert.FromBase64String(System.Text.RegularExpressions.Regex.Match(source, "Content-ID: <qr@desk>.*?\r\n\r\n(.*?)--", System.Text.RegularExpressions.RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Null(await desk.ReadAsync(db => db.OutgoingMails.Select(row => row.SealedCode).SingleAsync()));
    }

    [SkippableFact]
    public async Task A_letter_that_is_refused_for_good_keeps_no_code_and_one_that_waits_does()
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: To(smtp));
        foreach (var to in (string[])["nadie@example.org", "luego@example.org"]) await desk.FileAsync(petitioner: new() { Name = "Rosa", Email = to });
        await SendAsync(desk);
        var kept = await desk.ReadAsync(db => db.OutgoingMails.OrderBy(mail => mail.Id).Select(mail => new { mail.State, Sealed = mail.SealedCode != null }).ToListAsync());
        Assert.Equal([new { State = MailState.Rejected, Sealed = false }, new { State = MailState.Queued, Sealed = true }], kept);
    }

    [SkippableFact]
    public async Task A_file_that_is_not_clean_never_leaves_by_mail()
    {
        using var scanner = new Scanning.TestScanner();
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: [.. To(smtp), .. scanner.Settings]);
        var receipt = await desk.FileAsync();
        await SendAsync(desk);
        List<StoredFile> files = [];
        foreach (var content in (string[])["bien", "HARMFUL", "BROKEN"])
            files.Add((await desk.Get<FileStore>().StoreAsync($"{content}.txt", "text/plain", new MemoryStream(Encoding.ASCII.GetBytes(content)), null, CancellationToken.None)).File!);
        Assert.True((await desk.Get<WorkTicket>().RunAsync(receipt.Number, null, new CaseAct.Reply("Va todo.", files), Actor.Staff(await desk.HireAsync()), CancellationToken.None)).Succeeded);

        // While the scanner may still say so it waits, untried; then it goes, and says what does not go with it.
        Assert.Equal(0, await SendAsync(desk));
        await desk.Get<Scanning.ScanFiles>().RunAsync(desk.Clock.Now, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, await SendAsync(desk));
        Assert.Equal(0, await desk.ReadAsync(db => db.OutgoingMails.OrderByDescending(row => row.Id).Select(row => row.Attempts).FirstAsync()));
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await SendAsync(desk));

        var mail = ReadMail.Of((await LetterAsync(smtp, 2)).Message);
        Assert.Equal("bien.txt", Assert.Single(mail.Files).Name);
        Assert.Contains("no han pasado la revisión: BROKEN.txt, HARMFUL.txt", mail.WholeText.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task What_the_server_refuses_is_rejected_or_tried_again_later_and_given_up_after_two_days()
    {
        await using var smtp = await SmtpPeer.StartAsync();
        await using var desk = await TestDesk.StartAsync(settings: To(smtp));
        foreach (var address in (string[])["nadie@example.org", "luego@example.org", "rosa@example.org"]) await desk.FileAsync(petitioner: new() { Name = "Rosa", Email = address });

        Assert.Equal(1, await SendAsync(desk));
        var letters = await desk.ReadAsync(db => db.OutgoingMails.OrderBy(mail => mail.Id).ToListAsync());
        Assert.Equal([MailState.Rejected, MailState.Queued, MailState.Sent], letters.Select(mail => mail.State));
        Assert.Equal("550 5.1.1 No such user here", letters[0].Error);
        Assert.Equal(desk.Clock.Now.AddMinutes(1), letters[1].NextAttemptAt);

        foreach (var minutes in (int[])[5, 15, 60, 60])
        {
            desk.Clock.Now = await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.State == MailState.Queued).Select(mail => mail.NextAttemptAt!.Value).SingleAsync());
            await SendAsync(desk);
            Assert.Equal(desk.Clock.Now.AddMinutes(minutes), await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.State == MailState.Queued).Select(mail => mail.NextAttemptAt!.Value).SingleAsync()));
        }

        desk.Clock.Advance(TimeSpan.FromDays(2));
        await SendAsync(desk);
        var given = await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.ToAddress == "luego@example.org").SingleAsync());
        Assert.Equal((MailState.GivenUp, null, 6, "451 4.7.1 Try again later"), (given.State, given.NextAttemptAt, given.Attempts, given.Error));
    }

    [SkippableFact]
    public async Task A_server_that_is_away_loses_nothing()
    {
        int port;
        await using (var gone = await SmtpPeer.StartAsync()) port = gone.Port;
        await using var desk = await TestDesk.StartAsync(settings: To(port));
        await desk.FileAsync();
        Assert.Equal(0, await SendAsync(desk));
        Assert.Equal(MailState.Queued, await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.State).SingleAsync()));

        await using var back = await SmtpPeer.StartAsync(port: port);
        Assert.Equal(0, await SendAsync(desk));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await SendAsync(desk));
    }

    [SkippableTheory]
    [InlineData("Implicit")]
    [InlineData("StartTls")]
    public async Task The_way_is_secured_and_the_desk_says_who_it_is(string tls)
    {
        await using var smtp = await SmtpPeer.StartAsync(secure: tls == "Implicit", certified: true, user: "mesa", password: "una clave");
        var secured = To(smtp).But(("Mail:Smtp:Tls", tls), ("Mail:Smtp:Certificate", smtp.Certificate), ("Mail:Smtp:User", "mesa"), ("Mail:Smtp:Password", "una clave"));
        await using (var desk = await TestDesk.StartAsync(settings: secured))
        {
            await desk.FileAsync();
            Assert.Equal(1, await SendAsync(desk));
            var letter = await LetterAsync(smtp, 1);
            Assert.Equal((true, "mesa"), (letter.Secure, letter.User));
        }

        // Neither a wrong password nor a certificate that nobody vouches for lets anything through, and neither ends the letter.
        foreach (var wrong in new[] { ("Mail:Smtp:Password", (string?)"otra"), ("Mail:Smtp:Certificate", null) })
        {
            await using var desk = await TestDesk.StartAsync(settings: secured.But(wrong));
            await desk.FileAsync();
            Assert.Equal(0, await SendAsync(desk));
            Assert.Equal(new { State = MailState.Queued, Attempts = 1 }, await desk.ReadAsync(db => db.OutgoingMails.Select(mail => new { mail.State, mail.Attempts }).SingleAsync()));
        }

        Assert.Single(smtp.Taken);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Every_occasion_has_a_letter_in_both_languages(string language)
    {
        await using var desk = await TestDesk.StartAsync();
        foreach (var occasion in Enum.GetValues<MailOccasion>())
        {
            var template = desk.Get<LetterTemplates>().Of(occasion, language);
            Assert.Contains(occasion switch { MailOccasion.ServiceReport => "{cliente}", >= MailOccasion.CriticalityReview => "{cosa}", _ => "{radicado}" }, template.Subject + template.Body, StringComparison.Ordinal);
            Assert.False(template.Subject.Contains("Asunto", StringComparison.Ordinal) || template.Body.Length < 20);
        }
    }

    private static string Header(byte[] message, string name) =>
        Encoding.ASCII.GetString(message).Split("\r\n").First(line => line.StartsWith(name + ": ", StringComparison.Ordinal))[(name.Length + 2)..];
}
