using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class ColombianHolidaysTests
{
    /// <summary>When Sagrado Corazón and San Pedro y San Pablo are kept on one Monday: the date has two names.</summary>
    private static readonly string[] TwoNames =
    [
        "1984-07-02", "1987-06-29", "1992-06-29", "2000-07-03", "2003-06-30", "2011-07-04",
        "2014-06-30", "2019-07-01", "2025-06-30", "2030-07-01", "2038-07-05", "2041-07-01",
    ];

    public static TheoryData<int> Years => new(Enumerable.Range(HolidayFacts.FirstYear, HolidayFacts.LastYear - HolidayFacts.FirstYear + 1));

    [Theory]
    [MemberData(nameof(Years))]
    public void Every_year_has_the_dates_and_names_of_the_table_of_facts(int year)
    {
        var (published, computed) = (HolidayFacts.For(year), ColombianHolidays.For(year));
        Assert.True(
            published.ToHashSet().SetEquals(computed) && published.Count == computed.Count,
            $"{year}: published but not computed [{Told(published.Except(computed))}], computed but not published [{Told(computed.Except(published))}], {published.Count} against {computed.Count}.");
        Assert.Equal(published.Select(holiday => holiday.Date), computed.Select(holiday => holiday.Date));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Eighteen_names_until_2025_and_nineteen_since_and_one_date_fewer_where_two_coincide(int year)
    {
        var names = year < 2026 ? 18 : 19;
        var shared = TwoNames.Select(On).Where(date => date.Year == year).ToList();
        var holidays = ColombianHolidays.For(year);

        Assert.Equal((names, names - shared.Count), (holidays.Count, holidays.DistinctBy(holiday => holiday.Date).Count()));
        Assert.Equal(shared, holidays.CountBy(holiday => holiday.Date).Where(date => date.Value > 1).Select(date => date.Key));
        foreach (var date in shared)
            Assert.Equal(
                ["Sagrado Corazón de Jesús", "San Pedro y San Pablo"],
                holidays.Where(holiday => holiday.Date == date).Select(holiday => holiday.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nineteen_names_for_as_long_as_it_computes() => Assert.Equal(19, ColombianHolidays.For(2399).Count);

    [Fact]
    public void A_holiday_that_keeps_its_date_stays_on_a_Sunday() =>
        Assert.Contains(new Holiday(On("2024-12-08"), "Inmaculada Concepción"), ColombianHolidays.For(2024));

    [Theory]
    [InlineData(1983)]
    [InlineData(2400)]
    public void Years_without_this_law_are_refused(int year) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ColombianHolidays.For(year));

    private static string Told(IEnumerable<Holiday> holidays) =>
        string.Join("; ", holidays.Select(holiday => $"{holiday.Date:yyyy-MM-dd dddd} {holiday.Name}"));
}
