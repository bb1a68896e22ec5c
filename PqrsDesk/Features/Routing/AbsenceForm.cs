using PqrsDesk.Domain.Routing;

namespace PqrsDesk.Features.Routing;

/// <summary>An absence as it is typed, in the desk's own time.</summary>
public sealed class AbsenceForm
{
    public DateOnly? From { get; set; }

    /// <summary>Null: from the beginning of the day.</summary>
    public TimeOnly? FromHour { get; set; }

    /// <summary>The last day of it.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Null: to the end of the day.</summary>
    public TimeOnly? ToHour { get; set; }
    public string Reason { get; set; } = "";

    /// <summary>0: the usual one.</summary>
    public int SubstituteId { get; set; }

    public HandOver HandOver { get; set; } = HandOver.All;

    /// <summary>From the first instant on, and before the second; null while a date is missing.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? Read(TimeZoneInfo zone) => From is not { } first || To is not { } last || last == DateOnly.MaxValue ? null
        : (Absence.Instant(first, FromHour ?? TimeOnly.MinValue, zone),
            ToHour is { } hour ? Absence.Instant(last, hour, zone) : Absence.Instant(last.AddDays(1), TimeOnly.MinValue, zone));
}
