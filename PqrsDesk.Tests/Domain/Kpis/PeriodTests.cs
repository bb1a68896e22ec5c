using Xunit;
using static PqrsDesk.Domain.Kpis.Facts;

namespace PqrsDesk.Domain.Kpis;

public sealed class PeriodTests
{
    [Fact]
    public void A_month_has_its_first_and_its_last_day()
    {
        var february = Period.Month(2028, 2);

        Assert.Equal(new DateOnly(2028, 2, 1), february.From);
        Assert.Equal(new DateOnly(2028, 2, 29), february.To);
        Assert.Equal(29, february.Length);
        Assert.Equal(29, february.Days.Count());
    }

    [Fact]
    public void Before_a_month_comes_the_whole_month_before()
    {
        Assert.Equal(Period.Month(2025, 12), Period.Month(2026, 1).Previous);
        Assert.Equal(Period.Month(2026, 2), Period.Month(2026, 3).Previous);
    }

    [Fact]
    public void Before_other_days_come_as_many_days()
    {
        var week = new Period(new DateOnly(2026, 6, 8), new DateOnly(2026, 6, 14));

        Assert.Equal(new Period(new DateOnly(2026, 6, 1), new DateOnly(2026, 6, 7)), week.Previous);
    }

    [Fact]
    public void A_leap_february_a_year_earlier_is_a_whole_february()
    {
        Assert.Equal(Period.Month(2027, 2), Period.Month(2028, 2).SameLastYear);
        Assert.Equal(Period.Month(2028, 2), Period.Month(2029, 2).SameLastYear);
    }

    [Fact]
    public void Weeks_start_on_monday_and_are_cut_at_both_ends()
    {
        // 1 July 2026 is a Wednesday, 31 July a Friday.
        var weeks = Period.Month(2026, 7).Weeks.ToList();

        Assert.Equal(new Period(new DateOnly(2026, 7, 1), new DateOnly(2026, 7, 5)), weeks[0]);
        Assert.Equal(new Period(new DateOnly(2026, 7, 6), new DateOnly(2026, 7, 12)), weeks[1]);
        Assert.Equal(new Period(new DateOnly(2026, 7, 27), new DateOnly(2026, 7, 31)), weeks[^1]);
        Assert.Equal(31, weeks.Sum(week => week.Length));
        Assert.Equal([27, 28, 29, 30, 31], weeks.Select(week => week.IsoWeek));
    }

    [Fact]
    public void Thirteen_months_end_with_the_month_itself()
    {
        var months = Period.Month(2026, 6).MonthsUpTo(13).ToList();

        Assert.Equal(13, months.Count);
        Assert.Equal(Period.Month(2025, 6), months[0]);
        Assert.Equal(Period.Month(2026, 6), months[^1]);
    }

    [Fact]
    public void Instants_run_from_midnight_to_midnight_in_the_zone_of_the_desk()
    {
        var june = Period.Month(2026, 6);

        Assert.Equal(Local(2026, 6, 1), june.Start(Bogota));
        Assert.Equal(Local(2026, 7, 1), june.End(Bogota));
    }

    [Fact]
    public void A_day_without_midnight_starts_when_its_clock_does()
    {
        // Chile skips from 24:00 to 01:00 on the first Sunday of September.
        var day = new DateOnly(2025, 9, 7);
        var santiago = TimeZoneInfo.FindSystemTimeZoneById("America/Santiago");

        Assert.Equal(new DateTimeOffset(2025, 9, 7, 1, 0, 0, TimeSpan.FromHours(-3)), new Period(day, day).Start(santiago));
    }

    [Fact]
    public void The_last_day_may_not_come_before_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(new DateOnly(2026, 6, 2), new DateOnly(2026, 6, 1)));
}
