using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Tickets;
using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;
using static PqrsDesk.Domain.Tickets.Case;

namespace PqrsDesk.Domain.Sla;

/// <summary>Where help desks answer differently, and what ours answers.</summary>
/// <remarks>
/// Told elsewhere: used up at closing time and closed time after a closing (<see cref="SlaRuleTests"/>), an end before
/// the start (<see cref="WorkingTimeTests"/>), a calendar that never opens (<see cref="CalendarDefinitionTests"/>).
/// </remarks>
public sealed class ClockScenarioTests
{
    [Fact]
    public void Zero_minutes_promised_out_of_hours_are_due_at_the_next_opening()
    {
        var replay = Replay(new ClockTargets(TimeSpan.Zero, TimeSpan.Zero), new ClockEvent(Local("03-06 20:00"), ClockEventType.Created, "any"));

        Assert.Equal((DeadlineState.Running, Local("03-09 08:00")), (replay.At(Local("03-09 08:00")).Response.State, replay.At(Local("03-07 10:00")).Response.DueAt));
        Assert.Equal(Local("03-09 08:00"), replay.At(Local("03-09 08:01")).Response.BreachedAt);
    }

    [Fact]
    public void A_day_of_25_hours_on_a_calendar_that_never_closes_has_25_real_hours()
    {
        // Sunday 1 November 2026: New York shows the hour from one to two twice.
        var always = AroundTheClock("America/New_York").Calendar();
        var midnight = SampleCalendars.At("2026-11-01T00:00-04:00");

        Assert.Equal(SampleCalendars.At("2026-11-01T23:00-05:00"), always.Add(midnight, TimeSpan.FromHours(24)));
        Assert.Equal(SampleCalendars.At("2026-11-02T00:00-05:00"), always.Add(midnight, TimeSpan.FromHours(25)));
        Assert.Equal(SampleCalendars.At("2026-11-01T23:00-05:00"), DeadlineUnit.ClockMinutes.Over(always).Add(midnight, TimeSpan.FromHours(24)));
    }

    [Fact]
    public async Task A_pause_stops_the_resolution_only_and_takes_what_the_calendar_counts_of_it()
    {
        var it = (await FiledAsync()).At("03-03 16:00").Wait().At("03-03 17:45").Hear();
        Assert.Equal((Local("03-03 15:00"), Local("03-10 11:00")), (it.FirstResponse.DueAt, it.Resolution.DueAt));
        Assert.Equal(Local("03-25 23:59:59"), it.Legal!.DueAt);

        // The office is shut all the while: nothing was lost.
        it.At("03-04 18:00").Wait().At("03-05 07:30").Hear();
        Assert.Equal(Local("03-10 11:00"), it.Resolution.DueAt);
    }

    [Fact]
    public async Task A_priority_that_its_policy_does_not_ask_for_keeps_the_policy_it_was_promised()
    {
        var filing = Testing.Samples.Filing with { PriorityOverride = Priority.High, PriorityReason = "Se acordó así." };
        var standard = (await FiledAsync()).Book;
        var urgent = new SlaEdit.OfPolicy("urgent", 0, 1, "office", PolicyChoiceTests.Named("Urgentes") with
        {
            Priorities = [Priority.High],
            Targets = new Dictionary<Priority, Target> { [Priority.High] = new(60, 480), [Priority.Medium] = new(90, 600), [Priority.Low] = new(120, 960) },
        });
        var it = await FiledAsync(filing: filing, book: standard.With(urgent.In(standard)));
        Assert.Equal((Local("03-03 11:00"), Local("03-04 10:00")), (it.FirstResponse.DueAt, it.Resolution.DueAt));

        it.At("03-03 10:30").Become(Priority.Low);
        Assert.Equal("urgent", it.Book.Terms(it.Ticket.PolicyVersionId!.Value).Policy.Key);
        Assert.Equal((Local("03-03 12:00"), Local("03-05 10:00")), (it.FirstResponse.DueAt, it.Resolution.DueAt));
    }

    [Fact]
    public void A_priority_that_is_promised_nothing_has_no_due_and_promised_again_counts_from_the_first_start()
    {
        var replay = Replay(
            new ClockTargets(TimeSpan.FromMinutes(240), TimeSpan.FromMinutes(480)),
            new ClockEvent(Local("03-03 10:00"), ClockEventType.Created, "any"),
            new ClockEvent(Local("03-03 11:00"), ClockEventType.PriorityChanged, "nobody's"),
            new ClockEvent(Local("03-03 14:00"), ClockEventType.PriorityChanged, "any"));

        Assert.Equal((null, null), (replay.At(Local("03-03 13:30")).Response.DueAt, replay.At(Local("03-03 13:30")).Resolution.DueAt));
        Assert.Equal((Local("03-03 15:00"), Local("03-04 10:00")), (replay.At(Local("03-03 14:00")).Response.DueAt, replay.At(Local("03-03 14:00")).Resolution.DueAt));
    }

    [Fact]
    public async Task Seconds_are_kept_and_decide()
    {
        var it = await FiledAsync("03-03 10:00:37");
        Assert.Equal((Local("03-03 15:00:37"), Local("03-10 10:00:37")), (it.FirstResponse.DueAt, it.Resolution.DueAt));

        var late = await FiledAsync("03-03 10:00:37");
        Assert.Equal(DeadlineState.Met, it.At("03-03 15:00:37").Reply().FirstResponse.State);
        Assert.Equal(DeadlineState.Breached, late.At("03-03 15:00:37.000001").Reply().FirstResponse.State);
    }

    [Theory]
    [InlineData("", "03-25")]
    [InlineData("03-20", "03-26")]
    [InlineData("-03-23", "03-24")]
    [InlineData("03-20 -03-23", "03-25")]
    public async Task Holidays_can_be_corrected_and_the_term_follows(string corrections, string lastDay)
    {
        var standard = (await FiledAsync()).Book;
        var legal = standard.CurrentCalendar(CalendarVersion.LegalKey)!;
        var days = corrections.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var corrected = legal.Definition with
        {
            ExtraHolidays = [.. days.Where(day => day[0] != '-').Select(Day)],
            RemovedHolidays = [.. days.Where(day => day[0] == '-').Select(day => Day(day[1..]))],
        };

        var it = await FiledAsync(book: standard.With(new SlaEdit.OfCalendar(legal.Key, legal.Version, corrected).In(standard)));
        Assert.Equal(Day(lastDay), it.Legal!.LastDay);
    }

    private static ClockReplay Replay(ClockTargets targets, params ClockEvent[] events)
    {
        Assert.True(ClockHistory.TryCreate(events, out var history, out var problem), problem?.ToString());
        return new ClockReplay(Office.Calendar(), new Dictionary<string, ClockTargets> { ["any"] = targets }, history);
    }
}
