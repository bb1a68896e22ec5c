using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Files;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

public sealed class TakeMailTests
{
    [SkippableTheory, Engines]
    public async Task A_message_is_filed_by_its_sender_with_its_files(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var taken = await desk.TakeAsync(Mails.WithFiles(2, "Me cobraron «dos» veces."));

        Assert.Equal(MailFate.Filed, taken.Fate);
        var ticket = await desk.TicketAsync(taken.Number!);
        var filed = Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event);
        Assert.Equal((Channel.Email, "Con archivos", "Me cobraron «dos» veces.", "rosa"), (filed.Filing.Channel, filed.Filing.Subject, filed.Filing.Description, filed.Filing.PetitionerName));
        Assert.Equal(["factura-1.pdf", "factura-2.pdf"], ticket.Events.Select(line => line.Event).OfType<TicketEvent.FileAttached>().Select(file => file.Name));
        var files = await desk.ReadAsync(db => db.Files.Where(file => file.TicketId == ticket.Id).ToListAsync());
        Assert.All(files, file => Assert.NotNull(desk.Get<FileStore>().Find(file.Id)));
        var row = await desk.ReadAsync(db => db.ReceivedMails.SingleAsync());
        Assert.Equal((MailFate.Filed, ticket.Id, "pqrs"), (row.Fate, row.TicketId, row.Via));
        Assert.NotNull(desk.Get<FileStore>().Find(row.FileId));
    }

    [SkippableTheory, Engines]
    public async Task The_same_message_twice_files_once_also_on_two_nodes_at_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var message = Mails.WithFiles(1);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(each => Task.Run(() => (each % 2 == 0 ? desk : other).TakeAsync(message))));

        Assert.Single(taken, each => !each.Again);
        Assert.Single(taken.Select(each => each.Number).Distinct());
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.ReceivedMails.CountAsync()));

        // What the losers had put on disk is gone: the message and its one file are there, once.
        Assert.Equal(2, Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories).Length);
        Assert.True((await desk.TakeAsync(message)).Again);
    }

    [SkippableTheory, Engines]
    public async Task The_same_answer_twice_at_once_is_said_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var receipt = await desk.FileAsync();
        var token = await desk.Get<MailTokens>().OfAsync(receipt.TicketId, CancellationToken.None);
        var message = Mails.Plain("Re: Su caso", "Adjunto la factura.", to: $"pqrs+{token}@entidad.example");

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(each => Task.Run(() => (each % 2 == 0 ? desk : other).TakeAsync(message))));

        Assert.Single(taken, each => !each.Again);
        Assert.Single((await desk.LogAsync(receipt.Number)).OfType<TicketEvent.PetitionerResponded>());
    }

    [Fact]
    public async Task The_way_it_took_makes_no_other_message_of_it()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.TakeAsync(Mails.Plain(id: "uno@example.org"));
        var relayed = System.Text.Encoding.UTF8.GetString(Mails.Plain(id: "uno@example.org")).Replace("\r\n", "\n", StringComparison.Ordinal);
        Assert.True((await desk.TakeAsync(System.Text.Encoding.UTF8.GetBytes("Received: from otro\nX-Spam: no\n" + relayed + "\n\n"))).Again);

        // Programs that give every message the same identity do not lose the second one.
        Assert.False((await desk.TakeAsync(Mails.Plain(id: "uno@example.org", text: "Y ahora tres veces."))).Again);
        Assert.Equal(2, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task An_answer_to_the_token_in_the_address_is_the_petitioner_s_turn(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipt = await desk.FileAsync();
        await desk.WaitAsync(receipt.Number);
        var token = await desk.Get<MailTokens>().OfAsync(receipt.TicketId, CancellationToken.None);

        var taken = await desk.TakeAsync(Mails.Plain("Re: Su caso", "Aquí está.\r\n\r\nEl mar, 3 de mar de 2026 a las 9:00, Entidad escribió:\r\n> Falta la factura.", "María Íñiguez <maria@example.org>", $"Entidad <PQRS+{token.ToUpperInvariant()}@entidad.example>"));

        Assert.Equal((MailFate.Added, receipt.Number), (taken.Fate, taken.Number));
        var ticket = await desk.TicketAsync(receipt.Number);
        Assert.Equal(new TicketEvent.PetitionerResponded("Aquí está."), ticket.Events[^1].Event);
        Assert.Equal(TicketStatus.Filed, ticket.Status);
    }

    [Fact]
    public async Task The_token_may_stand_in_the_subject_and_a_forged_one_says_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var receipt = await desk.FileAsync();
        var token = await desk.Get<MailTokens>().OfAsync(receipt.TicketId, CancellationToken.None);
        var forged = token[..^1] + (token[^1] == 'a' ? 'b' : 'a');

        Assert.Equal(MailFate.Filed, (await desk.TakeAsync(Mails.Plain($"Re: x [{forged}]"))).Fate);
        Assert.Equal(receipt.Number, (await desk.TakeAsync(Mails.Plain($"Re: x [{token}]"))).Number);
    }

    [Fact]
    public async Task An_answer_to_a_message_that_was_filed_or_sent_belongs_to_its_case()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var first = await desk.TakeAsync(Mails.Plain(id: "uno@example.org"));
        var sent = await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.MessageId).SingleAsync());

        Assert.Equal(first.Number, (await desk.TakeAsync(Mails.Plain(text: "Olvidé decir algo.", extra: "References: <cero@example.org> <uno@example.org>\r\n"))).Number);
        Assert.Equal(first.Number, (await desk.TakeAsync(Mails.Plain(text: "Gracias por la constancia, pero falta algo.", extra: $"In-Reply-To: <{sent}>\r\n"))).Number);
        Assert.Equal(2, (await desk.LogAsync(first.Number!)).OfType<TicketEvent.PetitionerResponded>().Count());
    }

    [Fact]
    public async Task Who_writes_from_another_address_than_the_petitioner_s_is_named()
    {
        await using var desk = await TestDesk.StartAsync();
        var receipt = await desk.FileAsync();
        var token = await desk.Get<MailTokens>().OfAsync(receipt.TicketId, CancellationToken.None);
        await desk.TakeAsync(Mails.Plain("Re", "Soy su abogada.", "Lía Vega <lia@example.org>", $"pqrs+{token}@entidad.example"));
        Assert.Equal(new TicketEvent.PetitionerResponded("De: Lía Vega <lia@example.org>\n\nSoy su abogada."), (await desk.LogAsync(receipt.Number))[^1]);
    }

    [Fact]
    public async Task What_programs_send_is_neither_filed_nor_answered()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var receipt = await desk.FileAsync();
        var token = await desk.Get<MailTokens>().OfAsync(receipt.TicketId, CancellationToken.None);
        var before = (await desk.LogAsync(receipt.Number)).Count;

        foreach (var mark in (string[])["Auto-Submitted: auto-replied\r\n", "Precedence: bulk\r\n", "X-Autoreply: yes\r\n", "Return-Path: <>\r\n"])
            Assert.Equal((MailFate.Ignored, MailReason.Automatic), FateOf(await desk.TakeAsync(Mails.Plain("Fuera", to: $"pqrs+{token}@entidad.example", extra: mark))));

        Assert.Equal(before, (await desk.LogAsync(receipt.Number)).Count);
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    [Fact]
    public async Task The_desk_s_own_mail_that_comes_back_ends_there()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        await desk.FileAsync();
        var sent = await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.MessageId).SingleAsync());
        Assert.Equal((MailFate.Ignored, MailReason.Loop), FateOf(await desk.TakeAsync(Mails.Plain(from: "Entidad <pqrs+c1-abc@entidad.example>"))));
        Assert.Equal((MailFate.Ignored, MailReason.Loop), FateOf(await desk.TakeAsync(Mails.Plain(from: "reenvio@example.org", id: sent))));
        Assert.Equal(1, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task A_bounce_marks_the_letter_that_did_not_arrive(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var receipt = await desk.FileAsync();
        var sent = await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.MessageId).SingleAsync());

        await desk.TakeAsync(Mails.Bounce(sent, "delayed"));
        Assert.Equal(MailState.Queued, await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.State).SingleAsync()));
        Assert.Equal((MailFate.Ignored, MailReason.Bounce), FateOf(await desk.TakeAsync(Mails.Bounce(sent))));

        var letter = await desk.ReadAsync(db => db.OutgoingMails.SingleAsync());
        Assert.Equal((MailState.Bounced, "550 5.1.1 no such user", null), (letter.State, letter.Error, letter.NextAttemptAt));
        Assert.Equal(receipt.TicketId, await desk.ReadAsync(db => db.ReceivedMails.OrderByDescending(mail => mail.Id).Select(mail => mail.TicketId).FirstAsync()));
    }

    [Fact]
    public async Task A_closed_case_is_opened_by_an_answer_and_one_closed_long_ago_waits_for_a_person()
    {
        await using var desk = await TestDesk.StartAsync();
        var (late, soon) = (await desk.FileAsync(), await desk.FileAsync());
        foreach (var number in (string[])[late.Number, soon.Number])
        {
            await desk.AnswerAsync(number);
            await desk.CloseAsync(number);
            if (number == late.Number) desk.Clock.Advance(TimeSpan.FromDays(31));
        }

        var tokens = desk.Get<MailTokens>();
        var again = await desk.TakeAsync(Mails.Plain("Re", "No quedó resuelto.", "maria@example.org", $"pqrs+{await tokens.OfAsync(soon.TicketId, CancellationToken.None)}@x.example"));
        var waits = await desk.TakeAsync(Mails.Plain("Re", "No quedó resuelto.", "maria@example.org", $"pqrs+{await tokens.OfAsync(late.TicketId, CancellationToken.None)}@x.example"));

        Assert.Equal(MailFate.Added, again.Fate);
        var log = await desk.LogAsync(soon.Number);
        Assert.IsType<TicketEvent.Reopened>(log[^2]);
        Assert.Equal(new TicketEvent.PetitionerResponded("No quedó resuelto."), log[^1]);
        Assert.Equal((MailFate.Waiting, MailReason.CaseOver), FateOf(waits));
        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync(late.Number)).Status);
    }

    [Fact]
    public async Task Thanks_open_nothing_and_start_no_clock()
    {
        await using var desk = await TestDesk.StartAsync();
        var (closed, answered) = (await desk.FileAsync(), await desk.FileAsync());
        await desk.AnswerAsync(closed.Number);
        await desk.CloseAsync(closed.Number);
        await desk.AnswerAsync(answered.Number);
        var tokens = desk.Get<MailTokens>();
        foreach (var receipt in (Infrastructure.Persistence.Receipt[])[closed, answered])
            Assert.Equal(MailFate.Added, (await desk.TakeAsync(Mails.Plain("Re", "¡Muchas gracias por su ayuda!", "maria@example.org", $"pqrs+{await tokens.OfAsync(receipt.TicketId, CancellationToken.None)}@x.example"))).Fate);

        Assert.IsType<TicketEvent.Noted>((await desk.LogAsync(closed.Number))[^1]);
        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync(closed.Number)).Status);
        Assert.Equal(new TicketEvent.PetitionerResponded("¡Muchas gracias por su ayuda!", NeedsNoAnswer: true), (await desk.LogAsync(answered.Number))[^1]);
    }

    [SkippableTheory, Engines]
    public async Task What_cannot_be_filed_waits_whole_with_the_reason(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        byte[][] messages = [Mails.Plain(from: "Rosa, sin correo"), Mails.Plain("", "", "rosa@example.org"), Mails.Plain(from: $"{new string('a', 210)}@example.org"), [0, 1, 2, 3, 255, 254]];
        var reasons = new List<MailReason?>();
        foreach (var message in messages)
        {
            var taken = await desk.TakeAsync(message);
            Assert.Equal(MailFate.Waiting, taken.Fate);
            reasons.Add(taken.Reason);
        }

        Assert.Equal([MailReason.NoSender, MailReason.NoText, MailReason.Refused, MailReason.NoSender], reasons);
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        var rows = await desk.ReadAsync(db => db.ReceivedMails.OrderBy(row => row.Id).ToListAsync());
        Assert.Equal("TextTooLong 200", rows[2].Detail);
        foreach (var (row, message) in rows.Zip(messages)) Assert.Equal(message, await File.ReadAllBytesAsync(desk.Get<FileStore>().Find(row.FileId)!));
    }

    [Fact]
    public async Task An_area_that_is_not_there_loses_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var taken = await desk.Get<TakeMail>().RunAsync(Mails.Plain(), new MailWay("pqrs", "Cartera"), CancellationToken.None);
        Assert.Equal((MailFate.Waiting, MailReason.Refused), FateOf(taken));
        await desk.OpenAreaAsync("Cartera");
        var filed = await desk.Get<TakeMail>().RunAsync(Mails.Plain(), new MailWay("pqrs", "Cartera"), CancellationToken.None);
        Assert.NotEqual(Samples.FirstArea, (await desk.TicketAsync(filed.Number!)).AreaId);
    }

    [Fact]
    public async Task Too_many_files_or_too_long_a_text_bring_the_original_along()
    {
        await using var desk = await TestDesk.StartAsync(settings: ("Desk:FileLimitMiB", "1"));
        var many = await desk.TakeAsync(Mails.WithFiles(30));
        var files = (await desk.LogAsync(many.Number!)).OfType<TicketEvent.FileAttached>().Select(file => file.Name).ToList();
        Assert.Equal(desk.Get<FileStore>().Most, files.Count);
        Assert.Equal("mensaje-original.eml", files[^1]);

        var text = await desk.TakeAsync(Mails.Plain(text: new string('x', Filing.DescriptionLimit + 1)));
        Assert.Equal(["mensaje-original.eml"], (await desk.LogAsync(text.Number!)).OfType<TicketEvent.FileAttached>().Select(file => file.Name));
    }

    [Fact]
    public async Task Another_machine_that_answers_each_receipt_is_stopped_and_nothing_is_lost()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending.But(("Mail:MostAnHour", "3")));
        var fates = new List<MailFate>();
        for (var message = 0; message < 5; message++) fates.Add((await desk.TakeAsync(Mails.Plain(text: $"Su mensaje fue radicado con el número {message}."))).Fate);
        Assert.Equal([MailFate.Filed, MailFate.Filed, MailFate.Filed, MailFate.Waiting, MailFate.Waiting], fates);
        Assert.Equal(MailFate.Filed, (await desk.TakeAsync(Mails.Plain(from: "otra@example.org"))).Fate);
        desk.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(MailFate.Filed, (await desk.TakeAsync(Mails.Plain())).Fate);
    }

    [Fact]
    public async Task A_petitioner_who_is_known_is_found_by_the_address()
    {
        await using var desk = await TestDesk.StartAsync();
        var one = await desk.TakeAsync(Mails.Plain());
        var two = await desk.TakeAsync(Mails.Plain());
        Assert.Equal((await desk.TicketAsync(one.Number!)).PetitionerId, (await desk.TicketAsync(two.Number!)).PetitionerId);
    }

    private static (MailFate, MailReason?) FateOf(TakenMail taken) => (taken.Fate, taken.Reason);
}
