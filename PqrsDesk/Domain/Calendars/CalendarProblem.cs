namespace PqrsDesk.Domain.Calendars;

/// <summary>Why a definition is not a calendar.</summary>
public abstract record CalendarProblem
{
    private CalendarProblem(string field) => Field = field;

    /// <summary>Where it is wrong, as a JSON path in camelCase: <c>weekly[2]</c>, <c>specialDates[0].hours[1]</c>.</summary>
    public string Field { get; }

    /// <summary>No time zone of that IANA name is known here.</summary>
    public sealed record UnknownZone(string Zone) : CalendarProblem("timeZone");

    /// <summary>The national holidays of that country are not known.</summary>
    public sealed record UnknownCountry(string Country) : CalendarProblem("holidayCountry");

    /// <summary>A weekday that is none of the seven.</summary>
    public sealed record UnknownDay(string Where, DayOfWeek Day) : CalendarProblem(Where);

    /// <summary>A block that is empty, ends before it begins, or leaves the day (00:00 to 24:00).</summary>
    public sealed record ReversedHours(string Where, TimeSpan From, TimeSpan To) : CalendarProblem(Where);

    /// <summary>A block that overlaps an earlier one of the same day.</summary>
    public sealed record OverlappingHours(string Where, TimeSpan From, TimeSpan To) : CalendarProblem(Where);

    /// <summary>The same special date twice.</summary>
    public sealed record RepeatedSpecialDate(string Where, DateOnly Date) : CalendarProblem(Where);

    /// <summary>No hour is ever open: nothing would ever fall due.</summary>
    public sealed record NeverOpens() : CalendarProblem("weekly");
}
