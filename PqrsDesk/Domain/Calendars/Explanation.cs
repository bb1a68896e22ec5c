namespace PqrsDesk.Domain.Calendars;

/// <summary>A span taken apart into its local dates.</summary>
internal sealed class Explanation(ZoneOffsets offsets, DayRules rules, Stretch span, IReadOnlyList<Stretch> pauses)
{
    private readonly List<Stretch> holes = Joined(PausedTime.InOrder(pauses));

    public IEnumerable<DayWorked> Days()
    {
        var last = LastDay();
        for (var day = FirstDay(); day <= last; day++) yield return On(day);
    }

    private DayWorked On(int day)
    {
        var (rule, hours) = rules.On(DateOnly.FromDayNumber(day));
        Stretch[] open = [.. OpenOn(day, hours).Select(each => each & span).Where(each => !each.IsEmpty)];
        Stretch[] paused = [.. open.SelectMany(each => holes.Select(hole => hole & each)).Where(each => !each.IsEmpty)];
        Stretch[] counted = [.. open.SelectMany(each => each.Without(holes))];
        var worked = new TimeSpan(counted.Sum(each => each.Length.Ticks));
        return new DayWorked(DateOnly.FromDayNumber(day), rule, open, paused, counted, worked);
    }

    // A date on which the clock turns has several runs; each shows its own part of the hours.
    private IEnumerable<Stretch> OpenOn(int day, IReadOnlyList<LocalHours> hours) =>
        from run in offsets.Around(day * TimeSpan.TicksPerDay)
        let midnight = (day * TimeSpan.TicksPerDay) - run.Offset
        from block in hours
        let start = Math.Max(run.From, midnight + block.From.Ticks)
        let end = Math.Min(run.To, midnight + block.To.Ticks)
        where start < end
        select new Stretch(new DateTimeOffset(start, TimeSpan.Zero), new DateTimeOffset(end, TimeSpan.Zero));

    // A clock set back over midnight shows yesterday's date again, so the dates of the two ends are not enough.
    private int FirstDay()
    {
        var start = span.From.UtcTicks;
        var day = DayOf(start);
        while (offsets.LastPassing(day * TimeSpan.TicksPerDay) > start) day--;
        return day;
    }

    private int LastDay()
    {
        var end = span.To.UtcTicks;
        var day = DayOf(span.IsEmpty ? end : end - 1);
        while (offsets.FirstPassing((day + 1) * TimeSpan.TicksPerDay) < end) day++;
        return day;
    }

    private int DayOf(long utc) => (int)((utc + offsets.At(utc)) / TimeSpan.TicksPerDay);

    private static List<Stretch> Joined(IReadOnlyList<Stretch> inOrder)
    {
        var joined = new List<Stretch>();
        foreach (var pause in inOrder.Where(pause => !pause.IsEmpty))
        {
            if (joined.Count > 0 && pause.From <= joined[^1].To)
                joined[^1] = joined[^1] with { To = pause.To > joined[^1].To ? pause.To : joined[^1].To };
            else
                joined.Add(pause);
        }

        return joined;
    }
}
