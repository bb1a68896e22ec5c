namespace PqrsDesk.Domain.Assessments;

/// <summary>Which reminder of a review went out last.</summary>
public enum ReviewReminder
{
    None = 0,

    /// <summary>Some weeks before.</summary>
    Ahead = 1,

    /// <summary>On the day, or when the desk noticed after it.</summary>
    Due = 2,
}

public static class ReviewReminders
{
    public const int DaysAhead = 30;

    /// <summary>The reminder that is due now; null: none is, or it went out.</summary>
    public static ReviewReminder? Next(DateOnly? reviewOn, ReviewReminder last, DateOnly today)
    {
        if (reviewOn is not { } on) return null;
        var due = today >= on ? ReviewReminder.Due : today >= on.AddDays(-DaysAhead) ? ReviewReminder.Ahead : ReviewReminder.None;
        return due > last ? due : null;
    }
}
