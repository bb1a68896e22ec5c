using System.Globalization;
using PqrsDesk.Domain.Calendars;
using Xunit;

namespace PqrsDesk.Domain.Sla;

public sealed class DeadlineUnitTests
{
    private static readonly BusinessCalendar Office = BusinessCalendar.From(new CalendarDefinition
    {
        Name = "Oficina",
        TimeZone = "America/Bogota",
        Weekly = HoursBlock.WholeWeekdays,
        HolidayCountry = "CO",
    });

    [Theory]
    [InlineData(DeadlineUnit.BusinessDays, "2026-03-20", 1, "2026-03-24")]
    [InlineData(DeadlineUnit.CalendarDays, "2026-03-20", 1, "2026-03-21")]
    [InlineData(DeadlineUnit.CalendarDays, "2026-02-20", 30, "2026-03-22")]
    [InlineData(DeadlineUnit.Months, "2026-03-10", 1, "2026-04-10")]
    [InlineData(DeadlineUnit.Months, "2026-01-31", 1, "2026-03-02")]
    [InlineData(DeadlineUnit.Months, "2026-11-08", 1, "2026-12-09")]
    [InlineData(DeadlineUnit.Months, "2027-12-31", 2, "2028-02-29")]
    public void Rule_4_business_days_calendar_days_and_months_end_with_a_day(DeadlineUnit unit, string from, int amount, string last) =>
        Assert.Equal(Day(last), unit.LastDay(Office, Day(from), amount));

    [Theory]
    [InlineData(DeadlineUnit.BusinessDays, "2026-03-20", "2026-03-24", 1)]
    [InlineData(DeadlineUnit.CalendarDays, "2026-03-20", "2026-03-24", 4)]
    [InlineData(DeadlineUnit.Months, "2026-01-31", "2026-02-27", 0)]
    [InlineData(DeadlineUnit.Months, "2026-01-31", "2026-02-28", 1)]
    [InlineData(DeadlineUnit.Months, "2026-01-15", "2027-01-14", 11)]
    [InlineData(DeadlineUnit.Months, "2026-01-15", "2025-01-14", 0)]
    public void What_is_used_is_whole(DeadlineUnit unit, string from, string to, int used) =>
        Assert.Equal(used, unit.Used(Office, Day(from), Day(to)));

    [Fact]
    public void Rule_4_clock_hours_run_day_and_night()
    {
        var saturday = new DateTimeOffset(2026, 3, 21, 20, 0, 0, TimeSpan.FromHours(-5));
        var pause = new Stretch(saturday.AddHours(1), saturday.AddHours(3));
        Assert.Equal(saturday.AddHours(26), DeadlineUnit.ClockMinutes.Over(Office).Add(saturday, TimeSpan.FromHours(24), [pause]));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
