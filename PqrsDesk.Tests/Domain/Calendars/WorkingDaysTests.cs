using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class WorkingDaysTests
{
    private static readonly BusinessCalendar Law = Legal.Calendar();

    [Fact]
    public void Rule_8_day_one_is_the_first_business_day_after_filing()
    {
        Assert.Equal(On("2026-03-06"), Law.AddBusinessDays(On("2026-03-05"), 1));
        Assert.Equal(On("2026-03-09"), Law.AddBusinessDays(On("2026-03-06"), 1));
        Assert.Equal(On("2026-03-09"), Law.AddBusinessDays(On("2026-03-07"), 1));
    }

    [Fact]
    public void Fifteen_days_step_over_San_José_and_Holy_Week() =>
        Assert.Equal(On("2026-04-08"), Law.AddBusinessDays(On("2026-03-13"), 15));

    [Fact]
    public void A_term_crosses_the_year_by_the_holidays_of_both() =>
        Assert.Equal(On("2027-01-12"), Law.AddBusinessDays(On("2026-12-17"), 15));

    [Fact]
    public void No_days_is_the_date_itself_and_negative_days_are_refused()
    {
        Assert.Equal(On("2026-03-07"), Law.AddBusinessDays(On("2026-03-07"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Law.AddBusinessDays(On("2026-03-07"), -1));
    }

    [Fact]
    public void Rule_8_the_last_day_is_in_time_until_2359_59_local()
    {
        Assert.Equal(At("2026-04-08T23:59:59-05:00"), Law.EndOf(On("2026-04-08")));
        Assert.Equal(On("2026-04-08"), Law.DateOf(At("2026-04-09T04:59:59Z")));
        Assert.Equal(On("2026-04-09"), Law.DateOf(At("2026-04-09T05:00:00Z")));
    }

    [Fact]
    public void Days_used_are_those_after_the_first_date_up_to_and_with_the_second()
    {
        Assert.Equal(15, Law.BusinessDaysBetween(On("2026-03-13"), On("2026-04-08")));
        Assert.Equal(14, Law.BusinessDaysBetween(On("2026-03-13"), On("2026-04-07")));
        Assert.Equal(0, Law.BusinessDaysBetween(On("2026-03-13"), On("2026-03-15")));
        Assert.Equal(0, Law.BusinessDaysBetween(On("2026-03-13"), On("2026-03-02")));
        Assert.Equal(487, Law.BusinessDaysBetween(On("2025-12-31"), On("2027-12-31")));
    }

    [Fact]
    public void Saturday_counts_where_the_week_has_hours_on_it()
    {
        var shop = (Legal with { Weekly = [.. HoursBlock.WholeWeekdays, Block(DayOfWeek.Saturday, "08:00", "12:00")] }).Calendar();
        Assert.Equal(On("2026-03-07"), shop.AddBusinessDays(On("2026-03-06"), 1));
    }

    [Fact]
    public void A_day_open_for_an_hour_by_exception_is_a_business_day()
    {
        var desk = (Legal with { SpecialDates = [new SpecialDate(On("2026-03-23"), null, [Hours("10:00", "11:00")])] }).Calendar();
        Assert.Equal(On("2026-03-23"), desk.AddBusinessDays(On("2026-03-20"), 1));
    }

    [Fact]
    public void Holidays_of_a_year_carry_their_names_and_the_calendars_own_have_none()
    {
        var desk = (Legal with
        {
            ExtraHolidays = [On("2025-12-24"), On("2025-12-25")],
            RemovedHolidays = [On("2025-12-08")],
        }).Calendar();
        var names = desk.HolidaysIn(2025);
        Assert.Null(names[On("2025-12-24")]);
        Assert.Equal("Navidad", names[On("2025-12-25")]);
        Assert.Equal("Sagrado Corazón de Jesús, San Pedro y San Pablo", string.Join(", ", names[On("2025-06-30")]!.Split(", ").Order()));
        Assert.False(names.ContainsKey(On("2025-12-08")));
        Assert.Equal(17, names.Count);
    }
}
