using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Domain.Assessments;

/// <summary>One level more or less, and the class that would follow.</summary>
public sealed record LevelMove<T>(T Of, int From, int To, decimal Score, CriticalityClass Class);

/// <summary>Another weight of one factor, the others in proportion, and the class that would follow.</summary>
public sealed record WeightMove(CriticalityFactor Factor, decimal From, decimal To, decimal Score, CriticalityClass Class);

/// <summary>How firmly a class stands.</summary>
/// <param name="Factors">Factors that would change the class, moved by one level.</param>
/// <param name="Consequences">Likewise the dimensions of the consequences.</param>
/// <param name="Weights">Of each factor the least change of its weight, in hundredths, that would change the class; those that never would are left out.</param>
/// <param name="Above">What is missing to the next class; null: there is none higher.</param>
/// <param name="Below">What lies between the score and the beginning of its class; null: there is none lower.</param>
public sealed record Sensitivity(
    IReadOnlyList<LevelMove<CriticalityFactor>> Factors,
    IReadOnlyList<LevelMove<ConsequenceDimension>> Consequences,
    IReadOnlyList<WeightMove> Weights,
    decimal? Above,
    decimal? Below)
{
    private const decimal Step = 0.01m;

    /// <summary>No single level changes the class.</summary>
    public bool IsFirm => Factors.Count == 0 && Consequences.Count == 0;

    public static Sensitivity Of(CriticalityScheme scheme, GradedLevels levels)
    {
        var now = CriticalityScore.Of(scheme, levels);
        return new(
            [.. Moves(levels.Factors, now.Class, (factor, level) => CriticalityScore.Of(scheme, levels.With(factor, level)))],
            [.. Moves(levels.Consequences, now.Class, (dimension, level) => CriticalityScore.Of(scheme, levels.With(dimension, level)))],
            [.. Enum.GetValues<CriticalityFactor>().Select(factor => LeastWeight(scheme, levels, factor, now.Class)).OfType<WeightMove>()],
            scheme.CutOffs.Values.Where(cut => cut > now.Value).Select(cut => (decimal?)(cut - now.Value)).Min(),
            now.Class == CriticalityClass.Low ? null : now.Value - scheme.CutOffs[now.Class]);
    }

    /// <summary>As the weights would be with another one of this factor, the others in proportion to what they are.</summary>
    public static IReadOnlyDictionary<CriticalityFactor, decimal> Reweigh(IReadOnlyDictionary<CriticalityFactor, decimal> weights, CriticalityFactor factor, decimal to)
    {
        var (others, left) = (1 - weights[factor], 1 - to);
        return weights.ToDictionary(
            weight => weight.Key,
            weight => weight.Key == factor ? to : others == 0 ? left / (weights.Count - 1) : weight.Value * left / others);
    }

    private static IEnumerable<LevelMove<T>> Moves<T>(IReadOnlyDictionary<T, int> levels, CriticalityClass now, Func<T, int, CriticalityScore> score) =>
        from level in levels.OrderBy(level => level.Key)
        from to in new[] { level.Value - 1, level.Value + 1 }
        where to is >= Grade.Lowest and <= Grade.Highest
        let moved = score(level.Key, to)
        where moved.Class != now
        select new LevelMove<T>(level.Key, level.Value, to, moved.Value, moved.Class);

    private static WeightMove? LeastWeight(CriticalityScheme scheme, GradedLevels levels, CriticalityFactor factor, CriticalityClass now)
    {
        var weight = scheme.Weights[factor];
        for (var by = Step; by <= 1; by += Step)
        {
            foreach (var to in new[] { weight - by, weight + by })
            {
                if (to is < 0 or > 1) continue;
                var moved = CriticalityScore.Of(scheme, Reweigh(scheme.Weights, factor, to), levels);
                if (moved.Class != now) return new(factor, weight, to, moved.Value, moved.Class);
            }
        }

        return null;
    }
}
