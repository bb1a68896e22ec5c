namespace PqrsDesk.Domain.Calendars;

/// <summary>Working time in ticks of UTC, over years that are laid out when first asked for and then kept.</summary>
internal sealed class WorkingTime(ZoneOffsets offsets, DayRules rules, CountedYears years)
{
    private readonly YearCache<OpenYear> open = years.Cache(year => OpenYear.LayOut(year, offsets, rules));

    private readonly long earliest = new DateTime(years.First, 1, 1).Ticks;

    private readonly long latest = new DateTime(years.Last + 1, 1, 1).Ticks - 1;

    public bool Covers(long utc) => earliest <= utc && utc <= latest;

    public void Check(long utc)
    {
        if (!Covers(utc)) throw years.Outside();
    }

    public bool IsOpen(long utc) => open[YearOf(utc)].OpenFrom(utc) == utc;

    /// <summary>The earliest instant at which the work has elapsed, or null when the calendar ends before it.</summary>
    public long? Add(long start, long work)
    {
        var year = YearOf(start);
        if (work == 0) return OpenFrom(start, year);

        var worked = open[year].WorkedBefore(start);
        var left = work;
        while (left > open[year].Total - worked)
        {
            left -= open[year].Total - worked;
            if (++year > years.Last) return null;
            worked = 0;
        }

        return open[year].InstantAt(worked + left);
    }

    /// <summary>Open time from start to end, which must not be before it.</summary>
    public long Between(long start, long end)
    {
        int year = YearOf(start), last = YearOf(end);
        var worked = open[last].WorkedBefore(end) - open[year].WorkedBefore(start);
        for (; year < last; year++) worked += open[year].Total;
        return worked;
    }

    private long? OpenFrom(long start, int year)
    {
        var found = open[year].OpenFrom(start);
        while (found is null && ++year <= years.Last) found = open[year].OpenFrom(start);
        return found;
    }

    private int YearOf(long utc)
    {
        Check(utc);
        return new DateTime(utc).Year;
    }
}
