using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>What SQLite's planner makes of every statement that a search and a filtered queue really send.</summary>
public sealed class SearchPlanTests
{
    [Theory]
    [InlineData("factura")]
    [InlineData("cobr")]
    [InlineData("PQRS-2026-000001")]
    [InlineData("febrero cobr")]
    public async Task Neither_a_search_nor_a_filtered_queue_walks_over_all_tickets(string typed)
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();
        await desk.BookAsync();
        var overheard = new Overheard(Engine.Sqlite, desk.Connection);

        await new TicketSearch(overheard).FindAsync(WordQuery.Read(typed), new(AllTickets: true), all => all, null, 20, CancellationToken.None);
        await new TicketSearch(overheard).CountAsync(WordQuery.Read(typed), new(AllTickets: true), CancellationToken.None);
        await new ListTickets(overheard, desk.Get<SlaShelf>(), desk.Clock).RunAsync(new(new TicketFilter { Text = typed }, Counted: true), CancellationToken.None);

        var plans = await overheard.PlansAsync();
        Assert.NotEmpty(plans);
        foreach (var (sql, plan) in plans)
            foreach (var line in plan)
                // Under its own name the table itself is meant; numbered names are the few rows that a page has left of it.
                Assert.False($"{line} ".StartsWith("SCAN t ", StringComparison.Ordinal) && !line.Contains("INDEX IX_Tickets_Queue", StringComparison.Ordinal), $"{line}\n{sql}");
    }
}
