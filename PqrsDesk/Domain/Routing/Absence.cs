namespace PqrsDesk.Domain.Routing;

/// <summary>Somebody is away: from an instant on, and before another.</summary>
public sealed class Absence
{
    public const int ReasonLimit = 200;

    /// <summary>Whoever is away for longer has left.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3 * 366);

    public int Id { get; private set; }
    public required int StaffId { get; init; }
    public required DateTimeOffset From { get; init; }

    /// <summary>The first instant that they are back.</summary>
    public required DateTimeOffset To { get; set; }
    public string? Reason { get; init; }

    /// <summary>Who stands in this time; null: the usual substitute.</summary>
    public int? SubstituteId { get; init; }

    /// <summary>What becomes of the open cases that they have when it begins.</summary>
    public HandOver HandOver { get; init; }

    /// <summary>When the cases went to whoever stands in, and when they came back; null: not yet.</summary>
    public DateTimeOffset? HandedAt { get; set; }
    public DateTimeOffset? GivenBackAt { get; set; }

    /// <summary>Who wrote it down, by name.</summary>
    public required string MadeBy { get; init; }

    public bool Covers(DateTimeOffset at) => From <= at && at < To;

    /// <summary>The instant of a local time. Where the clock jumps over it, the first that there is; where it comes twice, the first of both.</summary>
    public static DateTimeOffset Instant(DateOnly day, TimeOnly hour, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(hour);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

/// <summary>Which cases of somebody who is away go to whoever stands in.</summary>
public enum HandOver
{
    /// <summary>They wait for whoever has them.</summary>
    None = 0,

    /// <summary>Those whose nearest deadline comes before they are back, and those that are overdue.</summary>
    DueMeanwhile = 1,
    All = 2,
}
