
namespace PqrsDesk.Domain.Calendars;

/// <summary>The calendars that the examples are told with.</summary>
internal static class SampleCalendars
{
    public const string Bogota = "America/Bogota";

    /// <summary>Monday to Friday, 08:00 to 12:00 and 13:00 to 17:00, with the holidays of Colombia.</summary>
    public static readonly CalendarDefinition Office = new()
    {
        Name = "Office",
        TimeZone = Bogota,
        HolidayCountry = "CO",
        Weekly = HoursBlock.Weekdays(Hours("08:00", "12:00"), Hours("13:00", "17:00")),
    };

    public static readonly CalendarDefinition Legal = Office with { Name = "Legal", Weekly = HoursBlock.WholeWeekdays };

    public static CalendarDefinition AroundTheClock(string zone) =>
        new() { TimeZone = zone, Weekly = HoursBlock.AroundTheClock };

    public static CalendarDefinition Open(string zone, params HoursBlock[] blocks) =>
        new() { TimeZone = zone, Weekly = blocks };

    public static BusinessCalendar Calendar(this CalendarDefinition definition) => BusinessCalendar.From(definition);

    public static LocalHours Hours(string from, string to) => new(Time(from), Time(to));

    public static HoursBlock Block(DayOfWeek day, string from, string to) => new(day, Time(from), Time(to));

    public static DateTimeOffset At(string instant) =>
        DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly On(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

    public static TimeSpan Minutes(double minutes) => TimeSpan.FromMinutes(minutes);

    public static Stretch Pause(string from, string to) => new(At(from), At(to));

    private static TimeSpan Time(string time) => time == "24:00"
        ? TimeSpan.FromHours(24)
        : TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
}
