using PqrsDesk.Domain.Availability;

namespace PqrsDesk.Features.Outages;

/// <summary>A day and an hour, as they are typed in the desk's zone.</summary>
public sealed class LocalMoment
{
    public DateOnly? Day { get; set; }
    public TimeOnly? Hour { get; set; }

    public static LocalMoment Of(DateTimeOffset? at, TimeZoneInfo zone)
    {
        if (at is not { } instant) return new();
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return new() { Day = DateOnly.FromDateTime(local), Hour = TimeOnly.FromDateTime(local) };
    }

    /// <summary>Null while one of the two is missing, or of a year that nobody means.</summary>
    public DateTimeOffset? At(TimeZoneInfo zone) => Day is { Year: >= 1990 and <= 2200 } day && Hour is { } hour ? LocalSpans.At(day, hour.ToTimeSpan(), zone) : null;
}
