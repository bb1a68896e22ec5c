using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

public sealed class SortMailTests
{
    [SkippableTheory, Engines]
    public async Task A_person_files_what_waited(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = Actor.Staff(await desk.HireAsync());
        var id = await WaitingAsync(desk);
        var form = (await desk.Get<ReadMails>().OneAsync(id, CancellationToken.None))!.Form!;
        (form.AreaId, form.Kind, form.Name) = (Samples.FirstArea, TicketKind.Complaint, "Rosa Cortés");

        var outcome = await desk.Get<SortMail>().FileAsync(id, MailFate.Waiting, form, ana, CancellationToken.None);

        var filed = Assert.IsType<TicketEvent.Filed>((await desk.LogAsync(outcome.Number!))[0]);
        Assert.Equal((TicketKind.Complaint, Channel.Email, "Rosa Cortés", "Me cobraron dos veces."), (filed.Filing.Kind, filed.Filing.Channel, filed.Filing.PetitionerName, filed.Filing.Description));
        var row = await desk.ReadAsync(db => db.ReceivedMails.SingleAsync());
        Assert.Equal((MailFate.Filed, "Ana Restrepo"), (row.Fate, row.SortedBy));
        Assert.NotNull(row.TicketId);
    }

    [SkippableTheory, Engines]
    public async Task Of_two_who_sort_it_at_once_one_does(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var ana = Actor.Staff(await desk.HireAsync());
        var receipt = await desk.FileAsync();
        var id = await WaitingAsync(desk);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(each => Task.Run(() =>
        {
            var sorting = (each % 2 == 0 ? desk : other).Get<SortMail>();
            return (each % 3) switch
            {
                0 => sorting.FileAsync(id, MailFate.Waiting, new MailForm { Kind = TicketKind.Claim, AreaId = Samples.FirstArea, Subject = "Cobro", Description = "Dos veces.", Name = "Rosa" }, ana, CancellationToken.None),
                1 => sorting.AddAsync(id, MailFate.Waiting, receipt.Number, ana, CancellationToken.None),
                _ => sorting.DiscardAsync(id, MailFate.Waiting, "Publicidad", ana, CancellationToken.None),
            };
        })));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.All(outcomes.Where(outcome => outcome.Refusal is not null), outcome => Assert.Equal(RefusalCode.ChangedMeanwhile, outcome.Refusal!.Code));
        var made = await desk.ReadAsync(db => db.Tickets.CountAsync()) - 1 + (await desk.LogAsync(receipt.Number)).OfType<TicketEvent.PetitionerResponded>().Count();
        var fate = await desk.ReadAsync(db => db.ReceivedMails.Select(row => row.Fate).SingleAsync());
        Assert.Equal(fate == MailFate.Discarded ? 0 : 1, made);
    }

    [Fact]
    public async Task It_is_added_to_the_case_that_a_person_names_also_when_that_is_closed()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = Actor.Staff(await desk.HireAsync());
        var receipt = await desk.FileAsync();
        await desk.AnswerAsync(receipt.Number);
        await desk.CloseAsync(receipt.Number);
        desk.Clock.Advance(TimeSpan.FromDays(400));
        var id = await WaitingAsync(desk);

        Assert.Equal(RefusalCode.TicketNotFound, (await desk.Get<SortMail>().AddAsync(id, MailFate.Waiting, "PQRS-1999-000001", ana, CancellationToken.None)).Refusal!.Code);
        Assert.Equal(receipt.Number, (await desk.Get<SortMail>().AddAsync(id, MailFate.Waiting, $" {receipt.Number} ", ana, CancellationToken.None)).Number);
        Assert.Equal(new TicketEvent.PetitionerResponded("Me cobraron dos veces."), (await desk.LogAsync(receipt.Number))[^1]);
        Assert.Equal(MailFate.Added, await desk.ReadAsync(db => db.ReceivedMails.Select(row => row.Fate).SingleAsync()));
    }

    [Fact]
    public async Task Discarding_needs_a_reason_and_may_be_taken_back_by_filing()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = Actor.Staff(await desk.HireAsync());
        var id = await WaitingAsync(desk);
        var sorting = desk.Get<SortMail>();
        Assert.Equal(RefusalCode.ReasonMissing, (await sorting.DiscardAsync(id, MailFate.Waiting, " ", ana, CancellationToken.None)).Refusal!.Code);
        Assert.Null((await sorting.DiscardAsync(id, MailFate.Waiting, "Publicidad", ana, CancellationToken.None)).Refusal);
        Assert.Equal(RefusalCode.ChangedMeanwhile, (await sorting.DiscardAsync(id, MailFate.Waiting, "Otra vez", ana, CancellationToken.None)).Refusal!.Code);
        Assert.NotNull((await sorting.FileAsync(id, MailFate.Discarded, new MailForm { Kind = TicketKind.Claim, AreaId = Samples.FirstArea, Subject = "Cobro", Description = "Dos veces.", Anonymous = true }, ana, CancellationToken.None)).Number);
    }

    [Fact]
    public async Task What_is_refused_stays_where_it_is_and_leaves_no_file_behind()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = Actor.Staff(await desk.HireAsync());
        var id = await WaitingAsync(desk);
        var refused = await desk.Get<SortMail>().FileAsync(id, MailFate.Waiting, new MailForm { Kind = TicketKind.Claim, AreaId = 99, Subject = "Cobro", Description = "x", Name = "Rosa" }, ana, CancellationToken.None);
        Assert.Equal(RefusalCode.AreaUnknown, refused.Refusal!.Code);
        Assert.Equal(MailFate.Waiting, await desk.ReadAsync(db => db.ReceivedMails.Select(row => row.Fate).SingleAsync()));
        Assert.Single(Directory.GetFiles(Path.Combine(desk.Folder, "files"), "*", SearchOption.AllDirectories));
    }

    private static async Task<long> WaitingAsync(TestDesk desk)
    {
        await desk.TakeAsync(Mails.Plain(from: "Rosa, sin correo"));
        return await desk.ReadAsync(db => db.ReceivedMails.Where(row => row.Fate == MailFate.Waiting).Select(row => row.Id).SingleAsync());
    }
}
