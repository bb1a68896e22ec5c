using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Casework;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

public sealed class SweepPlansTests
{
    [SkippableTheory, Engines]
    public async Task It_is_sent_once_at_its_time_by_whichever_of_two_nodes_in_the_name_of_its_author(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var ana = await desk.HireAsync();
        var numbers = new List<string>();
        for (var filed = 0; filed < 6; filed++)
        {
            numbers.Add((await desk.FileAsync()).Number);
            await MustPlanAsync(desk, numbers[^1], new CaseAct.Reply($"Respuesta {filed}", [await desk.StoreAsync()]), ana);
        }

        desk.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await SweepAsync(desk));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(each => Task.Run(() => SweepAsync(each % 2 == 0 ? desk : other))));

        Assert.Equal(numbers.Count, sent.Sum());
        foreach (var number in numbers)
        {
            var ticket = await desk.TicketAsync(number);
            var said = Assert.Single(ticket.Events, line => line.Event is TicketEvent.Replied);
            Assert.Equal((ana.Id, ana.Name, desk.Clock.Now), (said.ByStaffId, said.ByName, said.At));
            Assert.Single(((TicketEvent.Replied)said.Event).FileIds!);
            Assert.Equal([false, true], ticket.Events.Select(line => line.Event).OfType<TicketEvent.FileAttached>().Select(file => file.ForPetitioner));
            Assert.Equal((null, desk.Clock.Now), (ticket.SendAt, ticket.FirstReplyAt));
            Assert.Equal(TicketWords.Of(ticket), TicketWords.Of(Ticket.Rebuild(ticket.Events, await desk.BookAsync())));
        }
    }

    [SkippableTheory, Engines]
    public async Task What_cannot_be_sent_is_held_whole_and_its_author_and_owner_are_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis) = (await desk.HireAsync(), await desk.HireAsync("Luis Peña"));
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, luis);
        await MustPlanAsync(desk, number, new CaseAct.ReplyAndWait("¿Cuál es la factura?", "La factura"), ana);

        // Somebody waits already: the reply alone is not sent either.
        await desk.WaitAsync(number);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SweepAsync(desk));

        var ticket = await desk.TicketAsync(number);
        Assert.Equal((HoldCause.Refused, null, null), (ticket.CaseFile!.Planned!.Held, ticket.SendAt, ticket.FirstReplyAt));
        var held = Assert.IsType<TicketEvent.SendHeld>(ticket.Events[^1].Event);
        Assert.Equal(nameof(RefusalCode.AlreadyWaiting), held.Refused);
        Assert.Equal(new int[] { ana.Id, luis.Id }.Order(), (await desk.ReadAsync(db => db.Notices.Where(notice => notice.Sequence == ticket.Version).Select(notice => notice.StaffId).ToListAsync())).Order());
        Assert.Equal(0, await SweepAsync(desk));
        Assert.Equal(ticket.Version, (await desk.TicketAsync(number)).Version);
    }

    [Fact]
    public async Task Nothing_is_sent_in_the_name_of_somebody_who_left()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        await MustPlanAsync(desk, number, new CaseAct.Reply("Hola"), ana);
        await desk.Get<DeskWriter>().RunAsync(async db => (await db.Staff.SingleAsync(member => member.Id == ana.Id)).Active = false, CancellationToken.None);

        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SweepAsync(desk));

        Assert.Equal(HoldCause.Author, (await desk.TicketAsync(number)).CaseFile!.Planned!.Held);
        Assert.DoesNotContain(await desk.LogAsync(number), happened => happened is TicketEvent.Replied);
    }

    [Fact]
    public async Task Sent_before_its_time_by_hand_it_is_not_sent_again()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var number = (await desk.FileAsync()).Number;
        await MustPlanAsync(desk, number, new CaseAct.AnswerAndClose(new("Se devolvió.", [await desk.StoreAsync()]), null), ana);

        Assert.True((await desk.Get<SendPlanned>().NowAsync(number, null, Actor.Staff(lead), CancellationToken.None)).Succeeded);
        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(0, await SweepAsync(desk));

        var ticket = await desk.TicketAsync(number);
        Assert.Equal(TicketStatus.Closed, ticket.Status);
        Assert.Equal("Lía Vega", Assert.Single(ticket.Events, line => line.Event is TicketEvent.Answered).ByName);
    }

    [Fact]
    public async Task Looking_for_them_reads_an_index_that_has_nothing_else()
    {
        await using var desk = await TestDesk.StartAsync();
        var overheard = new Overheard(Engine.Sqlite, desk.Connection);

        await new SweepPlans(overheard, desk.Get<SendPlanned>(), NullLogger<SweepPlans>.Instance).RunAsync(desk.Clock.Now, CancellationToken.None);

        Assert.StartsWith("SEARCH t USING INDEX IX_Tickets_SendAt", Assert.Single(Assert.Single(await overheard.PlansAsync()).Plan), StringComparison.Ordinal);
    }

    private static async Task MustPlanAsync(TestDesk desk, string number, CaseAct message, StaffMember by)
    {
        var decision = await desk.Get<WorkTicket>().RunAsync(number, null, new CaseAct.Plan(message, desk.Clock.Now.AddHours(1), true), Actor.Staff(by), CancellationToken.None);
        Assert.True(decision.Succeeded, decision.ToString());
    }

    private static Task<int> SweepAsync(TestDesk desk) => desk.Get<SweepPlans>().RunAsync(desk.Clock.Now, CancellationToken.None);
}
