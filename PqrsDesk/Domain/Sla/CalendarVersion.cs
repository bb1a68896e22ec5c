using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>One version of a calendar. Deadlines keep the version they were promised on.</summary>
public sealed class CalendarVersion
{
    /// <summary>The key of the calendar that legal terms are counted on.</summary>
    public const string LegalKey = "legal";
    public const int KeyLimit = 60;
    public const int NameLimit = 80;

    /// <summary>Given by the store; negative in a book that only tries a change.</summary>
    public int Id { get; internal init; }

    /// <summary>The same for all versions of one calendar.</summary>
    public required string Key { get; init; }
    public required int Version { get; init; }
    public required bool IsCurrent { get; set; }
    public required CalendarDefinition Definition { get; init; }

    /// <summary>When it was saved; null for those that the desk began with.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>Who saved it, by the name of then.</summary>
    public string? MadeBy { get; init; }
}
