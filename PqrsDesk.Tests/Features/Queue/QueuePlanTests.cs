using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Queue;

/// <summary>What SQLite's planner makes of the statements that the queue really sends.</summary>
public sealed class QueuePlanTests
{
    [Fact]
    public async Task The_queue_is_read_from_its_partial_index() =>
        await ReadsAsync("SCAN t USING INDEX IX_Tickets_Queue", new QueueView(new()));

    [Fact]
    public async Task A_later_page_is_entered_at_its_key() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue (QueueAt>?)", new QueueView(new(), new QueueCursor(TicketOrder.Due, false, TestClock.Tuesday, 7)));

    [Fact]
    public async Task An_earlier_page_is_entered_at_its_key() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue (QueueAt<?)", new QueueView(new(), new QueueCursor(TicketOrder.Due, true, TestClock.Tuesday, 7)));

    [Fact]
    public async Task An_area_has_its_index() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue_Area (AreaId=?)", new QueueView(new() { AreaId = 1 }));

    [Fact]
    public async Task A_queue_of_an_area_has_its_index() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue_WorkQueue (WorkQueueId=?)", new QueueView(new() { WorkQueueId = 1 }));

    [Fact]
    public async Task An_owner_has_an_index() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue_Owner (OwnerId=?)", new QueueView(new() { OwnerId = 1 }));

    [Fact]
    public async Task Those_without_an_owner_are_found_by_it_too() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue_Owner (OwnerId=?)", new QueueView(new() { Unassigned = true }));

    [Fact]
    public async Task What_is_put_aside_is_rare_and_has_an_index() =>
        await ReadsAsync("SCAN t USING INDEX IX_Tickets_Queue_Snoozed", new QueueView(new() { Snoozed = true }));

    [Fact]
    public async Task The_overdue_are_the_beginning_of_the_queue() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue (QueueAt<?)", new QueueView(new() { Due = DueFilter.Overdue }));

    [Fact]
    public async Task Several_kinds_that_are_not_and_priorities_are_told_by_the_queues_own_index() =>
        await ReadsAsync("SCAN t USING INDEX IX_Tickets_Queue", new QueueView(new()
        {
            Kind = Choices.Of<TicketKind>([TicketKind.Claim, TicketKind.Report], not: true),
            Priority = Choices.Of<Priority>([Priority.High, Priority.Medium]),
        }));

    [Fact]
    public async Task Any_of_several_attributes_is_read_down_the_queue() =>
        await ReadsAsync("SCAN t USING INDEX IX_Tickets_Queue", new QueueView(new() { Match = FilterMatch.Any, Kind = TicketKind.Claim, AreaId = 2, Topic = "Facturación" }));

    [Fact]
    public async Task An_open_topic_has_its_index() =>
        await ReadsAsync("SEARCH t USING INDEX IX_Tickets_Queue_Topic (Topic=?)", new QueueView(new() { Topic = "Facturación" }));

    [Fact]
    public async Task A_view_is_counted_without_looking_at_the_tickets()
    {
        await using var desk = await TestDesk.StartAsync();
        foreach (var filter in (TicketFilter[])[new() { Kind = TicketKind.Claim }, new() { AreaId = 2 }, new() { Status = TicketStatus.AwaitingPetitioner, Priority = Priority.High }, new() { Topic = "Facturación" }])
        {
            var plan = await PlanAsync(desk, async heard =>
            {
                await using var db = heard.CreateDbContext();
                await new CountTickets(desk.Get<SlaShelf>(), desk.Clock).RunAsync(db, filter, CancellationToken.None);
            });

            Assert.Contains(plan, line => line.Contains("COVERING INDEX IX_Tickets_Queue", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_newest_come_from_the_index_of_filing() =>
        await ReadsAsync("SCAN t USING INDEX IX_Tickets_FiledAt_Id", new QueueView(new() { Scope = TicketScope.Any, Order = TicketOrder.Newest }));

    [Fact]
    public async Task Counters_look_at_no_ticket_but_those_due_this_hour_and_the_next()
    {
        await using var desk = await TestDesk.StartAsync();

        var plan = await PlanAsync(desk, async heard =>
        {
            await using var db = heard.CreateDbContext();
            await new CountQueue(desk.Clock).RunAsync(db, CancellationToken.None);
        });

        string[] tickets = [.. plan.Where(line => line.Split(' ') is [_, ['t', ..], ..])];
        Assert.Equal(2, tickets.Length);
        Assert.All(tickets, line => Assert.Matches(@"^SEARCH t\d* USING (COVERING )?INDEX IX_Tickets_Queue \(QueueAt>\? AND QueueAt<\?\)", line));
    }

    private static async Task ReadsAsync(string way, QueueView view)
    {
        await using var desk = await TestDesk.StartAsync();

        var plan = await PlanAsync(desk, db => new ListTickets(db, desk.Get<SlaShelf>(), desk.Clock).RunAsync(view, CancellationToken.None));

        Assert.Contains(plan, line => line.StartsWith(way, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    /// <summary>The plan of the first statement that is sent.</summary>
    private static async Task<List<string>> PlanAsync(TestDesk desk, Func<IDbContextFactory<DeskDb>, Task> ask)
    {
        await desk.BookAsync();
        var overheard = new Overheard(Engine.Sqlite, desk.Connection);
        await ask(overheard);
        return (await overheard.PlansAsync())[0].Plan;
    }
}
