namespace PqrsDesk.Domain.Calendars;

/// <summary>A date or an instant before or after what a calendar can count. Thrown in place of a wrong answer.</summary>
public sealed class CalendarRangeException : Exception
{
    public CalendarRangeException()
        : this("The time is outside what the calendar can count.")
    {
    }

    public CalendarRangeException(string message)
        : base(message)
    {
    }

    public CalendarRangeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
