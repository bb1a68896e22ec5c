using PqrsDesk.Domain.Tickets;
using PqrsDesk.Domain.Views;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Queue.Grouping;

public sealed class ListGroupsTests
{
    [SkippableTheory, Engines]
    public async Task Each_group_is_the_beginning_of_its_own_list_and_together_they_are_the_whole(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);
        await desk.FileAsync();

        foreach (var filter in (TicketFilter[])[new(), new() { Priority = Priority.High }, new() { Text = "cobro" }, new() { Kind = TicketKind.Claim, OwnerId = 3, Match = FilterMatch.Any }])
        {
            var whole = await ListAsync(desk, filter);
            foreach (var by in Enum.GetValues<QueueGrouping>())
            {
                var groups = await desk.Get<ListGroups>().RunAsync(new(filter, by), CancellationToken.None);

                Assert.Equal(whole.Total, groups.Groups.Sum(group => group.Count.Number));
                Assert.Equal(whole.Total, groups.Count.Number);
                Assert.Equal(groups.Groups.Count, groups.Groups.Select(group => group.Key).Distinct().Count());
                Assert.True(groups.Groups.Count > 1 || filter != new TicketFilter(), $"{by} has {groups.Groups.Count} groups.");
                foreach (var group in groups.Groups)
                {
                    Assert.Equal(Math.Min(group.Count.Number, ListGroups.RowsOfOne), group.Rows.Count);
                    if (group.Only is not { } only) continue;
                    var own = await ListAsync(desk, only);
                    Assert.Equal(group.Count.Number, own.Total);
                    Assert.Equal(own.Rows.Take(ListGroups.RowsOfOne).Select(row => row.Number), group.Rows.Select(row => row.Number));
                }
            }
        }
    }

    [Fact]
    public async Task What_no_page_has_room_for_is_counted_and_not_shown()
    {
        await using var desk = await TestDesk.StartAsync();
        for (var i = 0; i < ListGroups.RowsOfOne + 3; i++) await desk.FileAsync();

        var group = Assert.Single((await desk.Get<ListGroups>().RunAsync(new(new(), QueueGrouping.Kind), CancellationToken.None)).Groups);

        Assert.Equal((ListGroups.RowsOfOne, new TicketCount(ListGroups.RowsOfOne + 3, false)), (group.Rows.Count, group.Count));
    }

    private static Task<QueuePageful> ListAsync(TestDesk desk, TicketFilter filter) =>
        desk.Get<ListTickets>().RunAsync(new QueueView(filter, Limit: 2_000, Counted: true), CancellationToken.None);
}
