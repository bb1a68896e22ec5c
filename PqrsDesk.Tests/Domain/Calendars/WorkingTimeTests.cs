using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

/// <summary>The rules of working time by example. 6 March 2026 is a Friday; Bogotá is at -05:00 all year.</summary>
public class WorkingTimeTests
{
    private static readonly BusinessCalendar Desk = Office.Calendar();

    [Theory]
    [InlineData("2026-03-06T08:00-05:00", true)]
    [InlineData("2026-03-06T07:59:59.9999999-05:00", false)]
    [InlineData("2026-03-06T12:00-05:00", false)]
    [InlineData("2026-03-06T16:59:59.9999999-05:00", true)]
    [InlineData("2026-03-06T17:00-05:00", false)]
    [InlineData("2026-03-07T10:00-05:00", false)]
    public void Rule_1_hours_hold_their_beginning_but_not_their_end(string instant, bool open) =>
        Assert.Equal(open, Desk.IsOpen(At(instant)));

    [Fact]
    public void Rule_1_several_blocks_a_day_leave_the_lunch_hour_out() =>
        Assert.Equal(At("2026-03-06T14:00-05:00"), Desk.Add(At("2026-03-06T11:00-05:00"), Minutes(120)));

    [Fact]
    public void The_weekend_is_stepped_over() =>
        Assert.Equal(At("2026-03-09T08:30-05:00"), Desk.Add(At("2026-03-06T16:30-05:00"), Minutes(60)));

    [Fact]
    public void Rule_1_a_holiday_closes_its_whole_local_date()
    {
        // 23 March 2026, a Monday: Día de San José.
        Assert.Equal(At("2026-03-24T08:30-05:00"), Desk.Add(At("2026-03-20T16:30-05:00"), Minutes(60)));
        var always = (AroundTheClock(Bogota) with { HolidayCountry = "CO" }).Calendar();
        Assert.Equal(
            TimeSpan.FromHours(2),
            always.Between(At("2026-03-22T23:00-05:00"), At("2026-03-24T01:00-05:00")));
    }

    [Fact]
    public void Rule_1_a_special_date_opens_or_closes_other_hours_and_wins_over_the_week_and_over_a_holiday()
    {
        var desk = (Office with
        {
            SpecialDates =
            [
                new SpecialDate(On("2026-03-23"), "Jornada de puertas abiertas", [Hours("10:00", "11:00")]),
                new SpecialDate(On("2026-03-24"), "Inventario", []),
                new SpecialDate(On("2026-03-28"), "Sábado de Pasión", [Hours("22:00", "24:00")]),
            ],
        }).Calendar();
        Assert.Equal(At("2026-03-25T08:10-05:00"), desk.Add(At("2026-03-20T17:00-05:00"), Minutes(70)));
        Assert.Equal(
            TimeSpan.FromHours(2),
            desk.Between(At("2026-03-28T00:00-05:00"), At("2026-03-30T00:00-05:00")));
    }

    [Fact]
    public void An_administrator_can_add_and_remove_holidays()
    {
        var desk = (Office with
        {
            ExtraHolidays = [On("2026-03-24")],
            RemovedHolidays = [On("2026-03-23")],
        }).Calendar();
        Assert.True(desk.IsBusinessDay(On("2026-03-23")));
        Assert.False(desk.IsBusinessDay(On("2026-03-24")));
    }

    [Fact]
    public void Rule_1_a_shift_over_midnight_is_two_blocks_and_runs_on()
    {
        var night = Open(
            Bogota,
            Block(DayOfWeek.Friday, "22:00", "24:00"),
            Block(DayOfWeek.Saturday, "00:00", "06:00")).Calendar();
        Assert.Equal(At("2026-03-07T05:00-05:00"), night.Add(At("2026-03-06T21:00-05:00"), TimeSpan.FromHours(7)));
        Assert.True(night.IsOpen(At("2026-03-07T00:00-05:00")));
    }

    [Fact]
    public void Rule_3_a_term_used_up_at_closing_time_is_due_at_closing_time()
    {
        Assert.Equal(At("2026-03-06T17:00-05:00"), Desk.Add(At("2026-03-06T16:00-05:00"), Minutes(60)));
        Assert.Equal(At("2026-03-06T12:00-05:00"), Desk.Add(At("2026-03-06T08:00-05:00"), Minutes(240)));
        Assert.Equal(At("2026-03-09T17:00-05:00"), Desk.Add(At("2026-03-07T10:00-05:00"), Minutes(480)));
    }

    [Fact]
    public void Rule_3_zero_minutes_from_a_closed_instant_is_the_next_opening()
    {
        Assert.Equal(At("2026-03-06T13:00-05:00"), Desk.Add(At("2026-03-06T12:00-05:00"), TimeSpan.Zero));
        Assert.Equal(At("2026-03-09T08:00-05:00"), Desk.Add(At("2026-03-06T17:00-05:00"), TimeSpan.Zero));
        Assert.Equal(At("2026-03-24T08:00-05:00"), Desk.Add(At("2026-03-21T03:00-05:00"), TimeSpan.Zero));
    }

    [Fact]
    public void Zero_minutes_from_an_open_instant_is_that_instant() =>
        Assert.Equal(At("2026-03-06T09:12:13.4567890-05:00"), Desk.Add(At("2026-03-06T09:12:13.4567890-05:00"), TimeSpan.Zero));

    [Fact]
    public void Seconds_and_fractions_are_kept()
    {
        var start = At("2026-03-06T16:59:30.1234567-05:00");
        Assert.Equal(At("2026-03-09T08:00:30.1234567-05:00"), Desk.Add(start, Minutes(1)));
        Assert.Equal(new TimeSpan(298_765_433), Desk.Between(start, At("2026-03-06T18:00-05:00")));
    }

    [Fact]
    public void An_end_before_the_start_measures_nothing() =>
        Assert.Equal(TimeSpan.Zero, Desk.Between(At("2026-03-06T11:00-05:00"), At("2026-03-06T09:00-05:00")));

    [Fact]
    public void Negative_working_time_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Desk.Add(At("2026-03-06T11:00-05:00"), Minutes(-1)));

    [Fact]
    public void Results_are_at_offset_zero()
    {
        Assert.Equal(TimeSpan.Zero, Desk.Add(At("2026-03-06T11:00-05:00"), Minutes(1)).Offset);
        Assert.Equal(TimeSpan.Zero, Desk.EndOf(On("2026-03-06")).Offset);
    }

    [Fact]
    public void A_pause_is_a_hole_in_the_calendar()
    {
        var start = At("2026-03-06T15:00-05:00");
        Stretch[] pauses = [Pause("2026-03-06T15:30-05:00", "2026-03-09T09:00-05:00")];
        Assert.Equal(At("2026-03-09T09:30-05:00"), Desk.Add(start, Minutes(60), pauses));
        Assert.Equal(Minutes(60), Desk.Between(start, At("2026-03-09T09:30-05:00"), pauses));
    }

    [Fact]
    public void A_term_used_up_when_a_pause_begins_is_due_there() =>
        Assert.Equal(
            At("2026-03-06T15:30-05:00"),
            Desk.Add(At("2026-03-06T15:00-05:00"), Minutes(30), [Stretch.After(At("2026-03-06T15:30-05:00"))]));

    [Fact]
    public void Zero_minutes_within_a_pause_is_the_first_open_instant_after_it()
    {
        Stretch[] pauses = [Pause("2026-03-06T15:00-05:00", "2026-03-06T16:00-05:00")];
        Assert.Equal(At("2026-03-06T16:00-05:00"), Desk.Add(At("2026-03-06T15:00-05:00"), TimeSpan.Zero, pauses));
        Assert.Equal(At("2026-03-06T14:59-05:00"), Desk.Add(At("2026-03-06T14:59-05:00"), TimeSpan.Zero, pauses));
    }

    [Fact]
    public void An_opening_at_which_a_pause_begins_is_no_opening() =>
        Assert.Equal(
            At("2026-03-06T14:00-05:00"),
            Desk.Add(
                At("2026-03-06T12:30-05:00"),
                TimeSpan.Zero,
                [Pause("2026-03-06T13:00-05:00", "2026-03-06T14:00-05:00")]));

    [Fact]
    public void Pauses_may_overlap_in_any_order()
    {
        Stretch[] pauses =
        [
            Pause("2026-03-06T11:00-05:00", "2026-03-06T11:30-05:00"),
            Pause("2026-03-06T09:00-05:00", "2026-03-06T11:10-05:00"),
            Pause("2026-03-06T09:30-05:00", "2026-03-06T10:00-05:00"),
            Pause("2026-03-06T08:30-05:00", "2026-03-06T08:10-05:00"),
        ];
        Assert.Equal(Minutes(90), Desk.Between(At("2026-03-06T08:00-05:00"), At("2026-03-06T12:00-05:00"), pauses));
        Assert.Equal(At("2026-03-06T12:00-05:00"), Desk.Add(At("2026-03-06T08:00-05:00"), Minutes(90), pauses));
    }

    [Fact]
    public void Under_a_pause_without_an_end_nothing_falls_due()
    {
        var start = At("2026-03-06T15:00-05:00");
        Stretch[] pauses = [Stretch.After(At("2026-03-06T15:30-05:00"))];
        Assert.False(Desk.TryAdd(start, Minutes(31), pauses, out _));
        Assert.Throws<CalendarRangeException>(() => Desk.Add(start, Minutes(31), pauses));
        Assert.Equal(Minutes(30), Desk.Between(start, At("2026-03-20T15:30-05:00"), pauses));
    }
}
