using PqrsDesk.Domain.Catalogue;
using Xunit;
using static PqrsDesk.Domain.Assessments.AnyAssessment;

namespace PqrsDesk.Domain.Assessments;

/// <summary>What holds of every score, whatever the weights, cut-offs and levels.</summary>
public sealed class ScoreProperties
{
    [Fact]
    public void Schemes_that_are_tried_can_be_scored_by() => Holds(500, it => it.Scheme.Refuse() is null && it.Scheme.Weights.Values.Sum() == 1);

    [Fact]
    public void A_score_lies_between_the_lowest_and_the_highest_factor() => Holds(2_000, it =>
        CriticalityScore.Of(it.Scheme, it.Levels).Value is var score && score >= it.Levels.Lowest && score <= it.Levels.Highest);

    [Fact]
    public void No_factor_that_rises_lowers_the_score_or_the_class() => Holds(2_000, it =>
        CriticalityScore.Of(it.Scheme, it.Levels) is var before
        && it.Levels.Factors.Where(factor => factor.Value < Grade.Highest).All(factor =>
            CriticalityScore.Of(it.Scheme, it.Levels.With(factor.Key, factor.Value + 1)) is var after && after.Value >= before.Value && after.Class >= before.Class));

    [Fact]
    public void No_consequence_that_rises_lowers_it_either() => Holds(2_000, it =>
        CriticalityScore.Of(it.Scheme, it.Levels) is var before
        && it.Levels.Consequences.Where(dimension => dimension.Value < Grade.Highest).All(dimension =>
            CriticalityScore.Of(it.Scheme, it.Levels.With(dimension.Key, dimension.Value + 1)).Value >= before.Value));

    [Fact]
    public void Other_weights_keep_it_between_and_rising() => Holds(1_000, it =>
        Enum.GetValues<CriticalityFactor>().All(factor => new[] { 0m, 0.25m, 1m }.All(to =>
        {
            var scheme = it.Scheme with { Weights = Sensitivity.Reweigh(it.Scheme.Weights, factor, to) };
            var score = CriticalityScore.Of(scheme, it.Levels).Value;
            return Math.Abs(scheme.Weights.Values.Sum() - 1) < 0.000001m && scheme.Weights.Values.All(weight => weight >= 0)
                && score >= it.Levels.Lowest && score <= it.Levels.Highest
                && it.Levels.Factors.Where(each => each.Value < Grade.Highest).All(each => CriticalityScore.Of(scheme, it.Levels.With(each.Key, each.Value + 1)).Value >= score);
        })));

    [Fact]
    public void Factors_that_are_all_alike_are_the_score_whatever_weighs() => Holds(200, it => Enumerable.Range(1, 5).All(level =>
        CriticalityScore.Of(it.Scheme, Of([level, level, level, level, level], [.. it.Levels.Consequences.Values])).Value == level));

    /// <summary>Once more, by trying all that one level can do.</summary>
    [Fact]
    public void Sensitivity_agrees_with_trying_everything() => Holds(500, it =>
    {
        var now = CriticalityScore.Of(it.Scheme, it.Levels);
        var sensitivity = Sensitivity.Of(it.Scheme, it.Levels);
        var factors = new HashSet<(CriticalityFactor, int, CriticalityClass)>();
        foreach (var (factor, level) in it.Levels.Factors)
            for (var to = Math.Max(1, level - 1); to <= Math.Min(5, level + 1); to++)
                if (ByHand(it.Scheme, it.Levels.With(factor, to)) is var other && other != now.Class) factors.Add((factor, to, other));
        return factors.SetEquals(sensitivity.Factors.Select(move => (move.Of, move.To, move.Class)))
            && sensitivity.Factors.All(move => move.From == it.Levels.Factors[move.Of])
            && sensitivity.Consequences.All(move => ByHand(it.Scheme, it.Levels.With(move.Of, move.To)) == move.Class && move.Class != now.Class);
    });

    [Fact]
    public void The_least_change_of_a_weight_is_the_least() => Holds(200, it =>
    {
        var now = CriticalityScore.Of(it.Scheme, it.Levels).Class;
        var moves = Sensitivity.Of(it.Scheme, it.Levels).Weights.ToDictionary(move => move.Factor);
        return Enum.GetValues<CriticalityFactor>().All(factor =>
        {
            var weight = it.Scheme.Weights[factor];
            var changes = Enumerable.Range(-100, 201).Select(step => weight + step / 100m).Where(to => to is >= 0 and <= 1)
                .Where(to => ByHand(it.Scheme with { Weights = Sensitivity.Reweigh(it.Scheme.Weights, factor, to) }, it.Levels) != now).Select(to => Math.Abs(to - weight)).ToList();
            return moves.TryGetValue(factor, out var move) ? Math.Abs(move.To - weight) == changes.Min() : changes.Count == 0;
        });
    });

    [Fact]
    public void Distances_lead_to_the_cut_offs() => Holds(1_000, it =>
    {
        var (now, sensitivity) = (CriticalityScore.Of(it.Scheme, it.Levels), Sensitivity.Of(it.Scheme, it.Levels));
        return (sensitivity.Above is { } above ? it.Scheme.ClassOf(now.Value + above) == now.Class + 1 && it.Scheme.ClassOf(now.Value + above - 0.01m) == now.Class : now.Class == CriticalityClass.Critical)
            && (sensitivity.Below is { } below ? it.Scheme.ClassOf(now.Value - below) == now.Class && it.Scheme.ClassOf(now.Value - below - 0.01m) < now.Class : now.Class == CriticalityClass.Low);
    });

    /// <summary>The rule of docs/criticality.md, written down a second time.</summary>
    private static CriticalityClass ByHand(CriticalityScheme scheme, GradedLevels levels)
    {
        decimal mean = 0;
        foreach (var (factor, level) in levels.Factors) mean += level * scheme.Weights[factor];
        decimal worst = 0;
        foreach (var (_, level) in levels.Consequences) worst = level > worst ? level : worst;
        var raised = worst > mean ? mean * (1 - scheme.ConsequenceShare) + worst * scheme.ConsequenceShare : mean;
        decimal highest = 0;
        foreach (var (_, level) in levels.Factors) highest = level > highest ? level : highest;
        var score = decimal.Floor((raised > highest ? highest : raised) * 100 + 0.5m) / 100;
        return score >= scheme.CutOffs[CriticalityClass.Critical] ? CriticalityClass.Critical
            : score >= scheme.CutOffs[CriticalityClass.High] ? CriticalityClass.High
            : score >= scheme.CutOffs[CriticalityClass.Medium] ? CriticalityClass.Medium
            : CriticalityClass.Low;
    }
}
