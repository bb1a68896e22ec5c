using System.Collections.Concurrent;
using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

/// <summary>Days and months of a zone as real time: a month in which the clock is set forward is an hour shorter.</summary>
public static class LocalSpans
{
    private static readonly ConcurrentDictionary<string, BusinessCalendar> Always = new();

    /// <summary>A calendar that is never closed: all real time counts, whatever the clocks show.</summary>
    public static BusinessCalendar DayAndNight(TimeZoneInfo zone) =>
        Always.GetOrAdd(zone.Id, static id => BusinessCalendar.From(new CalendarDefinition { TimeZone = id, Weekly = HoursBlock.AroundTheClock }));

    public static Stretch Day(DateOnly day, TimeZoneInfo zone) => new(StartOf(day, zone), StartOf(day.AddDays(1), zone));

    /// <param name="month">Any day of it.</param>
    public static Stretch Month(DateOnly month, TimeZoneInfo zone) => new(StartOf(FirstOf(month), zone), StartOf(FirstOf(month).AddMonths(1), zone));

    public static DateOnly FirstOf(DateOnly month) => new(month.Year, month.Month, 1);

    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone) => At(day, TimeSpan.Zero, zone);

    /// <summary>The first instant at which the zone's clock shows this time or a later one.</summary>
    public static DateTimeOffset At(DateOnly day, TimeSpan time, TimeZoneInfo zone) =>
        new(ZoneOffsets.Of(zone).FirstPassing(day.DayNumber * TimeSpan.TicksPerDay + time.Ticks), TimeSpan.Zero);
}
