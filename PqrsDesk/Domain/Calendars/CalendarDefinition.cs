namespace PqrsDesk.Domain.Calendars;

/// <summary>A calendar as an administrator writes it down, and as it is stored (JSON). May be wrong: see
/// <see cref="BusinessCalendar.TryCreate"/>.</summary>
/// <remarks>Two definitions with the same content are not equal by <c>==</c>: the lists compare by reference.</remarks>
public sealed record CalendarDefinition
{
    public string Name { get; init; } = "";

    /// <summary>IANA name, such as <c>America/Bogota</c>.</summary>
    public required string TimeZone { get; init; }

    public IReadOnlyList<HoursBlock> Weekly { get; init; } = [];

    /// <summary>The country whose national holidays close the calendar: <c>CO</c>, or null for none.</summary>
    public string? HolidayCountry { get; init; }

    /// <summary>Closed dates beyond the national ones, whole local days.</summary>
    public IReadOnlyList<DateOnly> ExtraHolidays { get; init; } = [];

    /// <summary>National holidays that do not close this calendar. An extra holiday of the same date still does.</summary>
    public IReadOnlyList<DateOnly> RemovedHolidays { get; init; } = [];

    /// <summary>Dates with hours of their own. They win over the week and over a holiday.</summary>
    public IReadOnlyList<SpecialDate> SpecialDates { get; init; } = [];
}

/// <summary>One date whose hours replace those of the week. No hours means closed.</summary>
public sealed record SpecialDate(DateOnly Date, string? Name, IReadOnlyList<LocalHours> Hours);
