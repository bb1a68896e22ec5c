using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
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

    [SkippableTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Two_nodes_that_sweep_at_once_record_each_threshold_and_breach_once_and_in_order(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var numbers = new List<string>();
        for (var filed = 0; filed < 6; filed++) numbers.Add((await desk.FileAsync()).Number);
        desk.Clock.Now = desk.Clock.Now.AddDays(90);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(each => Task.Run(() =>
            (each % 2 == 0 ? desk : other).Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None))));

        foreach (var number in numbers)
        {
            var lines = (await desk.TicketAsync(number)).Events.Where(line => line.Event.HappensByItself).ToList();
            var marks = lines.Where(line => line.Event is not TicketEvent.Escalated).Select(line => line.Event).ToList();
            Assert.Equal(15, marks.Count);
            Assert.Equal(marks.Count, marks.Distinct().Count());
            Assert.Equal(lines.Select(line => line.At).Order(), lines.Select(line => line.At));
        }
    }

    [Fact]
    public async Task At_the_due_instant_itself_it_is_still_in_time()
    {
        await using var desk = await TestDesk.StartAsync();
        var receipt = await desk.FileAsync();
        desk.Clock.Now = receipt.NextDueAt!.Value;

        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.DoesNotContain(await desk.LogAsync(receipt.Number), happened => happened is TicketEvent.DeadlineBreached);
    }

    [Fact]
    public async Task Who_is_to_be_told_of_an_escalation_is_written_down_with_it()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, lead) = (await desk.HireAsync("Ana Restrepo"), await desk.HireAsync("Lía Vega", Role.Lead));
        var elsewhere = await desk.AddAsync(new StaffMember { Name = "Otra Líder", Email = "otra@example.org", Role = Role.Lead, AreaId = (await desk.OpenAreaAsync()).Id });
        var receipt = await desk.FileAsync();
        await desk.TakeAsync(receipt.Number, ana);
        await desk.ReplyAsync(receipt.Number);
        desk.Clock.Now = desk.Clock.Now.AddDays(90);
        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);

        var events = (await desk.TicketAsync(receipt.Number)).Events.ToDictionary(line => line.Sequence);
        var notices = await desk.ReadAsync(db => db.Notices.OrderBy(notice => notice.Id).ToListAsync());
        var told = notices.ToLookup(notice => notice.StaffId, notice => ((TicketEvent.Escalated)events[notice.Sequence].Event).Percent);
        Assert.Equal([75, 90, 75, 90], told[ana.Id]);
        Assert.Equal([90, 100, 90, 100], told[lead.Id]);
        Assert.Empty(told[elsewhere.Id]);
        Assert.NotNull((await desk.TicketAsync(receipt.Number)).FlaggedAt);
    }

    [Fact]
    public async Task An_area_without_a_lead_of_its_own_is_every_leads()
    {
        await using var desk = await TestDesk.StartAsync();
        var elsewhere = await desk.AddAsync(new StaffMember { Name = "Otra Líder", Email = "otra@example.org", Role = Role.Lead, AreaId = (await desk.OpenAreaAsync()).Id });
        await desk.FileAsync();
        desk.Clock.Now = desk.Clock.Now.AddDays(90);
        await desk.Get<SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.NotEmpty(await desk.ReadAsync(db => db.Notices.Where(notice => notice.StaffId == elsewhere.Id).ToListAsync()));
    }
}
