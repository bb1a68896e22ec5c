namespace PqrsDesk.Domain.Calendars;

/// <summary>What a definition says of each date: a special date, else a holiday, else the week.</summary>
internal sealed class DayRules
{
    private static readonly DayRule WeeklyRule = new DayRule.Weekly();
    private static readonly DayRule NoHoursRule = new DayRule.NoHours();

    private readonly WeeklyHours weekly;
    private readonly Dictionary<DateOnly, (DayRule Rule, LocalHours[] Hours)> specials;
    private readonly HashSet<DateOnly> extra;
    private readonly HashSet<DateOnly> removed;
    private readonly bool colombian;
    private readonly YearCache<Dictionary<DateOnly, string?>> holidays;

    public DayRules(CalendarDefinition definition, WeeklyHours weekly)
    {
        this.weekly = weekly;
        extra = [.. definition.ExtraHolidays];
        removed = [.. definition.RemovedHolidays];
        colombian = definition.HolidayCountry is not null;
        holidays = CountedYears.WithNeighbours.Cache(NamesOf);
        specials = definition.SpecialDates.ToDictionary(
            special => special.Date,
            special => (
                (DayRule)new DayRule.Special(special.Name, special.Hours.Count > 0),
                WeeklyHours.InOrder(special.Hours)));
    }

    public (DayRule Rule, IReadOnlyList<LocalHours> Hours) On(DateOnly date)
    {
        if (specials.TryGetValue(date, out var special)) return special;
        if (holidays[date.Year].TryGetValue(date, out var name)) return (new DayRule.Holiday(name), []);
        var hours = weekly.On(date.DayOfWeek);
        return (hours.Count > 0 ? WeeklyRule : NoHoursRule, hours);
    }

    public IReadOnlyDictionary<DateOnly, string?> HolidaysIn(int year) => holidays[year];

    private Dictionary<DateOnly, string?> NamesOf(int year)
    {
        var names = new Dictionary<DateOnly, string?>();
        foreach (var holiday in National(year))
        {
            if (removed.Contains(holiday.Date)) continue;
            names[holiday.Date] = names.TryGetValue(holiday.Date, out var other) ? $"{other}, {holiday.Name}" : holiday.Name;
        }

        foreach (var date in extra)
        {
            if (date.Year == year) names.TryAdd(date, null);
        }

        return names;
    }

    // The year before the first is asked for one evening in zones behind UTC: 31 December, never a holiday.
    private IReadOnlyList<Holiday> National(int year) =>
        colombian && year >= ColombianHolidays.FirstYear ? ColombianHolidays.For(year) : [];
}
