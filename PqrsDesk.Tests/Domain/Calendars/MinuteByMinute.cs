
namespace PqrsDesk.Domain.Calendars;

/// <summary>
/// The oracle: looks at every minute of real time and asks what the wall shows. Knows nothing of the product but the
/// definition and the list of holidays. Right where hours and turns of the clock are at whole minutes, as all are here.
/// </summary>
internal sealed class MinuteByMinute
{
    private readonly CalendarDefinition definition;
    private readonly TimeZoneInfo zone;

    public MinuteByMinute(CalendarDefinition definition)
    {
        this.definition = definition;
        zone = TimeZoneInfo.FindSystemTimeZoneById(definition.TimeZone);
    }

    public bool IsOpen(DateTimeOffset instant)
    {
        var wall = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        var date = DateOnly.FromDateTime(wall);
        var special = definition.SpecialDates.FirstOrDefault(each => each.Date == date);
        if (special is not null) return special.Hours.Any(each => each.From <= wall.TimeOfDay && wall.TimeOfDay < each.To);
        return !IsHoliday(date) && definition.Weekly.Any(each =>
            each.Day == wall.DayOfWeek && each.From <= wall.TimeOfDay && wall.TimeOfDay < each.To);
    }

    public bool IsBusinessDay(DateOnly date)
    {
        var special = definition.SpecialDates.FirstOrDefault(each => each.Date == date);
        if (special is not null) return special.Hours.Count > 0;
        return !IsHoliday(date) && definition.Weekly.Any(each => each.Day == date.DayOfWeek);
    }

    public TimeSpan Between(DateTimeOffset start, DateTimeOffset end, IReadOnlyList<Stretch> pauses)
    {
        var worked = TimeSpan.Zero;
        foreach (var (from, to) in Pieces(start, end, pauses))
        {
            if (from >= end) break;
            worked += to - from;
        }

        return worked;
    }

    /// <summary>Null when it is not reached by the horizon.</summary>
    public DateTimeOffset? Add(DateTimeOffset start, TimeSpan work, IReadOnlyList<Stretch> pauses, DateTimeOffset horizon)
    {
        var left = work;
        foreach (var (from, to) in Pieces(start, horizon, pauses))
        {
            if (left == TimeSpan.Zero || left <= to - from) return from + left;
            left -= to - from;
        }

        return null;
    }

    /// <summary>Open and not paused, no piece longer than a minute.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Pieces(
        DateTimeOffset start, DateTimeOffset end, IReadOnlyList<Stretch> pauses)
    {
        var edges = pauses.SelectMany(pause => new[] { pause.From, pause.To }).Order().ToList();
        var nextEdge = 0;
        for (var at = start; at < end;)
        {
            while (nextEdge < edges.Count && edges[nextEdge] <= at) nextEdge++;
            var minute = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero);
            var until = minute.AddMinutes(1);
            if (nextEdge < edges.Count && edges[nextEdge] < until) until = edges[nextEdge];
            if (end < until) until = end;
            if (!pauses.Any(pause => pause.From <= at && at < pause.To) && IsOpen(minute)) yield return (at, until);
            at = until;
        }
    }

    private bool IsHoliday(DateOnly date) =>
        definition.ExtraHolidays.Contains(date)
        || (definition.HolidayCountry is not null
            && !definition.RemovedHolidays.Contains(date)
            && HolidaysOf(date.Year).Contains(date));

    private readonly Dictionary<int, HashSet<DateOnly>> holidays = [];

    private HashSet<DateOnly> HolidaysOf(int year)
    {
        if (!holidays.TryGetValue(year, out var dates))
            holidays[year] = dates = [.. ColombianHolidays.For(year).Select(holiday => holiday.Date)];
        return dates;
    }
}
