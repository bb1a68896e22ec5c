using System.Globalization;
using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class ColombianHolidaysTests
{
    /// <summary>Easter Sundays of 1984 to 2050 as almanacs print them.</summary>
    private const string EasterSundays = """
        04-22 04-07 03-30 04-19 04-03 03-26 04-15 03-31 04-19 04-11 04-03 04-16 04-07 03-30 04-12 04-04 04-23
        04-15 03-31 04-20 04-11 03-27 04-16 04-08 03-23 04-12 04-04 04-24 04-08 03-31 04-20 04-05 03-27 04-16
        04-01 04-21 04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09
        03-25 04-13 04-05 04-25 04-10 04-01 04-21 04-06 03-29 04-17 04-09 03-25 04-14 04-05 04-18 04-10
        """;

    private static readonly string[] Kept = ["01-01", "05-01", "07-20", "08-07", "12-08", "12-25"];

    private static readonly string[] Moved = ["01-06", "03-19", "06-29", "08-15", "10-12", "11-01", "11-11"];

    public static TheoryData<int> Years => new(Enumerable.Range(1984, 67));

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_year_agrees_with_the_table_of_facts(int year) =>
        Assert.Equal(
            Facts(year).Order(),
            ColombianHolidays.For(year).Select(holiday => holiday.Date));

    [Theory]
    [InlineData(2024, "01-01 01-08 03-25 03-28 03-29 05-01 05-13 06-03 06-10 07-01 07-20 08-07 08-19 10-14 11-04 11-11 12-08 12-25")]
    [InlineData(2025, "01-01 01-06 03-24 04-17 04-18 05-01 06-02 06-23 06-30 06-30 07-20 08-07 08-18 10-13 11-03 11-17 12-08 12-25")]
    [InlineData(2026, "01-01 01-12 03-23 04-02 04-03 05-01 05-18 06-08 06-15 06-29 07-13 07-20 08-07 08-17 10-12 11-02 11-16 12-08 12-25")]
    public void Published_years_are_as_published(int year, string dates) =>
        Assert.Equal(
            dates.Split(' '),
            ColombianHolidays.For(year).Select(holiday => holiday.Date.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2019-07-01")]
    [InlineData("2025-06-30")]
    [InlineData("2030-07-01")]
    [InlineData("2038-07-05")]
    public void Two_names_may_share_a_date(string date) =>
        Assert.Equal(
            ["Sagrado Corazón de Jesús", "San Pedro y San Pablo"],
            ColombianHolidays.For(On(date).Year)
                .Where(holiday => holiday.Date == On(date))
                .Select(holiday => holiday.Name)
                .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2026-07-13")]
    [InlineData("2027-07-12")]
    [InlineData("2028-07-10")]
    [InlineData("2029-07-09")]
    public void The_ninth_of_July_is_kept_on_a_Monday_since_2026(string date) =>
        Assert.Contains(
            new Holiday(On(date), "Nuestra Señora del Rosario de Chiquinquirá"),
            ColombianHolidays.For(On(date).Year));

    [Fact]
    public void Eighteen_names_until_2025_and_nineteen_since()
    {
        Assert.Equal(18, ColombianHolidays.For(2025).Count);
        Assert.Equal(19, ColombianHolidays.For(2026).Count);
        Assert.Equal(19, ColombianHolidays.For(2399).Count);
    }

    [Fact]
    public void A_holiday_that_keeps_its_date_stays_on_a_Sunday() =>
        Assert.Contains(new Holiday(On("2024-12-08"), "Inmaculada Concepción"), ColombianHolidays.For(2024));

    [Theory]
    [InlineData(1983)]
    [InlineData(2400)]
    public void Years_without_this_law_are_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ColombianHolidays.For(year));

    private static IEnumerable<DateOnly> Facts(int year)
    {
        var easter = Date(EasterSundays.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[year - 1984]);
        Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
        string[] moved = year < 2026 ? Moved : [.. Moved, "07-09"];
        int[] fromEaster = [-3, -2, 43, 64, 71];
        return [.. Kept.Select(Date), .. moved.Select(Date).Select(OnMonday), .. fromEaster.Select(easter.AddDays)];

        DateOnly Date(string monthDay) => On($"{year}-{monthDay}");
    }

    private static DateOnly OnMonday(DateOnly date)
    {
        while (date.DayOfWeek != DayOfWeek.Monday) date = date.AddDays(1);
        return date;
    }
}
