using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

public sealed class OutboxTests
{
    [SkippableTheory, Engines]
    public async Task What_the_petitioner_must_know_is_written_down_with_the_event(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, Mails.Sending);
        var receipt = await desk.FileAsync();
        await desk.NoteAsync(receipt.Number);
        await desk.ReplyAsync(receipt.Number);
        await desk.ChangeAsync(receipt.Number, (ticket, book, now) => ticket.RequestCompletion("Falta la cédula.", book, now));
        await desk.HearAsync(receipt.Number);
        await desk.AnswerAsync(receipt.Number);
        await desk.CloseAsync(receipt.Number);

        var mails = await desk.ReadAsync(db => db.OutgoingMails.OrderBy(mail => mail.Sequence).ToListAsync());
        Assert.Equal([MailOccasion.Receipt, MailOccasion.Reply, MailOccasion.CompletionRequest, MailOccasion.Answer, MailOccasion.Closing], mails.Select(mail => mail.Occasion));
        Assert.All(mails, mail => Assert.Equal(("maria@example.org", "María Íñiguez", MailState.Queued), (mail.ToAddress, mail.ToName, mail.State)));
        var events = (await desk.TicketAsync(receipt.Number)).Events.ToDictionary(line => line.Sequence, line => line.Event);
        Assert.All(mails, mail => Assert.Equal(mail.Occasion, Outbox.OccasionOf(events[mail.Sequence])));
    }

    [Fact]
    public async Task What_is_refused_is_not_written_to_anybody()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        var receipt = await desk.FileAsync();
        await desk.TryAsync(receipt.Number, (ticket, book, now) => ticket.Reply("Hola", book, now) is { Succeeded: false } refused ? refused : ticket.Close(null, book, now));
        Assert.Equal(1, await desk.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    [Fact]
    public async Task Who_is_anonymous_or_left_no_address_is_never_written_to()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        foreach (var petitioner in (PetitionerDetails[])[new() { Anonymous = true }, new() { Name = "Sin Correo", Document = "CC 1" }])
        {
            var receipt = await desk.FileAsync(petitioner: petitioner);
            await desk.ReplyAsync(receipt.Number);
            await desk.AnswerAsync(receipt.Number);
        }

        Assert.Equal(0, await desk.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    [Theory]
    [InlineData(AnswerChannel.Email, "otra@example.org")]
    [InlineData(AnswerChannel.Post, "maria@example.org")]
    public async Task A_letter_goes_where_this_filing_asked_to_be_answered(AnswerChannel channel, string address)
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        await desk.FileAsync(Samples.Filing with { AnswerChannel = channel, AnswerTo = channel == AnswerChannel.Email ? "otra@example.org" : "Calle 1 # 2-3" });
        Assert.Equal(address, await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.ToAddress).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_mail_server_nothing_is_written_down()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.AnswerAsync((await desk.FileAsync()).Number);
        Assert.Equal(0, await desk.ReadAsync(db => db.OutgoingMails.CountAsync()));
    }

    [Fact]
    public async Task Many_filings_of_one_commit_have_a_receipt_each()
    {
        await using var desk = await TestDesk.StartAsync(settings: Mails.Sending);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(each => Task.Run(() => desk.FileAsync(petitioner: new() { Name = "Rosa", Email = $"rosa{each % 7}@example.org" }, by: Actor.Petitioner("Rosa")))));
        Assert.Equal(40, await desk.ReadAsync(db => db.OutgoingMails.Select(mail => mail.TicketId).Distinct().CountAsync()));
    }
}
