using System.Collections.Concurrent;

namespace PqrsDesk.Domain.Calendars;

/// <summary>A run of real time, in UTC ticks, in which a zone keeps one offset. Local ticks are UTC plus the offset.</summary>
internal readonly record struct OffsetRun(long From, long To, long Offset);

/// <summary>The offsets of a zone as runs, a UTC year at a time.</summary>
/// <remarks>
/// <see cref="TimeZoneInfo"/> is asked once a day and the turn is found by halving, so that no later question goes
/// through its rules again. Shared by all calendars of the zone.
/// <para>
/// The framework's own limit, met on .NET 10: from 2038 on, where a zone's standing rule turns the clock at 24:00 or
/// later, or before 00:00 (Cairo, Jerusalem, Nuuk, Santiago, Scoresbysund), it is a day off.
/// </para>
/// </remarks>
internal sealed class ZoneOffsets
{
    private static readonly ConcurrentDictionary<string, ZoneOffsets> Known = new();

    private readonly TimeZoneInfo zone;
    private readonly YearCache<OffsetRun[]> years;

    private ZoneOffsets(TimeZoneInfo zone)
    {
        this.zone = zone;
        years = CountedYears.WithNeighbours.Cache(RunsOf);
    }

    public static ZoneOffsets Of(TimeZoneInfo zone) =>
        Known.GetOrAdd(zone.Id, static (_, zone) => new ZoneOffsets(zone), zone);

    /// <summary>The runs of a UTC year, cut to it, in order.</summary>
    public OffsetRun[] In(int year) => years[year];

    /// <summary>The runs of the years in which a local midnight, and the day from it on, can lie.</summary>
    public IEnumerable<OffsetRun> Around(long midnight)
    {
        for (var year = YearBefore(midnight); year <= YearAfter(midnight + TimeSpan.TicksPerDay); year++)
        {
            foreach (var run in In(year)) yield return run;
        }
    }

    public long At(long utc)
    {
        foreach (var run in In(new DateTime(utc).Year))
        {
            if (utc < run.To) return run.Offset;
        }

        throw new InvalidOperationException("The runs of a year cover it.");
    }

    /// <summary>The instant from which the local clock never again shows a time before this one.</summary>
    /// <remarks>On most days simply local minus offset. When the clock is set back over it, the second time around.</remarks>
    public long LastPassing(long local)
    {
        var last = 0L;
        for (var year = YearBefore(local); year <= YearAfter(local); year++)
        {
            foreach (var run in In(year))
            {
                if (run.From + run.Offset < local) last = Math.Min(run.To, local - run.Offset);
            }
        }

        return last;
    }

    /// <summary>The first instant at which the local clock shows this time or a later one.</summary>
    public long FirstPassing(long local)
    {
        for (var year = YearBefore(local); year <= YearAfter(local); year++)
        {
            foreach (var run in In(year))
            {
                if (local < run.To + run.Offset) return Math.Max(run.From, local - run.Offset);
            }
        }

        throw new InvalidOperationException("No offset is longer than a day.");
    }

    private static int YearBefore(long local) => new DateTime(local - TimeSpan.TicksPerDay).Year;

    private static int YearAfter(long local) => new DateTime(local + TimeSpan.TicksPerDay).Year;

    private OffsetRun[] RunsOf(int year)
    {
        var end = new DateTime(year + 1, 1, 1).Ticks;
        var from = new DateTime(year, 1, 1).Ticks;
        var offset = Ask(from);
        var runs = new List<OffsetRun>();
        for (var seen = from; seen < end - 1;)
        {
            var probe = Math.Min(seen + TimeSpan.TicksPerDay, end - 1);
            var probed = Ask(probe);
            if (probed != offset)
            {
                var turn = FirstWithout(offset, seen, probe);
                runs.Add(new OffsetRun(from, turn, offset));
                (from, offset, probe) = (turn, Ask(turn), turn);
            }

            seen = probe;
        }

        runs.Add(new OffsetRun(from, end, offset));
        return [.. runs];
    }

    private long FirstWithout(long offset, long with, long without)
    {
        while (without - with > 1)
        {
            var middle = with + ((without - with) / 2);
            if (Ask(middle) == offset) with = middle;
            else without = middle;
        }

        return without;
    }

    private long Ask(long utc) => zone.GetUtcOffset(new DateTime(utc, DateTimeKind.Utc)).Ticks;
}
