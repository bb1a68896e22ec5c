using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Domain.Assessments;

/// <summary>A score with the way to it.</summary>
/// <param name="Mean">The factors, weighted.</param>
/// <param name="Raise">What the consequences add to it.</param>
/// <param name="Capped">Without the bound of the highest factor it would have been more.</param>
/// <param name="Value">Rounded to hundredths, halves upwards: what is shown is what decides.</param>
public sealed record CriticalityScore(decimal Mean, decimal Raise, bool Capped, decimal Value, CriticalityClass Class)
{
    /// <remarks>
    /// The weighted mean, and from there a share of the way to the worst consequence, where that is higher: never down, and
    /// never beyond the highest factor. So the score lies between the lowest and the highest factor, and no level that rises
    /// lowers it.
    /// </remarks>
    public static CriticalityScore Of(CriticalityScheme scheme, GradedLevels levels) => Of(scheme, scheme.Weights, levels);

    internal static CriticalityScore Of(CriticalityScheme scheme, IReadOnlyDictionary<CriticalityFactor, decimal> weights, GradedLevels levels)
    {
        var mean = levels.Factors.Sum(factor => weights[factor.Key] * factor.Value);
        var raised = mean + scheme.ConsequenceShare * Math.Max(0, levels.Worst - mean);
        var bound = Math.Min(raised, levels.Highest);
        var value = decimal.Round(bound, CriticalityScheme.ScoreDigits, MidpointRounding.AwayFromZero);
        return new(mean, Math.Max(0, bound - mean), raised > levels.Highest, value, scheme.ClassOf(value));
    }
}
