using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Availability;

/// <summary>How planned work comes again.</summary>
public enum PlannedRepeat
{
    None = 1,
    Weekly = 2,
    Monthly = 3,
}

/// <summary>Parada programada: work that was announced before it began. It is taken out of what is promised.</summary>
/// <remarks>
/// That it was announced is shown by its own entry: what is written down once it has begun counts as planned only where a lead
/// approves it with a reason. Of what comes again, those times count that begin after the entry.
/// </remarks>
public sealed partial class PlannedDowntime
{
    public const int ReasonLimit = 300;

    /// <summary>Of one time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    public int Id { get; private set; }
    public required int ProductId { get; init; }

    /// <summary>The first time, or the only one.</summary>
    public required DateTimeOffset From { get; init; }
    public required DateTimeOffset Until { get; init; }
    public required string Reason { get; init; }

    /// <summary>Everybody sees it from then on. It is before the first time: else it was no planned work.</summary>
    public DateTimeOffset AnnouncedAt { get; init; }
    public PlannedRepeat Repeat { get; init; } = PlannedRepeat.None;

    /// <summary>The last local date on which it may begin; null: it does not come again.</summary>
    public DateOnly? RepeatsUntil { get; init; }
    public string By { get; init; } = "";

    /// <summary>When it was written down, by the desk's own clock. Null in the rows of before it was kept, which hold as announced.</summary>
    public DateTimeOffset? MadeAt { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public string? ApprovedBy { get; private set; }

    /// <summary>Why what was written down afterwards counts all the same.</summary>
    public string? ApprovalReason { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    public string? CancelReason { get; private set; }
    public string? CancelledBy { get; private set; }

    /// <summary>It was written down when it had begun already, for the first time or at all.</summary>
    public bool IsLate => !WasAnnounced(From);

    /// <summary>Those times that were not announced count, too.</summary>
    public bool IsApproved => ApprovedAt is not null;

    /// <summary>Whether one of its times is taken out of what is promised.</summary>
    public bool Counts(DateTimeOffset begins) => IsApproved || WasAnnounced(begins);

    private bool WasAnnounced(DateTimeOffset begins) => (MadeAt ?? AnnouncedAt) < begins;

    /// <summary>Null when it can be kept.</summary>
    public AvailabilityRefusal? Refuse(TimeZoneInfo zone) =>
        Until <= From ? new(AvailabilityProblem.EndBeforeStart, nameof(Until))
        : Until - From > Longest ? new(AvailabilityProblem.PlannedTooLong, nameof(Until), Longest.Days.ToString(System.Globalization.CultureInfo.InvariantCulture))
        : AnnouncedAt >= From ? new(AvailabilityProblem.AnnouncedLate, nameof(AnnouncedAt))
        : !Enum.IsDefined(Repeat) ? new(AvailabilityProblem.RepeatUnknown, nameof(Repeat))
        : Repeat != PlannedRepeat.None && RepeatsUntil is null ? new(AvailabilityProblem.RepeatsWithoutEnd, nameof(RepeatsUntil))
        : Repeat != PlannedRepeat.None && RepeatsUntil < DateOf(From, zone) ? new(AvailabilityProblem.RepeatsEndEarly, nameof(RepeatsUntil))
        : Repeat == PlannedRepeat.Weekly && Until - From > TimeSpan.FromDays(7) ? new(AvailabilityProblem.RepeatsTooLong, nameof(Until))
        : string.IsNullOrWhiteSpace(Reason) ? new(AvailabilityProblem.ReasonMissing, nameof(Reason))
        : AvailabilityRefusal.TooLong(Reason, ReasonLimit, nameof(Reason));

    /// <summary>Its times that touch a span, in order and not cut to it. Each begins at the same local time as the first, and lasts as long.</summary>
    /// <remarks>Of a month that is too short for its day, the last day.</remarks>
    public IEnumerable<Stretch> Within(Stretch span, TimeZoneInfo zone)
    {
        var length = Until - From;
        var local = TimeZoneInfo.ConvertTime(From, zone).DateTime;
        var (first, time) = (DateOnly.FromDateTime(local), local.TimeOfDay);
        for (var at = 0; ; at++)
        {
            var from = at == 0 ? From : LocalSpans.At(DayOf(first, at), time, zone);
            if (at > 0 && (Repeat == PlannedRepeat.None || DayOf(first, at) > RepeatsUntil) || from >= span.To || from >= CancelledAt) yield break;
            var one = new Stretch(from, from + length < CancelledAt || CancelledAt is null ? from + length : CancelledAt.Value);
            if (!(one & span).IsEmpty) yield return one;
        }
    }

    private DateOnly DayOf(DateOnly first, int at) => Repeat == PlannedRepeat.Monthly ? first.AddMonths(at) : first.AddDays(7 * at);

    private static DateOnly DateOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
