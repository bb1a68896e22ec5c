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

    /// <summary>The pause up to <paramref name="asOf"/> while it lasts, whole once it has ended.</summary>
    public Stretch UpTo(DateTimeOffset asOf) => new(From, To is { } end && end < asOf ? end : asOf < From ? From : asOf);
}
