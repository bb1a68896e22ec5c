using System.Diagnostics;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>How each unit is laid over a calendar.</summary>
public static class DeadlineUnits
{
    private const int MonthsInYear = 12;

    /// <summary>Clock hours are working hours of a calendar that never closes.</summary>
    private static readonly BusinessCalendar AroundTheClock =
        BusinessCalendar.From(new CalendarDefinition { Name = "24 × 7", TimeZone = TimeZoneInfo.Utc.Id, Weekly = HoursBlock.AroundTheClock });

    /// <summary>Whole days or months, which end with a day and not at an hour.</summary>
    public static bool IsTerm(this DeadlineUnit unit) => unit is DeadlineUnit.BusinessDays or DeadlineUnit.CalendarDays or DeadlineUnit.Months;

    /// <summary>The calendar that minutes of this unit are counted on.</summary>
    public static BusinessCalendar Over(this DeadlineUnit unit, BusinessCalendar calendar) =>
        unit == DeadlineUnit.ClockMinutes ? AroundTheClock : calendar;

    /// <summary>As <see cref="Over"/>, for showing it: clock hours are told by the wall clock of the calendar's zone.</summary>
    public static BusinessCalendar OverInWords(this DeadlineUnit unit, BusinessCalendar calendar) => unit == DeadlineUnit.ClockMinutes
        ? BusinessCalendar.From(AroundTheClock.Definition with { TimeZone = calendar.Zone.Id })
        : calendar;

    /// <summary>The last day in time of a term that counts from the day after <paramref name="from"/>.</summary>
    /// <remarks>
    /// Business days suppress what is closed; months run by the calendar to the same day number, or to the month's last
    /// day where it has none, and go on to the next business day (Ley 4 of 1913, arts. 59 and 62). Calendar days end
    /// where they end.
    /// </remarks>
    /// <exception cref="CalendarRangeException">The answer is outside what the calendar counts.</exception>
    public static DateOnly LastDay(this DeadlineUnit unit, BusinessCalendar calendar, DateOnly from, int amount) => unit switch
    {
        DeadlineUnit.BusinessDays => calendar.AddBusinessDays(from, amount),
        DeadlineUnit.CalendarDays => from.AddDays(amount),
        DeadlineUnit.Months => NextBusinessDay(calendar, from.AddMonths(amount)),
        _ => throw new UnreachableException($"{unit} has no last day."),
    };

    /// <summary>What a term has used at the end of a date: whole days, or whole months.</summary>
    public static int Used(this DeadlineUnit unit, BusinessCalendar calendar, DateOnly from, DateOnly to) => unit switch
    {
        DeadlineUnit.BusinessDays => calendar.BusinessDaysBetween(from, to),
        DeadlineUnit.CalendarDays => Math.Max(0, to.DayNumber - from.DayNumber),
        DeadlineUnit.Months => to <= from ? 0 : MonthsBetween(from, to) - (from.AddMonths(MonthsBetween(from, to)) > to ? 1 : 0),
        _ => throw new UnreachableException($"{unit} is not counted in days."),
    };

    private static int MonthsBetween(DateOnly from, DateOnly to) => ((to.Year - from.Year) * MonthsInYear) + to.Month - from.Month;

    private static DateOnly NextBusinessDay(BusinessCalendar calendar, DateOnly date) =>
        calendar.IsBusinessDay(date) ? date : calendar.AddBusinessDays(date, 1);
}
