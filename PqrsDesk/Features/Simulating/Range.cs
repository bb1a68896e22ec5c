using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Simulating;

/// <summary>What is answered: a century, within what the calendar counts. Beyond it there is no answer.</summary>
internal static class Range
{
    /// <summary>Whether an instant, and every day beside it, can be counted.</summary>
    public static bool Counts(BusinessCalendar calendar, DateTimeOffset at)
    {
        try
        {
            calendar.HoursOn(calendar.DateOf(at));
            return true;
        }
        catch (CalendarRangeException)
        {
            return false;
        }
    }

    public static bool Within(DateTimeOffset one, DateTimeOffset other)
    {
        var (first, last) = one < other ? (one, other) : (other, one);
        return last.UtcDateTime <= first.UtcDateTime.AddYears(PartReading.Century);
    }

    public static DateTimeOffset? Add(BusinessCalendar calendar, DateTimeOffset start, TimeSpan work) =>
        calendar.TryAdd(start, work, [], out var due) && Within(start, due) ? due : null;

    /// <summary>The date that a filing counts from; null beyond what can be counted.</summary>
    public static DateOnly? EffectiveOn(DeskSla sla, BusinessCalendar legal, DateTimeOffset filedAt)
    {
        try
        {
            return sla.EffectiveOn(filedAt, legal);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    public static DateOnly? LastDay(DeadlineUnit unit, BusinessCalendar calendar, DateOnly filedOn, int amount)
    {
        try
        {
            var last = unit.LastDay(calendar, filedOn, amount);
            return last <= filedOn.AddYears(PartReading.Century) ? last : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    public static ClockState? State(ClockReplay replay, DateTimeOffset asOf)
    {
        try
        {
            return replay.At(asOf);
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }
}
