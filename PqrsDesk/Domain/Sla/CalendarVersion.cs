using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>One version of a calendar. Deadlines keep the version they were promised on.</summary>
public sealed class CalendarVersion
{
    /// <summary>The key of the calendar that legal terms are counted on.</summary>
    public const string LegalKey = "legal";

    public int Id { get; private set; }

    /// <summary>The same for all versions of one calendar.</summary>
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required bool IsCurrent { get; set; }
    public required CalendarDefinition Definition { get; init; }
}
