using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Infrastructure.Mail;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Mailing;

/// <summary>The house's lists, rules and required fields with what comes by mail.</summary>
public sealed class ClassifiedMailTests
{
    [SkippableTheory, Engines]
    public async Task Mail_is_filed_whatever_it_lacks_and_sorted_by_a_rule_that_may(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.BillingAsync(alone: true);
        foreach (var kind in Enum.GetValues<TicketKind>())
            foreach (var field in (RequiredField[])[RequiredField.Telephone, RequiredField.Attachment, RequiredField.Document]) await desk.AskAsync(kind, field);

        await desk.TakeAsync(Mails.Plain());
        await desk.TakeAsync(Mails.Plain("Hueco", "Hay un hueco en mi calle.", from: "luis@example.org"));

        Assert.Equal([ClassifiedHouse.Billing, null], await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Id).Select(t => t.Topic).ToListAsync()));
    }

    [Fact]
    public async Task Who_sorts_a_mail_chooses_from_the_lists_and_no_rule_chooses_for_them()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.BillingAsync(alone: true);
        await desk.ProductAsync("Portal");
        await desk.AskAsync(TicketKind.Claim, RequiredField.Telephone);
        var form = new MailForm { Kind = TicketKind.Claim, AreaId = Samples.FirstArea, Subject = "Cobro", Description = "Dos veces.", Name = "Rosa", Topic = "Inventado" };
        var id = await WaitingAsync();
        Assert.Equal(new Refusal(RefusalCode.TopicUnknown, "Topic"), (await FileAsync()).Refusal);
        (form.Topic, form.Product) = ("", "Inventado");
        Assert.Equal(new Refusal(RefusalCode.ProductUnknown, "Product"), (await FileAsync()).Refusal);
        form.Product = "Portal";
        Assert.Equal((null, "Portal"), await desk.TicketAsync((await FileAsync()).Number!) is var ticket ? (ticket.Topic, ticket.Product) : default);

        async Task<long> WaitingAsync()
        {
            await desk.TakeAsync(Mails.Plain(from: "Rosa, sin correo"));
            return await desk.ReadAsync(db => db.ReceivedMails.Select(row => row.Id).SingleAsync());
        }

        Task<SortOutcome> FileAsync() => desk.Get<SortMail>().FileAsync(id, MailFate.Waiting, form, Samples.Someone(), CancellationToken.None);
    }
}
