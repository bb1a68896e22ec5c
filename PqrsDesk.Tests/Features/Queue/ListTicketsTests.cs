using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Queue;

public sealed class ListTicketsTests
{
    public static TheoryData<string, TicketFilter> Filters { get; } = new()
    {
        { "open", new() },
        { "any", new() { Scope = TicketScope.Any } },
        { "done", new() { Scope = TicketScope.Done } },
        { "newest", new() { Scope = TicketScope.Any, Order = TicketOrder.Newest } },
        { "owner", new() { OwnerId = 2 } },
        { "owner of done", new() { OwnerId = 2, Scope = TicketScope.Done } },
        { "unassigned", new() { Unassigned = true } },
        { "area", new() { AreaId = 2 } },
        { "kind", new() { Kind = TicketKind.Claim } },
        { "channel", new() { Channel = Channel.Telephone, Scope = TicketScope.Any } },
        { "priority", new() { Priority = Priority.High } },
        { "status", new() { Status = TicketStatus.AwaitingPetitioner } },
        { "topic", new() { Topic = "Facturación › Cobro no reconocido", Scope = TicketScope.Any } },
        { "product", new() { Product = "Portal ciudadano", Scope = TicketScope.Any } },
        { "no topic", new() { NoTopic = true, Scope = TicketScope.Any } },
        { "overdue", new() { Due = DueFilter.Overdue } },
        { "within the hour", new() { Due = DueFilter.WithinTheHour } },
        { "today", new() { Due = DueFilter.Today } },
        { "text, folded", new() { Text = "GÓMEZ", Scope = TicketScope.Any } },
        { "two words", new() { Text = "cobro gomez", Scope = TicketScope.Any } },
        { "a begun word", new() { Text = "cobr", Scope = TicketScope.Any } },
        { "words of a message", new() { Text = "recibimos revisando" } },
        { "no word at all", new() { Text = "%_", Scope = TicketScope.Any } },
        { "filed", new() { FiledFrom = new(2025, 11, 1), FiledTo = new(2025, 12, 15), Scope = TicketScope.Any } },
        { "answered", new() { AnsweredFrom = new(2026, 1, 10), AnsweredTo = new(2026, 2, 10), Scope = TicketScope.Any } },
        { "closed", new() { ClosedFrom = new(2026, 1, 10), Scope = TicketScope.Done } },
        { "late", new() { Late = true, Scope = TicketScope.Any } },
        { "in time", new() { Late = false, Scope = TicketScope.Any } },
        { "first reply late", new() { ReplyLate = true, Scope = TicketScope.Any } },
        { "unreplied", new() { Unreplied = true } },
        { "reopened", new() { Reopened = true, Scope = TicketScope.Any } },
        { "as of", new() { AsOf = new(2026, 1, 1, 5, 0, 0, TimeSpan.Zero) } },
        { "several", new() { AreaId = 1, Kind = TicketKind.Petition, Priority = Priority.Medium, Scope = TicketScope.Any } },
    };

    [SkippableTheory, Engines]
    public async Task The_query_and_the_predicate_mean_the_same(Engine engine)
    {
        await using var desk = await DemoAsync(engine);
        var all = await desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(ticket => ticket.Deadlines).Include(ticket => ticket.Events).AsSplitQuery().ToListAsync());
        var book = await desk.BookAsync();
        var midnight = book.Calendar(book.LegalCalendarVersionId).EndOf(book.DateOf(desk.Clock.Now)).AddSeconds(1);

        foreach (var data in Filters)
        {
            var (name, filter) = ((string)data[0], (TicketFilter)data[1]);
            var expected = all.Where(ticket => filter.Matches(ticket, desk.Clock.Now, midnight)).ToList();

            var page = await ListAsync(desk, new QueueView(filter, Limit: all.Count, Counted: true));

            Assert.True(
                InOrder(expected, filter.Sorted).SequenceEqual(page.Rows.Select(row => row.Number)),
                $"{name}: {page.Rows.Count} rows, and {expected.Count} that match.");
            Assert.Equal(expected.Count, page.Total);
        }
    }

    [Fact]
    public async Task The_filters_of_the_test_find_something_and_not_everything()
    {
        await using var desk = await DemoAsync(Engine.Sqlite);
        var all = (await ListAsync(desk, new QueueView(new() { Scope = TicketScope.Any }, Limit: 5_000))).Rows.Count;
        var whole = new[] { "any", "newest", "no word at all" };

        foreach (var data in Filters.Where(data => !whole.Contains((string)data[0])))
        {
            var found = (await ListAsync(desk, new QueueView((TicketFilter)data[1], Limit: 5_000))).Rows.Count;
            Assert.True(found > 0 && found < all, $"{data[0]}: {found} of {all}.");
        }
    }

    [SkippableTheory]
    [Engines(TicketOrder.Due)]
    [Engines(TicketOrder.Newest)]
    public async Task Pages_join_without_gap_or_double_in_both_directions_also_at_equal_instants(Engine engine, TicketOrder order)
    {
        await using var desk = await TestDesk.StartAsync(engine);

        // The clock stands still: all are filed at one instant, and due at three.
        for (var i = 0; i < 23; i++) await desk.FileAsync(Samples.Filing with { PriorityOverride = (Priority)(1 + i % 3), PriorityReason = "Prueba" });
        var view = new QueueView(new() { Order = order }, Limit: 5);
        var whole = (await ListAsync(desk, view with { Limit = 100 })).Rows.Select(row => row.Number).ToList();

        var (down, last) = await WalkAsync(desk, view, page => page.Next);
        var (up, first) = await WalkAsync(desk, view with { Cursor = last.Previous }, page => page.Previous);

        Assert.Equal(whole, down.SelectMany(page => page));
        Assert.Equal(whole, Enumerable.Reverse(up).SelectMany(page => page).Concat(last.Rows.Select(row => row.Number)));
        Assert.Null(first.Previous);
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task A_step_back_to_the_start_shows_a_whole_first_page()
    {
        await using var desk = await TestDesk.StartAsync();
        for (var i = 0; i < 6; i++) await desk.FileAsync();
        var first = await ListAsync(desk, new QueueView(new(), Limit: 4));
        var second = await ListAsync(desk, new QueueView(new(), first.Next, Limit: 4));
        await desk.AnswerAsync(first.Rows[0].Number, by: Samples.Someone(Domain.People.Role.Lead));

        var back = await ListAsync(desk, new QueueView(new(), second.Previous, Limit: 4));

        Assert.Equal(4, back.Rows.Count);
        Assert.Equal(first.Rows[1].Number, back.Rows[0].Number);
        Assert.Null(back.Previous);
    }

    [Fact]
    public async Task A_row_says_what_the_ticket_says()
    {
        await using var desk = await TestDesk.StartAsync();
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, ana);
        var ticket = await desk.TicketAsync(number);

        var row = Assert.Single((await ListAsync(desk, new QueueView(new()))).Rows);

        Assert.Equal(
            (ticket.Number, ticket.Subject, ticket.PetitionerName, ana.Name, ticket.Priority, TicketStatus.InProgress, ticket.FiledAt, ticket.NextDueAt, ticket.Version),
            (row.Number, row.Subject, row.PetitionerName, row.Owner, row.Priority, row.Status, row.FiledAt, row.NextDueAt, row.Version));
        Assert.True(row is { Promised: true, Breached: false });
    }

    [Fact]
    public async Task Nothing_is_counted_unless_it_is_asked_for()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.FileAsync();

        Assert.Null((await ListAsync(desk, new QueueView(new()))).Total);
    }

    private static async Task<TestDesk> DemoAsync(Engine engine)
    {
        var desk = await TestDesk.StartAsync(engine, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);

        // All of the demo's have a topic.
        await desk.FileAsync();
        return desk;
    }

    private static Task<QueuePageful> ListAsync(TestDesk desk, QueueView view) => desk.Get<ListTickets>().RunAsync(view, CancellationToken.None);

    private static IEnumerable<string> InOrder(IEnumerable<Ticket> tickets, TicketOrder order) => (order == TicketOrder.Newest
        ? tickets.OrderByDescending(ticket => ticket.FiledAt).ThenByDescending(ticket => ticket.Id)
        : tickets.OrderBy(ticket => ticket.QueueAt).ThenBy(ticket => ticket.Id)).Select(ticket => ticket.Number);

    /// <summary>The numbers of each page in the order of walking, and the page where it ended.</summary>
    private static async Task<(List<List<string>> Pages, QueuePageful End)> WalkAsync(TestDesk desk, QueueView view, Func<QueuePageful, QueueCursor?> step)
    {
        var pages = new List<List<string>>();
        while (true)
        {
            var page = await ListAsync(desk, view);
            pages.Add([.. page.Rows.Select(row => row.Number)]);
            if (step(page) is not { } next || pages.Count > 100) return (pages, page);
            view = view with { Cursor = next };
        }
    }
}
