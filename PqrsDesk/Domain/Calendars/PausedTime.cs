namespace PqrsDesk.Domain.Calendars;

/// <summary>Working time with holes. Pauses come in any order and may overlap.</summary>
/// <remarks>Lists are walked by index: an enumerator behind an interface would be an allocation for each question.</remarks>
internal static class PausedTime
{
    /// <summary>The earliest instant at which the work has elapsed, or null when it never does.</summary>
    public static long? Add(WorkingTime time, long start, long work, IReadOnlyList<Stretch> pauses)
    {
        time.Check(start);
        var left = work;
        var at = start;
        var ordered = InOrder(pauses);
        for (var index = 0; index < ordered.Count; index++)
        {
            var (from, to) = (ordered[index].From.UtcTicks, ordered[index].To.UtcTicks);
            if (to <= Math.Max(at, from)) continue;
            if (at < from)
            {
                var due = time.Add(at, left);
                if (due is null || due < from || (due == from && left > 0)) return due;
                left -= time.Between(at, from);
            }

            at = to;
            if (!time.Covers(at)) return null;
        }

        return time.Add(at, left);
    }

    /// <summary>Open time from start to end, which must not be before it.</summary>
    public static long Between(WorkingTime time, long start, long end, IReadOnlyList<Stretch> pauses)
    {
        time.Check(start);
        time.Check(end);
        var worked = 0L;
        var at = start;
        var ordered = InOrder(pauses);
        for (var index = 0; index < ordered.Count; index++)
        {
            var (from, to) = (Math.Max(ordered[index].From.UtcTicks, at), ordered[index].To.UtcTicks);
            if (to <= from) continue;
            if (from >= end) break;
            worked += time.Between(at, from);
            at = to;
            if (at >= end) return worked;
        }

        return worked + time.Between(at, end);
    }

    /// <summary>The pauses by their beginning: the same list when they are so already, as they nearly always are.</summary>
    public static IReadOnlyList<Stretch> InOrder(IReadOnlyList<Stretch> pauses)
    {
        for (var index = 1; index < pauses.Count; index++)
        {
            if (pauses[index].From < pauses[index - 1].From) return [.. pauses.OrderBy(pause => pause.From)];
        }

        return pauses;
    }
}
