using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>
/// The response and the resolution clock of a history that nobody stores: rules 5 to 7 of the engine, on the same
/// calendar as the deadlines of tickets.
/// </summary>
/// <remarks>
/// The first response runs from the creation to the first reply and does not pause. The resolution pauses while waiting
/// on the petitioner and while resolved; reopening ends both, however the case came to be resolved.
/// </remarks>
public sealed class ClockReplay
{
    private readonly BusinessCalendar calendar;
    private readonly IReadOnlyDictionary<string, ClockTargets> targets;
    private readonly ClockHistory history;
    private readonly Standing[] after;

    /// <param name="targets">By priority. A priority without one is promised nothing.</param>
    /// <exception cref="CalendarRangeException">An event is outside what the calendar counts.</exception>
    public ClockReplay(BusinessCalendar calendar, IReadOnlyDictionary<string, ClockTargets> targets, ClockHistory history)
    {
        this.calendar = calendar;
        this.targets = targets;
        this.history = history;
        after = new Standing[history.Events.Count];
        after[0] = Begun(history.Events[0]);
        for (var index = 1; index < after.Length; index++) after[index] = After(after[index - 1], history.Events[index]);
    }

    /// <summary>As it stood at an instant. An event at exactly that instant has happened.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Before the creation.</exception>
    /// <exception cref="CalendarRangeException">The instant or a due instant is outside what the calendar counts.</exception>
    public ClockState At(DateTimeOffset asOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, history.CreatedAt);
        var standing = after[history.CountBy(asOf) - 1];
        return new ClockState(asOf, standing.Priority, ResponseOf(standing, asOf), ResolutionOf(standing, asOf));
    }

    private static ClockReading ResponseOf(Standing standing, DateTimeOffset asOf)
    {
        var clock = standing.Response.CaughtUp(asOf);
        DeadlineState? state = clock switch
        {
            { BreachedAt: not null } => DeadlineState.Breached,
            { Target: null } => null,
            { StoppedAt: not null } => DeadlineState.Met,
            _ => DeadlineState.Running,
        };
        return new ClockReading(state, clock.DueAt(asOf), clock.UsedAt(asOf), clock.BreachedAt, []);
    }

    private static ClockReading ResolutionOf(Standing standing, DateTimeOffset asOf)
    {
        var clock = standing.Resolution.CaughtUp(asOf);
        DeadlineState? state = clock switch
        {
            { BreachedAt: not null } => DeadlineState.Breached,
            { Target: null } => null,
            _ when standing.IsResolved => DeadlineState.Met,
            _ when standing.IsWaiting => DeadlineState.Paused,
            _ => DeadlineState.Running,
        };
        var due = state is DeadlineState.Running or DeadlineState.Breached ? clock.DueAt(asOf) : null;
        return new ClockReading(state, due, clock.UsedAt(asOf), clock.BreachedAt, clock.PausesAt(asOf));
    }

    private Standing Begun(ClockEvent created)
    {
        var target = TargetOf(created.Priority!);
        return new Standing(
            created.Priority!,
            new ReplayedClock(calendar, created.At, target?.Response, created.At),
            new ReplayedClock(calendar, created.At, target?.Resolution, created.At),
            IsWaiting: false,
            IsResolved: false);
    }

    /// <summary>What was missed before the event is recorded before it, and what it makes missed right after.</summary>
    private Standing After(Standing before, ClockEvent happened) =>
        Apply(before.CaughtUp(happened.At), happened).CaughtUp(happened.At);

    private Standing Apply(Standing it, ClockEvent happened) => happened.Type switch
    {
        ClockEventType.AgentReply => (happened.WaitingOnCustomer ? Waiting(it, happened.At) : it) with { Response = it.Response.Stopped(happened.At) },
        ClockEventType.WaitingOnCustomer => Waiting(it, happened.At),
        ClockEventType.CustomerResponded when it.IsWaiting => it with { IsWaiting = false, Resolution = it.Resolution.Released(happened.At) },
        ClockEventType.Resolved => it with { IsWaiting = false, IsResolved = true, Resolution = it.Resolution.Held(happened.At) },
        ClockEventType.Reopened when it.IsResolved => it with { IsResolved = false, Resolution = it.Resolution.Released(happened.At) },
        ClockEventType.PriorityChanged => Retargeted(it, happened.Priority!, happened.At),
        _ => it,
    };

    // Once resolved there is nothing to wait for: reopening then has no wait to come back to.
    private static Standing Waiting(Standing it, DateTimeOffset at) =>
        it.IsResolved ? it : it with { IsWaiting = true, Resolution = it.Resolution.Held(at) };

    private Standing Retargeted(Standing it, string priority, DateTimeOffset at)
    {
        var target = TargetOf(priority);
        return it with
        {
            Priority = priority,
            Response = it.Response.Retargeted(target?.Response, at),
            Resolution = it.Resolution.Retargeted(target?.Resolution, at),
        };
    }

    private ClockTargets? TargetOf(string priority) => targets.GetValueOrDefault(priority);

    private sealed record Standing(string Priority, ReplayedClock Response, ReplayedClock Resolution, bool IsWaiting, bool IsResolved)
    {
        public Standing CaughtUp(DateTimeOffset asOf) => this with { Response = Response.CaughtUp(asOf), Resolution = Resolution.CaughtUp(asOf) };
    }
}
