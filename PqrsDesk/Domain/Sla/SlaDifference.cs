using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>A part of a calendar or a policy that one version has otherwise than the one before it.</summary>
public enum SlaPart
{
    Name = 1,
    Zone,
    WeeklyHours,
    NationalHolidays,
    HolidayList,
    SpecialDates,
    Order,

    /// <summary>Another calendar, or another version of the same.</summary>
    Calendar,
    Conditions,
    Targets,
    Thresholds,
    Escalations,
    Retirement,
}

/// <summary>What changed from one version to the next.</summary>
public static class SlaDifference
{
    public static IReadOnlyList<SlaPart> Between(CalendarDefinition one, CalendarDefinition other) => Of(
        (SlaPart.Name, one.Name == other.Name),
        (SlaPart.Zone, one.TimeZone == other.TimeZone),
        (SlaPart.WeeklyHours, Same(Week(one), Week(other))),
        (SlaPart.NationalHolidays, one.HolidayCountry == other.HolidayCountry),
        (SlaPart.HolidayList, SameSet(one.ExtraHolidays, other.ExtraHolidays) && SameSet(one.RemovedHolidays, other.RemovedHolidays)),
        (SlaPart.SpecialDates, Same(Dates(one), Dates(other))));

    public static IReadOnlyList<SlaPart> Between(SlaPolicy one, SlaPolicy other) =>
        Between(one, other.Order, other.CalendarVersionId, other.Definition);

    public static IReadOnlyList<SlaPart> Between(SlaPolicy one, SlaEdit.OfPolicy other, int calendarVersionId) =>
        Between(one, other.Order, calendarVersionId, other.Definition);

    private static IReadOnlyList<SlaPart> Between(SlaPolicy one, int order, int calendarVersionId, PolicyDefinition next) => Of(
        (SlaPart.Name, one.Definition.Name == next.Name),
        (SlaPart.Order, one.Order == order),
        (SlaPart.Calendar, one.CalendarVersionId == calendarVersionId),
        (SlaPart.Conditions, SameConditions(one.Definition, next)),
        (SlaPart.Targets, one.Definition.Targets.Count == next.Targets.Count && one.Definition.Targets.All(target => next.Targets.GetValueOrDefault(target.Key) == target.Value)),
        (SlaPart.Thresholds, SameThresholds(one.Definition, next)),
        (SlaPart.Escalations, SameEscalations(one.Definition, next)),
        (SlaPart.Retirement, one.Definition.IsRetired == next.IsRetired));

    public static bool SameConditions(PolicyDefinition one, PolicyDefinition other) =>
        SameSet(one.Kinds, other.Kinds) && SameSet(one.ServiceLevels, other.ServiceLevels) && SameSet(one.Customers, other.Customers)
        && SameSet(one.Channels, other.Channels) && SameSet(one.Areas, other.Areas) && SameSet(one.Priorities, other.Priorities)
        && SameSet(one.Products, other.Products) && one.From == other.From && one.Until == other.Until;

    /// <summary>Whether the same is done at the same share of the time.</summary>
    public static bool SameWatch(PolicyDefinition one, PolicyDefinition other) => SameThresholds(one, other) && SameEscalations(one, other);

    private static bool SameThresholds(PolicyDefinition one, PolicyDefinition other) => Same(one.Thresholds, other.Thresholds);

    private static bool SameEscalations(PolicyDefinition one, PolicyDefinition other) => Same(one.Escalations.Select(Told), other.Escalations.Select(Told));

    private static IReadOnlyList<SlaPart> Of(params (SlaPart Part, bool Same)[] parts) => [.. parts.Where(part => !part.Same).Select(part => part.Part)];

    private static IEnumerable<HoursBlock> Week(CalendarDefinition definition) => definition.Weekly.OrderBy(block => block.Day).ThenBy(block => block.From);

    private static IEnumerable<(DateOnly, string?, TimeSpan?, TimeSpan?)> Dates(CalendarDefinition definition) => definition.SpecialDates
        .OrderBy(special => special.Date)
        .SelectMany(special => special.Hours.Count == 0
            ? [(special.Date, special.Name, (TimeSpan?)null, (TimeSpan?)null)]
            : special.Hours.OrderBy(hours => hours.From).Select(hours => (special.Date, special.Name, (TimeSpan?)hours.From, (TimeSpan?)hours.To)));

    private static string Told(EscalationLevel level) =>
        $"{level.Percent}|{string.Join(',', level.Deadlines.Order())}|{string.Join(',', level.Acts)}|{level.AssignTo}";

    private static bool Same<T>(IEnumerable<T> one, IEnumerable<T> other) => one.SequenceEqual(other);

    private static bool SameSet<T>(IEnumerable<T> one, IEnumerable<T> other) => one.ToHashSet().SetEquals(other);
}
