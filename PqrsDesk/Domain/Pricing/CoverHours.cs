using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Pricing;

/// <summary>What a calendar asks of the people who keep its hours.</summary>
/// <param name="Weekly">Open hours of its week.</param>
/// <param name="ClosesOnHolidays">Nobody has to stand in on them.</param>
public sealed record CoverHours(string Calendar, decimal Weekly, bool ClosesOnHolidays)
{
    /// <summary>Hours of a week: 24 × 7.</summary>
    public const int Week = 168;

    public static CoverHours Of(CalendarDefinition calendar) => new(
        calendar.Name, Math.Round(calendar.Weekly.Sum(block => (decimal)(block.To - block.From).TotalMinutes) / 60, 4), calendar.HolidayCountry is not null);

    /// <summary>The national holidays of a year that fall on the days on which a person works: so many days are off. Two on one date are one.</summary>
    /// <param name="workDays">From Monday on.</param>
    public static int HolidaysOff(int year, decimal workDays) => ColombianHolidays.For(year)
        .Select(holiday => holiday.Date).Distinct().Count(date => ((int)date.DayOfWeek + 6) % 7 < workDays);
}
