namespace PqrsDesk.Domain.Calendars;

/// <summary>Which rule of a calendar decides the hours of a date.</summary>
public abstract record DayRule
{
    private DayRule()
    {
    }

    /// <summary>The hours of the week.</summary>
    public sealed record Weekly : DayRule;

    /// <summary>The week has no hours on that weekday.</summary>
    public sealed record NoHours : DayRule;

    /// <summary>A holiday, national or the calendar's own. The calendar's own have no name.</summary>
    public sealed record Holiday(string? Name) : DayRule;

    /// <summary>A special date, closed or open at hours of its own.</summary>
    public sealed record Special(string? Name, bool Opens) : DayRule;
}
