using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Features.Queue;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class CountQueueTests
{
    [SkippableTheory, Engines]
    public async Task Each_count_is_as_many_as_its_list(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);

        var counts = await desk.ReadAsync(db => desk.Get<CountQueue>().RunAsync(db, CancellationToken.None));

        Assert.Equal(await TotalAsync(desk, new()), counts.Open);
        Assert.Equal(await TotalAsync(desk, new() { Unassigned = true }), counts.Unassigned);
        Assert.Equal(await TotalAsync(desk, new() { Due = DueFilter.Overdue }), counts.Overdue);
        Assert.Equal(await TotalAsync(desk, new() { Due = DueFilter.WithinTheHour }), counts.WithinTheHour);
        Assert.All(counts.ByOwner, owner => Assert.NotEqual(0, owner.Value));
        foreach (var owner in counts.ByOwner.Keys)
            Assert.Equal(await TotalAsync(desk, new TicketFilter { Mine = true }.For(owner)), counts.Of(owner));
        Assert.Equal(counts.Open, counts.Unassigned + counts.ByOwner.Values.Sum());
    }

    [Fact]
    public async Task An_empty_desk_has_nothing_to_count()
    {
        await using var desk = await TestDesk.StartAsync();

        var counts = await desk.ReadAsync(db => desk.Get<CountQueue>().RunAsync(db, CancellationToken.None));

        Assert.Equal((0, 0, 0, 0), (counts.Open, counts.Unassigned, counts.Overdue, counts.WithinTheHour));
        Assert.Equal(0, counts.Of(7));
        Assert.Equal(0, counts.Of(null));
    }

    private static async Task<int?> TotalAsync(TestDesk desk, TicketFilter filter) =>
        (await desk.Get<ListTickets>().RunAsync(new QueueView(filter, Limit: 1, Counted: true), CancellationToken.None)).Total;
}
