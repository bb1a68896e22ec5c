using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>Both clocks of a history at one instant.</summary>
public sealed record ClockState(DateTimeOffset AsOf, string Priority, ClockReading Response, ClockReading Resolution);

/// <summary>One clock at one instant.</summary>
/// <param name="State">Null when nothing is promised and nothing was missed.</param>
/// <param name="DueAt">When the target is used up; null without one, and for a resolution that is paused or met.</param>
/// <param name="Used">Working time so far: to the reply once replied, to the resolution while resolved.</param>
/// <param name="BreachedAt">The exact instant of the breach; it stays through all that follows.</param>
/// <param name="Pauses">The holes in it so far, in order; the last one may still last.</param>
public sealed record ClockReading(
    DeadlineState? State,
    DateTimeOffset? DueAt,
    TimeSpan Used,
    DateTimeOffset? BreachedAt,
    IReadOnlyList<Stretch> Pauses);
