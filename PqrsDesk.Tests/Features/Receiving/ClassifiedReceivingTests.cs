using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Classifying;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Receiving;

/// <summary>The house's lists and required fields at the counter, and with the papers of a box.</summary>
public sealed class ClassifiedReceivingTests
{
    [Fact]
    public async Task At_the_counter_what_the_kind_asks_for_is_said_at_once_and_of_nobody_anonymous()
    {
        await using var desk = await AskingAsync();
        var form = new ReceptionForm { Name = "Rosa Cortés", Kind = TicketKind.Claim, Words = "Me cobraron dos veces.", AreaId = Samples.FirstArea, Constancia = ConstanciaChoice.ReadOut, Topic = "Inventado" };

        Assert.Equal(
            [RefusalCode.ProductMissing, RefusalCode.AnswerChannelUnknown, RefusalCode.TelephoneMissing, RefusalCode.TopicUnknown],
            (await FileAsync(desk, form)).Wrong.Select(refusal => refusal.Code));
        (form.Product, form.Topic, form.Telephone, form.AnswerChannel) = ("Portal", ClassifiedHouse.Billing, "300 123 4567", AnswerChannel.Telephone);
        var ticket = await desk.TicketAsync((await FileAsync(desk, form)).Constancia!.Receipt.Number);
        Assert.Equal((ClassifiedHouse.Billing, "Portal"), (ticket.Topic, ticket.Product));

        var nobody = new ReceptionForm { Anonymous = true, Kind = TicketKind.Claim, Words = "Me cobraron dos veces.", AreaId = Samples.FirstArea, Constancia = ConstanciaChoice.Declined, Product = "Portal" };
        Assert.Empty((await FileAsync(desk, nobody)).Wrong);
    }

    [Fact]
    public async Task A_paper_is_filed_whatever_it_lacks_under_the_topic_that_it_was_given()
    {
        await using var desk = await AskingAsync();
        var branch = await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        var box = new BoxForm
        {
            BranchId = branch.Id,
            AreaId = Samples.FirstArea,
            OpenedOn = new(2026, 3, 3),
            Openers = "Ana",
            Papers = 2,
            Rows = [new() { Kind = TicketKind.Claim, Words = "Cobran doble.", Topic = ClassifiedHouse.Billing, Product = "Portal" }, new() { Kind = TicketKind.Claim, Words = "Cobran doble la factura.", Topic = "Inventado" }],
        };
        Assert.Equal([new BoxFault(2, new(RefusalCode.TopicUnknown, "Topic"))], (await desk.Get<RegisterBox>().RunAsync(box, Samples.Someone(), CancellationToken.None)).Wrong);
        box.Rows[1].Topic = "";
        Assert.Empty((await desk.Get<RegisterBox>().RunAsync(box, Samples.Someone(), CancellationToken.None)).Wrong);
        Assert.Equal([(ClassifiedHouse.Billing, "Portal"), (null, null)], (await desk.ReadAsync(db => db.Tickets.OrderBy(t => t.Id).Select(t => new { t.Topic, t.Product }).ToListAsync())).Select(each => (each.Topic, each.Product)));
    }

    private static async Task<TestDesk> AskingAsync()
    {
        var desk = await TestDesk.StartAsync();
        await desk.BillingAsync();
        await desk.ProductAsync("Portal");
        foreach (var field in (RequiredField[])[RequiredField.Product, RequiredField.Telephone, RequiredField.AnswerChannel, RequiredField.Attachment]) await desk.AskAsync(TicketKind.Claim, field);
        return desk;
    }

    private static Task<SpokenOutcome> FileAsync(TestDesk desk, ReceptionForm form) => desk.Get<FileSpoken>().RunAsync(form, Samples.Someone(), CancellationToken.None);
}
