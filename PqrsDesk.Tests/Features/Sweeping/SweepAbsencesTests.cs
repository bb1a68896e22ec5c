using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Routing;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Routing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Sweeping;

/// <summary>Ana is away from Thursday to Monday, and Beto stands in.</summary>
public sealed class SweepAbsencesTests
{
    [SkippableTheory, Engines]
    public async Task Her_cases_go_to_whoever_stands_in_and_come_back_untouched(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto, numbers) = await BeginAsync(desk);
        await AwayAsync(desk, ana, beto.Id, HandOver.All);
        Assert.Equal(0, await SweepAsync(desk));

        desk.Clock.Now = TestClock.Tuesday.AddDays(2);
        Assert.Equal(3, await SweepAsync(desk));
        Assert.Equal(0, await SweepAsync(desk));
        Assert.All(await OwnersAsync(desk, numbers), owner => Assert.Equal(beto.Id, owner));

        // One notice with their number, and not one for each.
        var told = await desk.ReadAsync(db => db.Notices.Where(notice => notice.StaffId == beto.Id && notice.Kind == NoticeKind.HandOver).ToListAsync());
        Assert.Equal(3, Assert.Single(told).Count);

        await desk.NoteAsync(numbers[1], by: Actor.Staff(beto));
        await desk.HearAsync(numbers[2]);
        desk.Clock.Now = TestClock.Tuesday.AddDays(7);
        Assert.Equal(2, await SweepAsync(desk));
        Assert.Equal(0, await SweepAsync(desk));
        Assert.Equal([ana.Id, beto.Id, ana.Id], await OwnersAsync(desk, numbers));
    }

    [Fact]
    public async Task Only_what_is_due_meanwhile_goes_where_that_is_asked()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, beto, numbers) = await BeginAsync(desk);

        // Answered to, so that nothing is due before the resolution on Tuesday.
        await desk.ReplyAsync(numbers[0], by: Actor.Staff(ana));
        await AwayAsync(desk, ana, beto.Id, HandOver.DueMeanwhile);
        desk.Clock.Now = TestClock.Tuesday.AddDays(2);

        await SweepAsync(desk);

        Assert.Equal([ana.Id, beto.Id, beto.Id], await OwnersAsync(desk, numbers));
    }

    [Fact]
    public async Task An_absence_that_hands_nothing_over_leaves_the_cases_and_one_that_is_written_down_late_hands_them_over()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, beto, numbers) = await BeginAsync(desk);
        await AwayAsync(desk, ana, beto.Id, HandOver.None);
        desk.Clock.Now = TestClock.Tuesday.AddDays(2);
        Assert.Equal(0, await SweepAsync(desk));

        await AwayAsync(desk, ana, 0, HandOver.All);
        Assert.Equal(3, await SweepAsync(desk));
        Assert.All(await OwnersAsync(desk, numbers), owner => Assert.Equal(beto.Id, owner));
    }

    [Fact]
    public async Task Who_comes_back_early_has_them_again_at_once()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, beto, numbers) = await BeginAsync(desk);
        var id = await AwayAsync(desk, ana, beto.Id, HandOver.All);
        desk.Clock.Now = TestClock.Tuesday.AddDays(2);
        await SweepAsync(desk);

        desk.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Null((await desk.Get<KeepAbsences>().EndAsync(id, Actor.Staff(ana), CancellationToken.None)).Problem);
        Assert.Equal(3, await SweepAsync(desk));
        Assert.All(await OwnersAsync(desk, numbers), owner => Assert.Equal(ana.Id, owner));
    }

    [Fact]
    public async Task The_preview_says_how_many_which_and_to_whom()
    {
        await using var desk = await TestDesk.StartAsync();
        var (ana, beto, numbers) = await BeginAsync(desk);
        var preview = desk.Get<PreviewHandOver>();

        Assert.Null(await preview.RunAsync(ana.Id, new AbsenceForm(), CancellationToken.None));
        var all = (await preview.RunAsync(ana.Id, Form(beto.Id, HandOver.All), CancellationToken.None))!;
        Assert.Equal((beto.Name, 3, 3), (all.StandIn, all.Handed, all.Open));
        Assert.Equal(numbers.Order(), all.First.Select(each => each.Number).Order());
        Assert.Equal(0, (await preview.RunAsync(ana.Id, Form(beto.Id, HandOver.None), CancellationToken.None))!.Handed);
        Assert.Null((await preview.RunAsync(ana.Id, Form(0, HandOver.All), CancellationToken.None))!.StandIn);
    }

    private static async Task<(StaffMember Ana, StaffMember Beto, IReadOnlyList<string> Numbers)> BeginAsync(TestDesk desk)
    {
        desk.Clock.Now = TestClock.Tuesday;
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Cruz"));
        var numbers = new List<string>();
        for (var filed = 0; filed < 3; filed++) numbers.Add((await desk.FileAsync()).Number);
        foreach (var number in numbers) await desk.TakeAsync(number, ana);
        return (ana, beto, numbers);
    }

    private static AbsenceForm Form(int substitute, HandOver handOver)
    {
        var thursday = DateOnly.FromDateTime(TestClock.Tuesday.UtcDateTime).AddDays(2);
        return new() { From = thursday, To = thursday.AddDays(4), SubstituteId = substitute, HandOver = handOver };
    }

    private static async Task<int> AwayAsync(TestDesk desk, StaffMember who, int substitute, HandOver handOver)
    {
        var saved = await desk.Get<KeepAbsences>().AddAsync(who.Id, Form(substitute, handOver), Samples.Someone(Role.Admin), CancellationToken.None);
        Assert.Null(saved.Problem);
        return saved.Id!.Value;
    }

    private static Task<int> SweepAsync(TestDesk desk) => desk.Get<SweepAbsences>().RunAsync(desk.Clock.Now, CancellationToken.None);

    private static async Task<IReadOnlyList<int?>> OwnersAsync(TestDesk desk, IEnumerable<string> numbers)
    {
        var owners = new List<int?>();
        foreach (var number in numbers) owners.Add((await desk.TicketAsync(number)).OwnerId);
        return owners;
    }
}
