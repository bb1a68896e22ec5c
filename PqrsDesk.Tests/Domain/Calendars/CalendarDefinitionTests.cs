using System.Text.Json;
using Xunit;
using static PqrsDesk.Domain.Calendars.SampleCalendars;

namespace PqrsDesk.Domain.Calendars;

public class CalendarDefinitionTests
{
    [Theory]
    [InlineData("America/Bogotá")]
    [InlineData("Mars/Olympus")]
    [InlineData("SA Pacific Standard Time")]
    [InlineData("localtime")]
    [InlineData("right/America/Bogota")]
    [InlineData("")]
    public void An_unknown_zone_is_refused_by_name(string zone) =>
        Refused(Office with { TimeZone = zone }, new CalendarProblem.UnknownZone(zone), "timeZone");

    [Fact]
    public void A_country_without_known_holidays_is_refused() =>
        Refused(Office with { HolidayCountry = "PE" }, new CalendarProblem.UnknownCountry("PE"), "holidayCountry");

    [Theory]
    [InlineData("17:00", "08:00")]
    [InlineData("08:00", "08:00")]
    [InlineData("08:00", "24:01:00")]
    [InlineData("-01:00", "08:00")]
    public void Reversed_empty_or_outsized_hours_are_refused(string from, string to)
    {
        var block = Long(from, to);
        Refused(
            Open(Bogota, Block(DayOfWeek.Monday, "09:00", "10:00"), block),
            new CalendarProblem.ReversedHours("weekly[1]", block.From, block.To),
            "weekly[1]");
    }

    [Fact]
    public void Overlapping_hours_of_one_day_are_refused()
    {
        var blocks = new[] { Block(DayOfWeek.Friday, "08:00", "12:00"), Block(DayOfWeek.Friday, "11:59", "13:00") };
        Refused(
            Open(Bogota, blocks),
            new CalendarProblem.OverlappingHours("weekly[1]", blocks[1].From, blocks[1].To),
            "weekly[1]");
    }

    [Fact]
    public void The_same_hours_on_two_days_and_hours_that_touch_are_fine() =>
        Assert.True(BusinessCalendar.TryCreate(
            Open(
                Bogota,
                Block(DayOfWeek.Friday, "12:00", "13:00"),
                Block(DayOfWeek.Friday, "08:00", "12:00"),
                Block(DayOfWeek.Saturday, "08:00", "12:00")),
            out _,
            out _));

    [Fact]
    public void A_day_that_is_no_weekday_is_refused() =>
        Refused(
            Open(Bogota, Block((DayOfWeek)7, "08:00", "09:00")),
            new CalendarProblem.UnknownDay("weekly[0]", (DayOfWeek)7),
            "weekly[0]");

    [Fact]
    public void The_hours_of_special_dates_are_held_to_the_same()
    {
        var date = On("2026-12-24");
        var special = new SpecialDate(date, "Nochebuena", [Hours("08:00", "12:00"), Hours("11:00", "13:00")]);
        Refused(
            Office with { SpecialDates = [special] },
            new CalendarProblem.OverlappingHours(
                "specialDates[0].hours[1]", special.Hours[1].From, special.Hours[1].To),
            "specialDates[0].hours[1]");
        Refused(
            Office with { SpecialDates = [new SpecialDate(date, null, []), new SpecialDate(date, null, [])] },
            new CalendarProblem.RepeatedSpecialDate("specialDates[1].date", date),
            "specialDates[1].date");
    }

    [Fact]
    public void A_calendar_that_never_opens_is_refused()
    {
        Refused(Open(Bogota), new CalendarProblem.NeverOpens(), "weekly");
        var closed = new SpecialDate(On("2026-12-24"), null, []);
        Refused(Open(Bogota) with { SpecialDates = [closed] }, new CalendarProblem.NeverOpens(), "weekly");
    }

    [Fact]
    public void One_special_opening_is_enough_to_be_a_calendar() =>
        Assert.True(BusinessCalendar.TryCreate(
            Open(Bogota) with { SpecialDates = [new SpecialDate(On("2026-12-24"), null, [LocalHours.AllDay])] },
            out _,
            out _));

    [Fact]
    public void A_programmer_who_did_not_check_gets_an_exception_that_names_the_problem()
    {
        var thrown = Assert.Throws<ArgumentException>(() => BusinessCalendar.From(Open(Bogota)));
        Assert.Contains(nameof(CalendarProblem.NeverOpens), thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_back_whole_from_JSON()
    {
        var definition = Office with
        {
            Weekly = [.. Office.Weekly, Block(DayOfWeek.Saturday, "20:00", "24:00")],
            ExtraHolidays = [On("2026-06-11")],
            RemovedHolidays = [On("2026-07-13")],
            SpecialDates = [new SpecialDate(On("2026-12-24"), "Nochebuena", [Hours("08:00", "12:30")])],
        };
        var json = JsonSerializer.Serialize(definition, JsonSerializerOptions.Web);
        var read = JsonSerializer.Deserialize<CalendarDefinition>(json, JsonSerializerOptions.Web);

        Assert.NotNull(read);
        Assert.Contains("\"day\":\"Saturday\"", json, StringComparison.Ordinal);
        Assert.Equal(definition.Weekly, read.Weekly);
        Assert.Equal(definition.ExtraHolidays, read.ExtraHolidays);
        Assert.Equal(definition.RemovedHolidays, read.RemovedHolidays);
        Assert.Equal(definition.SpecialDates[0].Hours, read.SpecialDates[0].Hours);
        Assert.Equal(
            (definition.Name, definition.TimeZone, definition.HolidayCountry),
            (read.Name, read.TimeZone, read.HolidayCountry));
    }

    private static HoursBlock Long(string from, string to) => new(
        DayOfWeek.Monday,
        TimeSpan.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        to == "24:01:00" ? new TimeSpan(24, 1, 0) : TimeSpan.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

    private static void Refused(CalendarDefinition definition, CalendarProblem expected, string field)
    {
        Assert.False(BusinessCalendar.TryCreate(definition, out var calendar, out var problem));
        Assert.Null(calendar);
        Assert.Equal(expected, problem);
        Assert.Equal(field, problem.Field);
    }
}
