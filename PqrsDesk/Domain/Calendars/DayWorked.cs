namespace PqrsDesk.Domain.Calendars;

/// <summary>One local date of a span: what of it counted, and why the rest did not.</summary>
/// <param name="Date">The local date.</param>
/// <param name="Rule">What decides the hours of the date: it says why a closed day is closed.</param>
/// <param name="Open">What the calendar opens that date, cut to the span, before pauses.</param>
/// <param name="Paused">The pauses of that date, cut to the span and to the open hours.</param>
/// <param name="Counted">Open and not paused, in order of time.</param>
/// <param name="Worked">The length of all that counted.</param>
public sealed record DayWorked(
    DateOnly Date,
    DayRule Rule,
    IReadOnlyList<Stretch> Open,
    IReadOnlyList<Stretch> Paused,
    IReadOnlyList<Stretch> Counted,
    TimeSpan Worked);
