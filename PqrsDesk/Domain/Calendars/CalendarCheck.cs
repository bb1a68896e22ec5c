namespace PqrsDesk.Domain.Calendars;

/// <summary>Holds a definition to what a calendar needs.</summary>
internal static class CalendarCheck
{
    private const string Colombia = "CO";

    /// <summary>The parts of a sound definition, or the first problem of another.</summary>
    public static CalendarProblem? Read(CalendarDefinition definition, out TimeZoneInfo? zone, out WeeklyHours? weekly)
    {
        weekly = null;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(definition.TimeZone, out zone) || !IsIana(zone))
            return new CalendarProblem.UnknownZone(definition.TimeZone);
        if (!WeeklyHours.TryCreate(definition.Weekly, out weekly, out var problem)) return problem;
        if (definition.HolidayCountry is not (null or Colombia))
            return new CalendarProblem.UnknownCountry(definition.HolidayCountry);
        return SpecialDates(definition.SpecialDates) ?? Opens(definition, weekly);
    }

    // The zone files of a machine hold more than zones: "localtime" is another zone on each machine, and those under
    // "right/" count leap seconds. Every IANA name begins with a capital, none of these does.
    private static bool IsIana(TimeZoneInfo zone) => zone.HasIanaId && char.IsAsciiLetterUpper(zone.Id[0]);

    private static CalendarProblem? SpecialDates(IReadOnlyList<SpecialDate> specials)
    {
        var seen = new HashSet<DateOnly>();
        for (var index = 0; index < specials.Count; index++)
        {
            var special = specials[index];
            if (!seen.Add(special.Date))
                return new CalendarProblem.RepeatedSpecialDate($"specialDates[{index}].date", special.Date);

            var day = new List<LocalHours>();
            for (var block = 0; block < special.Hours.Count; block++)
            {
                var problem = WeeklyHours.Place(special.Hours[block], day, $"specialDates[{index}].hours[{block}]");
                if (problem is not null) return problem;
            }
        }

        return null;
    }

    private static CalendarProblem.NeverOpens? Opens(CalendarDefinition definition, WeeklyHours weekly) =>
        weekly.IsEmpty && definition.SpecialDates.All(special => special.Hours.Count == 0)
            ? new CalendarProblem.NeverOpens()
            : null;
}
