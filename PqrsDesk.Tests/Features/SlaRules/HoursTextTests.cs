using PqrsDesk.Domain.Calendars;
using Xunit;

namespace PqrsDesk.Features.SlaRules;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("8-12, 13:30 – 17", "08:00–12:00, 13:30–17:00")]
    [InlineData("13:00—24:00;0:00-6", "00:00–06:00, 13:00–24:00")]
    public void Hours_are_read_as_people_write_them(string typed, string written) => Assert.Equal(written, HoursText.Of(HoursText.Read(typed)!));

    [Theory]
    [InlineData("ocho a doce")]
    [InlineData("08:00")]
    [InlineData("08:00-25:00")]
    [InlineData("08:00-24:30")]
    [InlineData("8:5-9:00")]
    [InlineData("08:00-12:00-13:00")]
    [InlineData("-8-12")]
    public void What_cannot_be_read_is_not_guessed(string typed) => Assert.Null(HoursText.Read(typed));

    [Fact]
    public void A_shift_over_midnight_is_two_blocks()
    {
        var night = new LocalHours(TimeSpan.FromHours(22), TimeSpan.FromHours(6));
        Assert.Equal(
            [new HoursBlock(DayOfWeek.Saturday, TimeSpan.FromHours(22), TimeSpan.FromHours(24)), new HoursBlock(DayOfWeek.Sunday, TimeSpan.Zero, TimeSpan.FromHours(6))],
            HoursText.Split(DayOfWeek.Saturday, night));
        Assert.Single(HoursText.Split(DayOfWeek.Monday, night with { To = TimeSpan.Zero }));
    }

    [Fact]
    public void A_form_gives_back_the_calendar_it_was_made_of_and_names_the_day_that_is_wrong()
    {
        var definition = new CalendarDefinition
        {
            Name = "Turnos",
            TimeZone = "America/Bogota",
            Weekly = HoursBlock.Weekdays(new LocalHours(TimeSpan.FromHours(8), TimeSpan.FromHours(17))),
            HolidayCountry = "CO",
            RemovedHolidays = [new(2026, 1, 12)],
            ExtraHolidays = [new(2026, 3, 20)],
            SpecialDates = [new(new(2026, 12, 24), "Nochebuena", [new(TimeSpan.FromHours(8), TimeSpan.FromHours(12))])],
        };
        var form = CalendarForm.Of(definition);
        Assert.Empty(Domain.Sla.SlaDifference.Between(definition, form.Read(out _)!));

        form.Week[(int)DayOfWeek.Wednesday] = "08:00–12:00, 11:00–13:00";
        Assert.False(BusinessCalendar.TryCreate(form.Read(out _)!, out _, out var problem));
        Assert.Equal("weekly-wednesday", form.FieldOf(problem.Field));

        form.Week[(int)DayOfWeek.Wednesday] = "de ocho a doce";
        Assert.Null(form.Read(out var unread));
        Assert.Equal(("weekly-wednesday", CalendarForm.HoursUnread), unread);
    }
}
