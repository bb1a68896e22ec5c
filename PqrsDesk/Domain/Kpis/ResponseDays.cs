namespace PqrsDesk.Domain.Kpis;

/// <summary>How long answers took, in calendar days from filing. All null where nothing was answered.</summary>
public sealed record ResponseDays(double? Mean, double? Median, double? NinetiethPercentile)
{
    public static ResponseDays None { get; } = new(null, null, null);

    public static ResponseDays Of(IEnumerable<double> days)
    {
        var sorted = days.Order().ToArray();
        return sorted.Length == 0
            ? None
            : new ResponseDays(sorted.Average(), Percentile(sorted, 0.5), Percentile(sorted, 0.9));
    }

    /// <summary>Linear between the two nearest ranks, as spreadsheets' PERCENTILE does, so that the workbook agrees.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        var rank = share * (sorted.Length - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((rank - below) * (sorted[above] - sorted[below]));
    }
}
