namespace PqrsDesk.Domain.Kpis;

/// <summary>How long answers took, in calendar days from filing. All null where nothing was answered.</summary>
public sealed record ResponseDays(double? Mean, double? Median, double? NinetiethPercentile)
{
    private const double MicrosecondsPerDay = TimeSpan.MicrosecondsPerDay;

    public static ResponseDays None { get; } = new(null, null, null);

    public static ResponseDays Of(IEnumerable<TimeSpan> waits) => Of([.. waits.Select(wait => wait.Ticks / TimeSpan.TicksPerMicrosecond)]);

    /// <param name="waits">In microseconds, in any order, which does not survive.</param>
    public static ResponseDays Of(long[] waits) => waits.Length == 0
        ? None
        : new ResponseDays(MeanOf(waits), Percentile(waits, 0.5), Percentile(waits, 0.9));

    // Whole numbers add up the same in any order; those of millions of answers need more than 64 bits.
    private static double MeanOf(long[] waits)
    {
        var sum = Int128.Zero;
        foreach (var wait in waits) sum += wait;
        return (double)sum / waits.Length / MicrosecondsPerDay;
    }

    /// <summary>Linear between the two nearest ranks, as spreadsheets' PERCENTILE does, so that the workbook agrees.</summary>
    private static double Percentile(long[] waits, double share)
    {
        var rank = share * (waits.Length - 1);
        var below = (int)rank;
        var low = Ranks.Select(waits, below);
        var high = rank > below ? Ranks.Select(waits, below + 1) : low;
        return (low + ((rank - below) * (high - low))) / MicrosecondsPerDay;
    }
}
