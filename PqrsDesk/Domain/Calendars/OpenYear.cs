namespace PqrsDesk.Domain.Calendars;

/// <summary>All open time of one UTC year, in order, with the sum of what came before each piece.</summary>
/// <remarks>
/// All in ticks of UTC. Pieces that touch (24:00 and 00:00) are one. A piece is found by halving; nothing is allocated
/// after the year is laid out.
/// </remarks>
internal sealed class OpenYear
{
    private readonly long[] starts;

    /// <summary>One longer than <see cref="starts"/>: the last is the year's total.</summary>
    private readonly long[] before;

    private OpenYear(long[] starts, long[] before)
    {
        this.starts = starts;
        this.before = before;
    }

    public long Total => before[^1];

    public static OpenYear LayOut(int year, ZoneOffsets offsets, DayRules rules)
    {
        var starts = new List<long>();
        var before = new List<long> { 0 };
        var lastEnd = long.MinValue;
        foreach (var run in offsets.In(year))
        {
            foreach (var (from, to) in OpenIn(run, rules))
            {
                if (from == lastEnd)
                {
                    before[^1] += to - from;
                }
                else
                {
                    starts.Add(from);
                    before.Add(before[^1] + to - from);
                }

                lastEnd = to;
            }
        }

        return new OpenYear([.. starts], [.. before]);
    }

    /// <summary>The open pieces of a run of one offset: each local date it touches, cut to the run.</summary>
    public static IEnumerable<(long From, long To)> OpenIn(OffsetRun run, DayRules rules)
    {
        var firstDay = (int)((run.From + run.Offset) / TimeSpan.TicksPerDay);
        var lastDay = (int)((run.To + run.Offset - 1) / TimeSpan.TicksPerDay);
        for (var day = firstDay; day <= lastDay; day++)
        {
            var midnight = (day * TimeSpan.TicksPerDay) - run.Offset;
            foreach (var hours in rules.On(DateOnly.FromDayNumber(day)).Hours)
            {
                var from = Math.Max(run.From, midnight + hours.From.Ticks);
                var to = Math.Min(run.To, midnight + hours.To.Ticks);
                if (from < to) yield return (from, to);
            }
        }
    }

    /// <summary>Open time of the year before an instant.</summary>
    public long WorkedBefore(long utc)
    {
        var piece = LastStartingBy(utc);
        return piece < 0 ? 0 : Math.Min(before[piece] + utc - starts[piece], before[piece + 1]);
    }

    /// <summary>The earliest instant with this much open time before it: more than 0 and no more than the total.</summary>
    public long InstantAt(long worked)
    {
        // The last piece with less before it than asked for.
        int low = 0, high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (before[middle] < worked) low = middle;
            else high = middle - 1;
        }

        return starts[low] + worked - before[low];
    }

    /// <summary>This instant if it is open, else the next opening of the year, else null.</summary>
    public long? OpenFrom(long utc)
    {
        var piece = LastStartingBy(utc);
        if (piece >= 0 && utc - starts[piece] < before[piece + 1] - before[piece]) return utc;
        return piece + 1 < starts.Length ? starts[piece + 1] : null;
    }

    private int LastStartingBy(long utc)
    {
        int low = -1, high = starts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            if (starts[middle] <= utc) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
