using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Promises beyond the first reply and the answer: each later message, and each area's stage.</summary>
public sealed class NextResponseTests
{
    private static readonly SlaBook Book = new(
        [new CalendarVersion
        {
            Key = CalendarVersion.LegalKey, Version = 1, IsCurrent = true,
            Definition = new CalendarDefinition { Name = "Oficina", TimeZone = "America/Bogota", Weekly = HoursBlock.Weekdays(Hours(8, 12), Hours(13, 17)), HolidayCountry = "CO" },
        }],
        [new SlaPolicy
        {
            Key = "all", Version = 1, Order = 1, CalendarVersionId = 0, IsCurrent = true,
            Definition = new PolicyDefinition("Todos", [], [], Enum.GetValues<Priority>().ToDictionary(priority => priority, priority => new Target(240, 2400, 60 * (4 - (int)priority), 480))),
        }]);

    [Fact]
    public async Task The_clock_runs_from_the_oldest_message_that_waits_to_the_reply()
    {
        var it = (await ItAsync()).At("03-03 11:00").Reply().At("03-03 14:00").Hear();
        Assert.Equal(Local("03-03 16:00"), Next(it).DueAt);
        it.At("03-03 15:00").Hear();
        Assert.Equal(Local("03-03 16:00"), Next(it).DueAt);
        it.At("03-03 15:30").Reply();
        Assert.Equal((DeadlineState.Met, 90), (Next(it).State, Next(it).UsedMinutes));
    }

    [Fact]
    public async Task Each_wait_is_a_promise_of_its_own_and_what_was_missed_stays_so()
    {
        var it = (await ItAsync()).At("03-03 11:00").Reply().At("03-03 14:00").Hear().Swept("03-03 17:00").Reply().At("03-04 08:00").Hear();
        Assert.Equal([DeadlineKind.NextResponse], it.Breaches);
        Assert.Equal([DeadlineState.Breached, DeadlineState.Running], All(it).Select(next => next.State));
        Assert.Equal(Local("03-03 16:00"), All(it)[0].BreachedAt);
        Assert.Equal(Local("03-04 10:00"), All(it)[1].DueAt);
        Assert.Null(it.Ticket.BreachedAt);
    }

    [Fact]
    public async Task A_thank_you_starts_nothing_and_before_the_first_reply_its_own_clock_is_enough()
    {
        Assert.Empty(All((await ItAsync()).At("03-03 10:30").Hear()));
        Assert.Empty(All((await ItAsync()).At("03-03 11:00").Reply().At("03-03 14:00").Thank()));
    }

    [Fact]
    public async Task It_does_not_pause_and_takes_the_priority_it_has()
    {
        var it = (await ItAsync()).At("03-03 11:00").Reply().At("03-03 14:00").Hear().At("03-03 14:10").Wait();
        Assert.Equal((DeadlineState.Running, Local("03-03 16:00")), (Next(it).State, Next(it).DueAt));
        it.At("03-03 14:20").Become(Priority.High);
        Assert.Equal(Local("03-03 15:00"), Next(it).DueAt);
    }

    [Fact]
    public async Task An_area_has_its_stage_from_assignment_to_the_next_area_or_the_answer()
    {
        var it = await ItAsync();
        Assert.Equal(Local("03-04 10:00"), Assert.Single(Stages(it)).DueAt);
        it.At("03-04 09:00").Move();
        Assert.Equal([(DeadlineState.Met, 420), (DeadlineState.Running, null)], Stages(it).Select(stage => (stage.State, stage.UsedMinutes)));
        Assert.Equal(Local("03-05 09:00"), Stages(it)[1].DueAt);
        it.At("03-04 10:00").Wait().At("03-04 11:00").Resume().At("03-04 12:00").Answer();
        Assert.Equal((DeadlineState.Met, 120), (Stages(it)[1].State, Stages(it)[1].UsedMinutes));
        it.At("03-05 08:00").Reopen();
        Assert.Equal(Local("03-05 17:00"), Stages(it)[2].DueAt);
    }

    [Fact]
    public async Task A_stage_that_begins_while_the_desk_waits_stands_still_too()
    {
        var it = (await ItAsync()).At("03-03 11:00").Wait().At("03-03 14:00").Move();
        Assert.Equal((DeadlineState.Paused, null), (Stages(it)[1].State, Stages(it)[1].DueAt));
        it.At("03-04 08:00").Hear();
        Assert.Equal(Local("03-04 17:00"), Stages(it)[1].DueAt);
    }

    private static Task<Case> ItAsync() => FiledAsync(book: Book);

    private static Deadline Next(Case it) => All(it)[^1];

    private static List<Deadline> All(Case it) => [.. it.Ticket.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.NextResponse)];

    private static List<Deadline> Stages(Case it) => [.. it.Ticket.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.AreaStage)];

    private static LocalHours Hours(int from, int to) => new(TimeSpan.FromHours(from), TimeSpan.FromHours(to));
}
