using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>What the walk finds at an instant; lengths in whole minutes.</summary>
internal sealed record MinuteState(
    DeadlineState? Response, DateTimeOffset? ResponseDue, int ResponseUsed,
    DeadlineState? Resolution, DateTimeOffset? ResolutionDue, int ResolutionUsed);

/// <summary>
/// The oracle of the replay: walks from minute to minute with two counters and a few flags. Knows nothing of how the
/// product counts. Right where events, targets and turns of the clock are at whole minutes, as all are here.
/// </summary>
internal sealed class MinuteWalk(CalendarDefinition calendar, IReadOnlyDictionary<string, ClockTargets> targets, IReadOnlyList<ClockEvent> events)
{
    private readonly MinuteByMinute open = new(calendar);

    public MinuteState At(DateTimeOffset asOf)
    {
        int used = 0, worked = 0, next = 0;
        bool late = false, missed = false;
        var flags = new ClockFlags();
        int? response = null, resolution = null;
        var held = new List<Stretch>();
        for (var at = events[0].At; ; at = at.AddMinutes(1))
        {
            late |= used > response;
            missed |= worked > resolution;
            for (; next < events.Count && events[next].At <= at; next++)
            {
                flags.Hear(events[next]);
                if (events[next].Type is ClockEventType.Created or ClockEventType.PriorityChanged)
                {
                    var target = targets.GetValueOrDefault(flags.Priority);
                    if (!flags.Replied) response = (int?)target?.Response?.TotalMinutes;
                    resolution = (int?)target?.Resolution?.TotalMinutes;
                }

                late |= used > response;
                missed |= worked > resolution;
            }

            if (at >= asOf) break;
            var counts = open.IsOpen(at);
            if (counts && !flags.Replied) used++;
            if (counts && !flags.Held) worked++;
            if (flags.Held) held.Add(new Stretch(at, at.AddMinutes(1)));
        }

        DeadlineState? first = late ? DeadlineState.Breached : response is null ? null : flags.Replied ? DeadlineState.Met : DeadlineState.Running;
        DeadlineState? second = missed ? DeadlineState.Breached : resolution is null ? null : flags.Resolved ? DeadlineState.Met : flags.Waiting ? DeadlineState.Paused : DeadlineState.Running;
        return new MinuteState(
            first, DueAfter(response, []), used,
            second, second is DeadlineState.Running or DeadlineState.Breached ? DueAfter(resolution, held) : null, worked);
    }

    /// <summary>The first minute at which that many have passed, open and not held; none at all is the next opening.</summary>
    private DateTimeOffset? DueAfter(int? minutes, List<Stretch> held)
    {
        if (minutes is not { } left) return null;
        var paused = held.Select(minute => minute.From).ToHashSet();
        for (var at = events[0].At; ; at = at.AddMinutes(1))
        {
            if (!open.IsOpen(at) || paused.Contains(at)) continue;
            if (left == 0) return at;
            if (--left == 0) return at.AddMinutes(1);
        }
    }
}

/// <summary>What the oracles know of a case: flags that its events raise and lower.</summary>
internal sealed class ClockFlags
{
    public bool Replied { get; private set; }
    public bool Waiting { get; private set; }
    public bool Resolved { get; private set; }
    public bool Held => Waiting || Resolved;
    public string Priority { get; private set; } = "";

    public void Hear(ClockEvent happened)
    {
        var type = happened.Type;
        if (type == ClockEventType.AgentReply) Replied = true;
        if (type == ClockEventType.CustomerResponded) Waiting = false;
        if (type == ClockEventType.Reopened && Resolved) Resolved = Waiting = false;
        if (type == ClockEventType.Resolved) (Resolved, Waiting) = (true, false);
        if ((type == ClockEventType.WaitingOnCustomer || (type == ClockEventType.AgentReply && happened.WaitingOnCustomer)) && !Resolved) Waiting = true;
        if (type is ClockEventType.Created or ClockEventType.PriorityChanged) Priority = happened.Priority!;
    }
}
