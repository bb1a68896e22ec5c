namespace PqrsDesk.Domain.Kpis;

/// <summary>One topic among those received.</summary>
/// <param name="Topic">Null for tickets that nobody has classified.</param>
/// <param name="Share">Fraction of all.</param>
/// <param name="Cumulative">Fraction of all in this row and those above.</param>
/// <param name="IsVital">One of the few that together first reach <see cref="Pareto.Line"/>.</param>
public sealed record ParetoRow(string? Topic, int Count, double Share, double Cumulative, bool IsVital);

public static class Pareto
{
    /// <summary>The 80 % line.</summary>
    public const double Line = 0.8;

    public static IReadOnlyList<ParetoRow> Of(IEnumerable<CountBy<string?>> topics)
    {
        var ordered = topics.Where(topic => topic.Count > 0).MostFirst();
        var total = ordered.Total();
        var rows = new List<ParetoRow>(ordered.Count);
        var above = 0;
        foreach (var (topic, count) in ordered)
        {
            // Sums of integers first, then one division: the last row is exactly 1.
            var vital = above < Line * total;
            above += count;
            rows.Add(new ParetoRow(topic, count, (double)count / total, (double)above / total, vital));
        }
        return rows;
    }
}
