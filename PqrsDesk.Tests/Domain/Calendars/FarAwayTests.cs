using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

/// <summary>A calendar counts from 1900 (with Colombian holidays from 1984) to the end of 2299, and says so.</summary>
public class FarAwayTests
{
    private static readonly DateTimeOffset Start = At("2026-03-06T09:00-05:00");

    [Fact]
    public void A_hundred_years_of_work_around_the_clock_are_a_hundred_years() =>
        Assert.Equal(Start.AddDays(36_525), AroundTheClock(Bogota).Calendar().Add(Start, TimeSpan.FromDays(36_525)));

    [Fact]
    public void A_hundred_years_of_office_hours_come_back_when_measured()
    {
        var desk = Office.Calendar();
        var due = desk.Add(Start, TimeSpan.FromHours(24_000 * 8));
        Assert.True(due > Start.AddYears(90));
        Assert.Equal(TimeSpan.FromHours(24_000 * 8), desk.Between(Start, due));
        Assert.Equal(24_000, desk.BusinessDaysBetween(On("2026-03-06"), desk.AddBusinessDays(On("2026-03-06"), 24_000)));
    }

    [Fact]
    public void What_would_fall_due_after_2299_is_an_error_and_not_a_wrong_date()
    {
        var desk = Office.Calendar();
        Assert.Throws<CalendarRangeException>(() => desk.Add(Start, TimeSpan.MaxValue));
        Assert.Throws<CalendarRangeException>(() => desk.AddBusinessDays(On("2026-03-06"), int.MaxValue));
        Assert.False(desk.TryAdd(Start, TimeSpan.FromDays(200_000), [], out _));
    }

    [Fact]
    public void A_calendar_whose_last_opening_has_passed_never_falls_due()
    {
        var once = (Open(Bogota) with { SpecialDates = [new SpecialDate(On("2026-12-24"), null, [LocalHours.AllDay])] }).Calendar();
        Assert.Equal(At("2026-12-25T00:00-05:00"), once.Add(Start, TimeSpan.FromHours(24)));
        Assert.Throws<CalendarRangeException>(() => once.Add(Start, TimeSpan.FromHours(25)));
        Assert.Throws<CalendarRangeException>(() => once.Add(At("2026-12-25T00:00-05:00"), TimeSpan.Zero));
    }

    [Fact]
    public void Instants_and_dates_outside_are_refused_by_every_question()
    {
        var desk = Office.Calendar();
        foreach (var outside in new[] { At("1983-12-31T23:59Z"), At("2300-01-01T00:00Z"), DateTimeOffset.MaxValue })
        {
            Assert.Throws<CalendarRangeException>(() => desk.IsOpen(outside));
            Assert.Throws<CalendarRangeException>(() => desk.DateOf(outside));
            Assert.Throws<CalendarRangeException>(() => desk.Add(outside, Minutes(1)));
            Assert.Throws<CalendarRangeException>(() => desk.Add(outside, Minutes(1), [new Stretch(outside, outside)]));
            Assert.Throws<CalendarRangeException>(() => desk.IsBusinessDay(DateOnly.FromDateTime(outside.UtcDateTime)));
            Assert.Throws<CalendarRangeException>(() => desk.EndOf(DateOnly.FromDateTime(outside.UtcDateTime)));
        }

        Assert.Throws<CalendarRangeException>(() => desk.Between(Start, DateTimeOffset.MaxValue));
        Assert.Throws<CalendarRangeException>(() => desk.Explain(Start, DateTimeOffset.MaxValue, []));
        Assert.Throws<CalendarRangeException>(() => desk.HolidaysIn(1983));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public void The_first_and_the_last_day_can_be_counted_in_every_zone(string zone)
    {
        var definition = AroundTheClock(zone) with { HolidayCountry = "CO" };
        var desk = definition.Calendar();
        var first = At("1984-01-01T00:00Z");
        Assert.True(desk.Add(first, TimeSpan.Zero) < first.AddDays(3));
        Assert.True(desk.Between(At("2299-12-30T00:00Z"), At("2299-12-31T23:59Z")) > TimeSpan.FromDays(1));
        Assert.True(desk.EndOf(On("2299-12-31")) > desk.StartOf(On("2299-12-31")));
        Assert.NotEmpty(desk.Explain(At("2299-12-30T00:00Z"), At("2299-12-31T23:59Z"), []));
        Assert.NotEmpty(desk.Explain(first, first.AddDays(1), []));
    }

    [Fact]
    public void Many_threads_get_the_same_answers()
    {
        var desk = (Office with { Name = "Shared" }).Calendar();
        var due = Enumerable.Range(0, 2_000).AsParallel()
            .Select(hour => (hour, due: desk.Add(Start.AddHours(hour * 7), TimeSpan.FromHours(hour))))
            .ToList();
        var alone = Office.Calendar();
        Assert.All(due, it => Assert.Equal(alone.Add(Start.AddHours(it.hour * 7), TimeSpan.FromHours(it.hour)), it.due));
    }
}
