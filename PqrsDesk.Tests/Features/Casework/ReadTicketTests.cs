using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Casework;

public sealed class ReadTicketTests
{
    [SkippableTheory, Engines]
    public async Task The_page_reads_the_ticket_with_all_that_belongs_to_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        var customer = await desk.WinCustomerAsync(ServiceLevel.Preferred, "Hospital San Rafael");
        var before = await desk.FileAsync(Samples.Filing with { Subject = "Otro asunto" });
        var number = (await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id, Topic = "Cobros" })).Number;
        await desk.TakeAsync(number, ana);
        await desk.ReplyAsync(number);

        var ticket = (await ReadAsync(desk, number))!;

        Assert.Equal((number, TicketKind.Claim, "Cobros", TicketStatus.InProgress), (ticket.Number, ticket.Kind, ticket.Topic, ticket.Status));
        Assert.Equal(("Ana Restrepo", "Atención al ciudadano", 3), (ticket.Owner, ticket.Area, ticket.Version));
        Assert.Equal(("María Íñiguez", "CC 52.123.456", "Hospital San Rafael", ServiceLevel.Preferred),
            (ticket.Petitioner.Name, ticket.Petitioner.Document, ticket.Petitioner.Customer, ticket.Petitioner.Level));
        Assert.Equal([1, 2, 3], ticket.Timeline.Select(line => line.Sequence));
        Assert.Equal(before.Number, Assert.Single(ticket.Others).Number);
        Assert.Equal(await desk.TicketAsync(number) is { } stored ? stored.NextDueAt : null, ticket.NextDueAt);
    }

    [Fact]
    public async Task Of_somebody_anonymous_nothing_is_shown()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync(petitioner: Samples.Nobody);
        var ticket = (await ReadAsync(desk, (await desk.FileAsync(petitioner: Samples.Nobody)).Number))!;

        Assert.Equal(new PetitionerSight(null, null, null, null, null, null, null), ticket.Petitioner);
        Assert.Empty(ticket.Others);
    }

    [Fact]
    public async Task There_is_no_ticket_of_an_unknown_number()
    {
        await using var desk = await TestDesk.StartAsync();
        Assert.Null(await ReadAsync(desk, "PQRS-1999-000001"));
    }

    [Fact]
    public async Task The_bars_count_working_time_without_the_pauses()
    {
        // A Tuesday at 10:00; four working hours to the first reply, forty to the answer, closed from 12 to 13.
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.WaitAsync(number);
        desk.Clock.Advance(TimeSpan.FromHours(3));

        var paused = (await ReadAsync(desk, number))!;
        Assert.Equal((60, DeadlineState.Paused, null), Of(paused, DeadlineKind.Resolution, clock => (clock.Used, clock.State, clock.Due)));
        Assert.Equal((180, DeadlineState.Running, 0.75), Of(paused, DeadlineKind.FirstResponse, clock => (clock.Used, clock.State, clock.Share)));

        await desk.ResumeAsync(number);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.AnswerAsync(number);
        desk.Clock.Advance(TimeSpan.FromDays(30));

        var answered = (await ReadAsync(desk, number))!;
        Assert.Equal((120, DeadlineState.Met, 120 / 2400.0), Of(answered, DeadlineKind.Resolution, clock => (clock.Used, clock.State, clock.Share)));
        Assert.Equal((240, DeadlineState.Met, 1), Of(answered, DeadlineKind.FirstResponse, clock => (clock.Used, clock.State, clock.Share)));
        Assert.Equal((0, 15, DeadlineState.Met), Of(answered, DeadlineKind.LegalAnswer, clock => (clock.Used, clock.Amount, clock.State)));
    }

    [Fact]
    public async Task A_legal_term_counts_whole_business_days_after_the_filing()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        desk.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal((5, 5 / 15.0), Of((await ReadAsync(desk, number))!, DeadlineKind.LegalAnswer, clock => (clock.Used, clock.Share)));
    }

    [Fact]
    public async Task What_happens_on_another_ticket_does_not_concern_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        var question = desk.Get<ReadTicket>().Question(number);
        var told = new List<TicketChange>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(told.AddRange);

        await desk.FileAsync();
        await desk.NoteAsync(number);

        Assert.Equal([false, true], told.Select(question.Concerns!));
    }

    private static async Task<TicketSight?> ReadAsync(TestDesk desk, string number) =>
        (await desk.Get<ReadTicket>().RunAsync(number, CancellationToken.None)).Ticket;

    private static T Of<T>(TicketSight ticket, DeadlineKind kind, Func<DeadlineSight, T> ask) => ask(ticket.Deadlines.Single(clock => clock.Kind == kind));
}
