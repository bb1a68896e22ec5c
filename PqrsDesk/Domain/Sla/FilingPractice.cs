using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>Under which law the desk files, and which date it gives to what comes in when it is closed.</summary>
/// <remarks>Stored as JSON, a row for each change; the newest holds.</remarks>
public sealed record FilingPractice
{
    /// <summary>Colombian law, and the earlier date wherever readings differ: whoever counts so is never late.</summary>
    public static FilingPractice Safe { get; } = new();

    /// <summary>The pack of rules that the desk works with.</summary>
    public string Country { get; init; } = "CO";

    /// <summary>What a case stands under unless it says otherwise.</summary>
    public string Regime { get; init; } = LegalBook.FirstRegime;

    /// <summary>Others that a case may name.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];
    public AfterHours AfterHours { get; init; } = AfterHours.SameDate;

    /// <summary>The calendar whose closing ends the day; null when <see cref="CutOff"/> does.</summary>
    public string? HoursKey { get; init; }

    /// <summary>The local time from which on it is after hours; null when a calendar says it.</summary>
    public TimeSpan? CutOff { get; init; }
    public ClosedDays ClosedDays { get; init; } = ClosedDays.OwnDate;

    /// <summary>The date that legal terms count from.</summary>
    /// <remarks>
    /// Closed dates: Consejo de Estado, 31 Oct 2024, exp. 27219, has them count as made on the next business day, and day 1
    /// is the one after that. After hours there is no single rule: entities that move filings give them the next business day.
    /// </remarks>
    /// <param name="legal">The calendar of legal terms.</param>
    /// <param name="hours">The calendar of <see cref="HoursKey"/>; null without one.</param>
    public DateOnly EffectiveOn(DateTimeOffset filedAt, BusinessCalendar legal, BusinessCalendar? hours)
    {
        var filedOn = legal.DateOf(filedAt);
        var moves = legal.IsBusinessDay(filedOn)
            ? AfterHours == AfterHours.NextBusinessDay && IsAfterHours(filedAt, filedOn, legal, hours)
            : ClosedDays == ClosedDays.NextBusinessDay;
        return moves ? legal.AddBusinessDays(filedOn, 1) : filedOn;
    }

    /// <summary>From the closing time on, as hours are half-open; a day without hours is over from its beginning.</summary>
    private bool IsAfterHours(DateTimeOffset filedAt, DateOnly filedOn, BusinessCalendar legal, BusinessCalendar? hours)
    {
        if (CutOff is { } time) return TimeZoneInfo.ConvertTime(filedAt, legal.Zone).TimeOfDay >= time;
        if (hours is null) return false;
        var open = hours.HoursOn(filedOn);
        return open.Count == 0 || TimeZoneInfo.ConvertTime(filedAt, hours.Zone).TimeOfDay >= open[^1].To;
    }
}

/// <summary>Which date a filing after hours has.</summary>
public enum AfterHours
{
    SameDate = 1,
    NextBusinessDay = 2,
}

/// <summary>Which date a filing on a closed day has.</summary>
public enum ClosedDays
{
    /// <summary>Its own: day 1 is the next business day.</summary>
    OwnDate = 1,

    /// <summary>The next business day: day 1 is the one after that.</summary>
    NextBusinessDay = 2,
}

/// <summary>A practice as it was saved.</summary>
public sealed class FilingPracticeVersion
{
    public int Id { get; internal init; }
    public required FilingPractice Practice { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
}
