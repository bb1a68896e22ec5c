using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

public sealed class SweepDeadlinesTests
{
    [SkippableTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_breach_is_recorded_at_its_own_instant_however_late_the_sweep_comes(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipt = await desk.FileAsync();
        var promised = (await desk.TicketAsync(receipt.Number)).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.FirstResponse).DueAt!.Value;

        desk.Clock.Now = promised.AddDays(2);
        Assert.Equal(1, await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None));

        var line = Assert.Single((await desk.TicketAsync(receipt.Number)).Events, line => line.Event is TicketEvent.DeadlineBreached { Deadline: DeadlineKind.FirstResponse });
        Assert.Equal(promised, line.At);
    }

    [Fact]
    public async Task Each_is_recorded_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var receipt = await desk.FileAsync();
        desk.Clock.Now = desk.Clock.Now.AddDays(90);

        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.Equal(0, await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None));

        var breached = (await desk.LogAsync(receipt.Number)).OfType<TicketEvent.DeadlineBreached>().Select(breach => breach.Deadline);
        Assert.Equal([DeadlineKind.FirstResponse, DeadlineKind.Resolution, DeadlineKind.LegalAnswer], breached);
    }

    [Fact]
    public async Task At_the_due_instant_itself_it_is_still_in_time()
    {
        await using var desk = await TestDesk.StartAsync();
        var receipt = await desk.FileAsync();
        desk.Clock.Now = receipt.NextDueAt!.Value;

        Assert.Equal(0, await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None));
    }
}
