using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

public enum PauseReason
{
    AwaitingPetitioner = 1,

    /// <summary>Answered or closed: counted as a pause, so that reopening resumes with the time already used.</summary>
    Answered = 2,

    /// <summary>Requerimiento de completar: stops the legal term too, which starts again the day after (Ley 1755 of 2015, art. 17).</summary>
    Completion = 3,
}

/// <summary>A hole in the calendar of one ticket's resolution clock.</summary>
public sealed class Pause
{
    public long Id { get; private set; }
    public long TicketId { get; private set; }
    public required DateTimeOffset From { get; init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? To { get; set; }
    public required PauseReason Reason { get; init; }

    /// <summary>Its name in the catalogue, as it was then; null for what the desk pauses by itself and for acts of law.</summary>
    public string? Cause { get; init; }

    /// <summary>Who stopped the clock, and who set it going again; the name as it was then.</summary>
    public string? By { get; init; }
    public string? EndedBy { get; set; }

    /// <summary>Percent of the resolution's target that was used when it began; null without such a target.</summary>
    public int? UsedPercent { get; init; }

    /// <summary>The petitioner had written last, and waited for an answer, when it began.</summary>
    public bool PetitionerWaited { get; init; }

    /// <summary>
    /// A lead should look at it, and has not yet: it began when most of the target was used, or it outlasts what the
    /// petitioner had to say.
    /// </summary>
    public bool WantsReview { get; set; }

    /// <summary>More than this many percent is most of a target.</summary>
    public const int Most = 50;

    /// <summary>The pause up to <paramref name="asOf"/> while it lasts, whole once it has ended.</summary>
    public Stretch UpTo(DateTimeOffset asOf) => new(From, To is { } end && end < asOf ? end : asOf < From ? From : asOf);
}
