using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Classifying;

/// <summary>What the lists and the rules do at the door and on the case.</summary>
public sealed class ClassifiedFilingsTests
{
    [SkippableTheory, Engines]
    public async Task A_rule_that_applies_alone_puts_a_topic_on_what_nobody_sorted_and_the_log_says_why(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.BillingAsync(alone: true);
        foreach (var by in (FilledBy[])[FilledBy.Message, FilledBy.Citizen, FilledBy.Program])
        {
            var ticket = await FileAsync(desk, by);
            Assert.Equal(ClassifiedHouse.Billing, ticket.Topic);
            var filed = Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event);
            Assert.Equal([new SuggestionReason("Cobros", ["Cobro", "factura"])], filed.Filing.TopicWhy);
        }

        Assert.All(await Task.WhenAll(FileAsync(desk, FilledBy.Staff), FileAsync(desk, FilledBy.Counter), FileAsync(desk, FilledBy.Copyist)), ticket => Assert.Null(ticket.Topic));
        var chosen = await FileAsync(desk, FilledBy.Message, Samples.Filing with { Topic = "Otra cosa" });
        Assert.Equal("Otra cosa", chosen.Topic);
        Assert.Null(Assert.IsType<TicketEvent.Filed>(chosen.Events[0].Event).Filing.TopicWhy);
    }

    [Fact]
    public async Task A_rule_that_was_not_let_do_it_alone_only_suggests()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.BillingAsync();

        Assert.Null((await FileAsync(desk, FilledBy.Message)).Topic);
    }

    [Fact]
    public async Task The_door_refuses_what_is_missing_by_who_filled_it_in()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.ProductAsync("Portal");
        await desk.AskAsync(TicketKind.Claim, RequiredField.Product);
        await desk.AskAsync(TicketKind.Claim, RequiredField.Telephone);

        foreach (var by in (FilledBy[])[FilledBy.Citizen, FilledBy.Staff, FilledBy.Counter, FilledBy.Program])
        {
            Assert.Equal(new Refusal(RefusalCode.ProductMissing, "Product"), (await TryAsync(desk, by)).Refusal);
            Assert.Equal(new Refusal(RefusalCode.TelephoneMissing, "Telephone"), (await TryAsync(desk, by, Samples.Filing with { Product = "Portal" }, Samples.Petitioner with { Telephone = " " })).Refusal);
            Assert.NotNull((await TryAsync(desk, by, Samples.Filing with { Product = "Portal" }, Samples.Nobody)).Receipt);
        }

        foreach (var by in (FilledBy[])[FilledBy.Message, FilledBy.Copyist]) Assert.NotNull((await TryAsync(desk, by)).Receipt);
        Assert.Equal(6, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task What_was_filed_before_the_field_was_asked_for_is_still_the_same_when_it_is_sent_again()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.ProductAsync("Portal");
        var request = new FilingRequest(Samples.Filing, new AreaChoice.Routed(), Samples.Petitioner, Samples.Someone(), [])
        {
            FilledBy = FilledBy.Program,
            Form = new(new string('a', 64), null, TrackingCode.Draw()),
        };
        var first = await desk.Get<FilingDoor>().FileAsync(request, CancellationToken.None);
        await desk.AskAsync(TicketKind.Claim, RequiredField.Product);

        Assert.Equal(first.Receipt!.TicketId, (await desk.Get<FilingDoor>().FileAsync(request, CancellationToken.None)).EarlierTicketId);
    }

    [SkippableTheory, Engines]
    public async Task Figures_of_days_follow_a_change_of_topic(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync(Samples.Filing with { Topic = "Antes" })).Number;
        await desk.FileAsync(Samples.Filing with { Topic = "Antes" });
        var day = (await desk.TicketAsync(number)).FiledOn;
        await desk.AnswerAsync(number);
        desk.Clock.Advance(TimeSpan.FromDays(3));
        await FoldAsync();
        Assert.Equal([("Antes", 2)], await TopicsAsync());

        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify("Después", "Portal", book, now));
        await FoldAsync();
        Assert.Equal([("Antes", 1), ("Después", 1)], await TopicsAsync());

        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify(null, "Portal", book, now));
        Assert.Equal([(null, 1), ("Antes", 1)], await TopicsAsync());
        await FoldAsync();
        Assert.Equal([(null, 1), ("Antes", 1)], await TopicsAsync());
        Assert.Equal("Portal", (await desk.TicketAsync(number)).Product);

        Task FoldAsync() => desk.Get<FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);

        async Task<IEnumerable<(string? Topic, int Count)>> TopicsAsync() =>
            [.. (await desk.Get<KpiReader>().BreakdownAsync(new Period(day, day), null, CancellationToken.None)).Topics.OrderBy(row => row.Topic, StringComparer.Ordinal).Select(row => (row.Topic, row.Count))];
    }

    [Fact]
    public async Task What_a_case_is_about_is_said_again_without_a_reason_and_the_log_rebuilds_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify(" Facturación › Cobro errado ", "", book, now));
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify("Facturación › Cobro errado", null, book, now));
        await desk.AnswerAsync(number);
        await desk.CloseAsync(number);
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Classify("Vías", "App", book, now, [new("Huecos", ["hueco"])]));
        Assert.Equal(RefusalCode.TextTooLong, Assert.IsType<Decision.Refused>(await desk.TryAsync(number, (ticket, book, now) => ticket.Classify(new('x', Filing.TopicLimit + 1), null, book, now))).Refusal.Code);

        var ticket = await desk.TicketAsync(number);
        Assert.Equal(("Vías", "App", TicketStatus.Closed), (ticket.Topic, ticket.Product, ticket.Status));
        Assert.Equal(2, ticket.Events.Count(line => line.Event is TicketEvent.Classified));
        var rebuilt = Ticket.Rebuild(ticket.Events, await desk.BookAsync());
        Assert.Equal((ticket.Topic, ticket.Product), (rebuilt.Topic, rebuilt.Product));
    }

    private static async Task<Ticket> FileAsync(TestDesk desk, FilledBy by, Filing? filing = null) => await desk.TicketAsync((await TryAsync(desk, by, filing)).Receipt!.Number);

    private static Task<FilingOutcome> TryAsync(TestDesk desk, FilledBy by, Filing? filing = null, PetitionerDetails? petitioner = null) => desk.Get<FilingDoor>().FileAsync(
        new FilingRequest(filing ?? Samples.Filing, new AreaChoice.Routed(), petitioner ?? Samples.Petitioner, by == FilledBy.Citizen ? Actor.Petitioner("Rosa") : Samples.Someone(), []) { FilledBy = by },
        CancellationToken.None);
}
