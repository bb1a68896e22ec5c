using PqrsDesk.Domain.Calendars;

namespace PqrsDesk.Domain.Sla;

/// <summary>What the walk finds at an instant; lengths in whole minutes.</summary>
internal sealed record MinuteState(
    DeadlineState? Response, DateTimeOffset? ResponseDue, int ResponseUsed,
    DeadlineState? Resolution, DateTimeOffset? ResolutionDue, int ResolutionUsed);

/// <summary>
/// The oracle of the replay: walks from minute to minute with two counters and two flags. Knows nothing of how the
/// product counts. Right where events, targets and turns of the clock are at whole minutes, as all are here.
/// </summary>
internal sealed class MinuteWalk(CalendarDefinition calendar, IReadOnlyDictionary<string, ClockTargets> targets, IReadOnlyList<ClockEvent> events)
{
    private readonly MinuteByMinute open = new(calendar);

    public MinuteState At(DateTimeOffset asOf)
    {
        int used = 0, worked = 0, next = 0;
        bool replied = false, waiting = false, resolved = false, late = false, missed = false;
        var priority = "";
        int? response = null, resolution = null;
        var held = new List<Stretch>();
        for (var at = events[0].At; ; at = at.AddMinutes(1))
        {
            late |= used > response;
            missed |= worked > resolution;
            for (; next < events.Count && events[next].At <= at; next++)
            {
                var (type, named) = (events[next].Type, events[next].Priority);
                if (type == ClockEventType.AgentReply) replied = true;
                if (type == ClockEventType.CustomerResponded) waiting = false;
                if (type == ClockEventType.Reopened && resolved) resolved = waiting = false;
                if (type == ClockEventType.Resolved) (resolved, waiting) = (true, false);
                if ((type == ClockEventType.WaitingOnCustomer || (type == ClockEventType.AgentReply && events[next].WaitingOnCustomer)) && !resolved) waiting = true;
                if (type is ClockEventType.Created or ClockEventType.PriorityChanged)
                {
                    priority = named!;
                    var target = targets.GetValueOrDefault(priority);
                    if (!replied) response = (int?)target?.Response?.TotalMinutes;
                    resolution = (int?)target?.Resolution?.TotalMinutes;
                }

                late |= used > response;
                missed |= worked > resolution;
            }

            if (at >= asOf) break;
            var counts = open.IsOpen(at);
            if (counts && !replied) used++;
            if (counts && !waiting && !resolved) worked++;
            if (waiting || resolved) held.Add(new Stretch(at, at.AddMinutes(1)));
        }

        DeadlineState? first = late ? DeadlineState.Breached : response is null ? null : replied ? DeadlineState.Met : DeadlineState.Running;
        DeadlineState? second = missed ? DeadlineState.Breached : resolution is null ? null : resolved ? DeadlineState.Met : waiting ? DeadlineState.Paused : DeadlineState.Running;
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
