using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

/// <summary>What petitioners are written to when their cases are split, merged, separated or voided, and what they are never told.</summary>
public sealed class RelationLettersTests
{
    private static readonly PetitionerDetails Luis = new() { Name = "Luis Peña", Email = "luis@example.org" };

    [SkippableTheory, Engines]
    public async Task Both_petitioners_are_told_and_both_have_the_answer(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var (older, younger) = await MergedAsync(desk);
        await desk.AnswerAsync(older, "Se devolvió el valor a cada uno.");

        var (maria, luis) = (await LettersAsync(desk, "maria@example.org"), await LettersAsync(desk, "luis@example.org"));
        Assert.Equal([MailOccasion.Receipt, MailOccasion.Absorption, MailOccasion.Answer], maria.Select(letter => letter.Mail.Occasion));
        Assert.Equal([MailOccasion.Receipt, MailOccasion.Merging, MailOccasion.Answer], luis.Select(letter => letter.Mail.Occasion));
        Assert.Contains("Fecha máxima de respuesta: 25 de marzo de 2026.", luis[1].Letter.Text, StringComparison.Ordinal);
        Assert.All(luis, letter => Assert.DoesNotContain("María", letter.Letter.Text + letter.Letter.Subject, StringComparison.Ordinal));
        Assert.All(luis, letter => Assert.DoesNotContain(older, letter.Letter.Text + letter.Letter.Subject, StringComparison.Ordinal));
        Assert.All(maria, letter => Assert.DoesNotContain(younger, letter.Letter.Text + letter.Letter.Subject, StringComparison.Ordinal));
        Assert.All(maria.Concat(luis), letter => Assert.DoesNotContain("secreto", letter.Letter.Text, StringComparison.Ordinal));
        Assert.Contains($"la respuesta a su solicitud {younger}", luis[2].Letter.Text, StringComparison.Ordinal);
        Assert.Contains("Se devolvió el valor a cada uno.", luis[2].Letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_both_cases_is_told_once()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        await MergedAsync(desk, Samples.Petitioner);
        var letters = await LettersAsync(desk, "maria@example.org");
        Assert.Equal([MailOccasion.Receipt, MailOccasion.Receipt, MailOccasion.Merging], letters.Select(letter => letter.Mail.Occasion));
    }

    [Fact]
    public async Task An_extension_and_a_separation_reach_the_younger_too()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var (older, younger) = await MergedAsync(desk);
        await desk.ChangeAsync(older, (ticket, book, now) => ticket.Extend(new(2026, 4, 8), "Faltan pruebas.", book, now));
        await desk.ChangeAsync(younger, (ticket, book, now) => ticket.Separate("Son dos facturas.", book, now));
        var letters = await LettersAsync(desk, "luis@example.org");
        Assert.Equal([MailOccasion.Receipt, MailOccasion.Merging, MailOccasion.Extension, MailOccasion.Separation], letters.Select(letter => letter.Mail.Occasion));
        Assert.Contains("8 de abril de 2026", letters[2].Letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("facturas", letters[3].Letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(VoidKind.Void, true)]
    [InlineData(VoidKind.Spam, false)]
    public async Task A_void_tells_its_reason_and_spam_is_not_written_to(VoidKind kind, bool told)
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var number = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Void(kind, "Era una prueba.", book, now), Samples.Someone(Role.Lead));
        var letters = await LettersAsync(desk, "maria@example.org");
        Assert.Equal(told ? 2 : 1, letters.Count);
        if (told) Assert.Contains("Era una prueba.", letters[1].Letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_is_told_with_its_number_and_its_own_last_day()
    {
        await using var desk = await TestDesk.StartAsync(settings: [.. Mails.Sending, ("Mail:Language", "en")]);
        var number = (await desk.FileAsync()).Number;
        await desk.Get<SplitTicket>().RunAsync(number, null, [new(TicketKind.DocumentRequest, "Copia del contrato", "Una copia.", Samples.FirstArea)], Samples.Someone(), CancellationToken.None);
        var letter = (await LettersAsync(desk, "maria@example.org"))[^1];
        Assert.Equal(MailOccasion.Part, letter.Mail.Occasion);
        Assert.Contains($"{number}-2: Copia del contrato", letter.Letter.Text, StringComparison.Ordinal);
        Assert.Contains("March 17, 2026", letter.Letter.Text, StringComparison.Ordinal);
    }

    [SkippableTheory, Engines]
    public async Task An_answer_by_mail_to_the_younger_reaches_the_older(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var (older, younger) = await MergedAsync(desk);
        var merging = await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.Occasion == MailOccasion.Merging).Select(mail => mail.MessageId).SingleAsync());

        var taken = await desk.TakeAsync(Mails.Plain("Re: Su solicitud", "Les mando la factura.", from: "Luis Peña <luis@example.org>", extra: $"In-Reply-To: <{merging}>\r\n"));

        Assert.Equal((MailFate.Added, younger), (taken.Fate, taken.Number));
        Assert.Contains(await desk.LogAsync(older), happened => happened is TicketEvent.HeardThrough { SamePetitioner: false } heard && heard.Number == younger && heard.Text.Contains("la factura", StringComparison.Ordinal));
    }

    private static async Task<(string Older, string Younger)> MergedAsync(TestDesk desk, PetitionerDetails? second = null)
    {
        var older = (await desk.FileAsync()).Number;
        var younger = (await desk.FileAsync(petitioner: second ?? Luis)).Number;
        Assert.Equal(Decision.Ok, await desk.Get<RelateTickets>().RunAsync(older, null, new CaseAct.Merge(younger, "Es lo mismo (secreto)."), Samples.Someone(), CancellationToken.None));
        return (older, younger);
    }

    private static async Task<IReadOnlyList<(OutgoingMail Mail, Letter Letter)>> LettersAsync(TestDesk desk, string to)
    {
        var mails = await desk.ReadAsync(db => db.OutgoingMails.Where(mail => mail.ToAddress == to).OrderBy(mail => mail.Id).ToListAsync());
        var letters = new List<(OutgoingMail, Letter)>();
        foreach (var mail in mails) letters.Add((mail, await desk.Get<ComposeLetter>().RunAsync(mail, desk.Clock.Now, CancellationToken.None)));
        return letters;
    }
}
