using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Routing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

public sealed class SweepIdleTests
{
    [SkippableTheory, Engines]
    public async Task What_lies_too_long_goes_back_once_and_its_owner_and_the_leads_are_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        desk.Clock.Now = TestClock.Tuesday;
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var numbers = new List<string>();
        for (var filed = 0; filed < 4; filed++) numbers.Add((await desk.FileAsync()).Number);
        foreach (var number in numbers) await desk.TakeAsync(number, ana);
        await AllowAsync(desk, 4);
        await desk.WaitAsync(numbers[1], by: Actor.Staff(ana));
        await desk.ChangeAsync(numbers[2], (ticket, book, now) => ticket.Snooze(now.At.AddHours(1), null, book, now), Actor.Staff(ana));
        desk.Clock.Advance(TimeSpan.FromHours(3));
        await desk.NoteAsync(numbers[3], by: Actor.Staff(ana));
        desk.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(1, await SweepAsync(desk));
        Assert.Equal(0, await SweepAsync(desk));

        Assert.Null((await desk.TicketAsync(numbers[0])).OwnerId);
        foreach (var kept in numbers[1..]) Assert.Equal(ana.Id, (await desk.TicketAsync(kept)).OwnerId);
        var line = (await desk.TicketAsync(numbers[0])).Events.Single(each => each.Event is TicketEvent.ReturnedToQueue);
        Assert.Equal((ActorKind.Desk, 240), (line.ByKind, ((TicketEvent.ReturnedToQueue)line.Event).AfterMinutes));
        Assert.Equal([ana.Id, lead.Id], await desk.ReadAsync(db => Task.FromResult(db.Notices.Where(notice => notice.Sequence == line.Sequence && notice.TicketId == line.TicketId).Select(notice => notice.StaffId).OrderBy(id => id).ToList())));
    }

    [Fact]
    public async Task It_is_off_until_somebody_sets_it_and_nights_do_not_count()
    {
        await using var desk = await TestDesk.StartAsync();
        desk.Clock.Now = TestClock.Tuesday;
        var ana = await desk.HireAsync();
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, ana);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await SweepAsync(desk));

        // Of a day and a night eight hours are the desk's.
        await AllowAsync(desk, 9);
        Assert.Equal(0, await SweepAsync(desk));
        await AllowAsync(desk, 8);
        Assert.Equal(1, await SweepAsync(desk));
    }

    [Fact]
    public async Task Only_who_keeps_the_area_sets_it_and_only_to_what_makes_sense()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, lead) = (await desk.HireAsync(), await desk.HireAsync("Lía Vega", Role.Lead));
        var keep = desk.Get<KeepAreas>();
        Assert.NotNull((await keep.SetHandlingAsync(Samples.FirstArea, 4, null, Actor.Staff(ana), CancellationToken.None)).Problem);
        foreach (var (hours, limit) in ((int?, int?)[])[(0, null), (401, null), (null, -1), (null, 1_000)])
            Assert.Equal(Domain.Routing.RoutingProblem.LimitWrong, (await keep.SetHandlingAsync(Samples.FirstArea, hours, limit, Actor.Staff(lead), CancellationToken.None)).Problem);
        Assert.Null((await keep.SetHandlingAsync(Samples.FirstArea, 4, 10, Actor.Staff(lead), CancellationToken.None)).Problem);
    }

    private static async Task AllowAsync(TestDesk desk, int hours) =>
        Assert.Null((await desk.Get<KeepAreas>().SetHandlingAsync(Samples.FirstArea, hours, null, Samples.Someone(Role.Admin), CancellationToken.None)).Problem);

    private static Task<int> SweepAsync(TestDesk desk) => desk.Get<SweepIdle>().RunAsync(desk.Clock.Now, CancellationToken.None);
}
