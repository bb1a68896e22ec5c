using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

/// <summary>Where the clock turns: New York on 8 March and 1 November 2026, Santiago at midnight on 5 April and 6
/// September, Lord Howe by half an hour.</summary>
public class DaylightSavingTests
{
    private const string NewYork = "America/New_York";
    private const string Santiago = "America/Santiago";

    [Fact]
    public void Rule_2_minutes_skipped_by_daylight_saving_do_not_exist()
    {
        var always = AroundTheClock(NewYork).Calendar();
        Assert.Equal(
            TimeSpan.FromHours(23),
            always.Between(At("2026-03-08T00:00-05:00"), At("2026-03-09T00:00-04:00")));

        var early = Open(NewYork, Block(DayOfWeek.Sunday, "01:00", "04:00")).Calendar();
        Assert.Equal(At("2026-03-08T04:00-04:00"), early.Add(At("2026-03-08T00:00-05:00"), Minutes(120)));
        Assert.Equal(At("2026-03-15T01:01-04:00"), early.Add(At("2026-03-08T00:00-05:00"), Minutes(121)));
    }

    [Fact]
    public void Hours_that_lie_wholly_in_the_skipped_ones_are_closed_that_day()
    {
        var gap = Open(NewYork, Block(DayOfWeek.Sunday, "02:00", "03:00")).Calendar();
        Assert.Equal(At("2026-03-15T02:00-04:00"), gap.Add(At("2026-03-08T00:00-05:00"), TimeSpan.Zero));
        Assert.True(gap.IsBusinessDay(On("2026-03-08")));
    }

    [Fact]
    public void Rule_2_repeated_minutes_count_twice()
    {
        var always = AroundTheClock(NewYork).Calendar();
        Assert.Equal(
            TimeSpan.FromHours(25),
            always.Between(At("2026-11-01T00:00-04:00"), At("2026-11-02T00:00-05:00")));

        var early = Open(NewYork, Block(DayOfWeek.Sunday, "01:00", "01:30")).Calendar();
        Assert.Equal(At("2026-11-01T01:15-05:00"), early.Add(At("2026-11-01T00:00-04:00"), Minutes(45)));
        Assert.False(early.IsOpen(At("2026-11-01T01:45-04:00")));
        Assert.True(early.IsOpen(At("2026-11-01T01:00-05:00")));
    }

    [Fact]
    public void Half_an_hour_is_turned_on_Lord_Howe()
    {
        var always = AroundTheClock("Australia/Lord_Howe").Calendar();
        Assert.Equal(
            TimeSpan.FromHours(24.5),
            always.Between(always.StartOf(On("2026-04-05")), always.StartOf(On("2026-04-06"))));
        Assert.Equal(
            TimeSpan.FromHours(23.5),
            always.Between(always.StartOf(On("2026-10-04")), always.StartOf(On("2026-10-05"))));
    }

    [Fact]
    public void A_date_ends_at_the_last_2359_59_that_the_clock_shows()
    {
        var desk = AroundTheClock(Santiago).Calendar();

        // On 4 April 2026 at 24:00 the clock goes back to 23:00: that hour comes twice.
        Assert.Equal(At("2026-04-05T03:59:59Z"), desk.EndOf(On("2026-04-04")));
        Assert.Equal(At("2026-04-05T04:00:00Z"), desk.StartOf(On("2026-04-05")));

        // On 6 September 2026 the clock goes from 24:00 to 01:00.
        Assert.Equal(At("2026-09-06T03:59:59Z"), desk.EndOf(On("2026-09-05")));
        Assert.Equal(At("2026-09-06T04:00:00Z"), desk.StartOf(On("2026-09-06")));
        Assert.Equal(On("2026-09-06"), desk.DateOf(desk.StartOf(On("2026-09-06"))));
    }

    [Fact]
    public void A_date_that_the_zone_skipped_has_no_time_and_ends_with_the_day_before()
    {
        // Samoa went over the date line: 30 December 2011 did not exist there.
        var desk = AroundTheClock("Pacific/Apia").Calendar();
        Assert.Equal(At("2011-12-30T09:59:59Z"), desk.EndOf(On("2011-12-29")));
        Assert.Equal(desk.EndOf(On("2011-12-29")), desk.EndOf(On("2011-12-30")));
        Assert.Equal(desk.StartOf(On("2011-12-31")), desk.StartOf(On("2011-12-30")));
        Assert.Equal(
            TimeSpan.FromHours(48),
            desk.Between(desk.StartOf(On("2011-12-29")), desk.StartOf(On("2012-01-01"))));
    }

    [Fact]
    public void A_clock_set_back_over_midnight_returns_to_a_date_that_is_not_a_business_day()
    {
        // St. John's turned at 00:01 until 2011: one minute of Sunday 7 November 2010, then Saturday's last 59 minutes.
        var sundays = Open("America/St_Johns", Block(DayOfWeek.Sunday, "00:00", "24:00")).Calendar();
        var start = At("2010-11-06T23:30-02:30");
        var due = sundays.Add(start, Minutes(2));
        Assert.Equal(At("2010-11-07T00:01-03:30"), due);
        Assert.Equal(At("2010-11-07T02:29:59Z") + TimeSpan.FromHours(1), sundays.EndOf(On("2010-11-06")));

        var days = sundays.Explain(start, due, []).ToList();
        Assert.Equal([On("2010-11-06"), On("2010-11-07")], days.Select(day => day.Date));
        Assert.Equal(2, days[1].Counted.Count);
        Assert.Equal(Minutes(2), days[1].Worked);

        // A span that ends in the hour shown again ends on Saturday, yet holds the first minute of Sunday.
        var again = sundays.Explain(start, At("2010-11-06T23:30-03:30"), []).ToList();
        Assert.Equal([On("2010-11-06"), On("2010-11-07")], again.Select(day => day.Date));
        Assert.Equal(Minutes(1), again[1].Worked);
    }
}
