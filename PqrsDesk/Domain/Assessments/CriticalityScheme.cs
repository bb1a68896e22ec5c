using System.Globalization;
using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Domain.Assessments;

/// <summary>How the house scores: weights, cut-offs, and what follows from a class. A version of it is never written over.</summary>
/// <remarks>What comes with the product is our own proposal; docs/criticality.md says where each part of it comes from.</remarks>
public sealed record CriticalityScheme
{
    public const decimal MostShare = 0.5m;
    public const int MostMonths = 60;
    public const int MostDependants = 10_000;

    /// <summary>Digits behind the point of a weight, and of a cut-off.</summary>
    public const int WeightDigits = 4;
    public const int ScoreDigits = 2;

    public IReadOnlyDictionary<CriticalityFactor, decimal> Weights { get; init; } = new Dictionary<CriticalityFactor, decimal>
    {
        [CriticalityFactor.Strategic] = 0.20m,
        [CriticalityFactor.Continuity] = 0.30m,
        [CriticalityFactor.Regulatory] = 0.20m,
        [CriticalityFactor.Security] = 0.15m,
        [CriticalityFactor.Interdependence] = 0.15m,
    };

    /// <summary>The least score of each class above the lowest.</summary>
    public IReadOnlyDictionary<CriticalityClass, decimal> CutOffs { get; init; } = new Dictionary<CriticalityClass, decimal>
    {
        [CriticalityClass.Medium] = 2.00m,
        [CriticalityClass.High] = 3.00m,
        [CriticalityClass.Critical] = 4.00m,
    };

    /// <summary>So much of the way from the weighted mean to the worst consequence the score is raised: 0 to a half.</summary>
    public decimal ConsequenceShare { get; init; } = 0.25m;

    /// <summary>From so many that fail with it on, interdependence is of level 2, 3, 4 and 5.</summary>
    public IReadOnlyList<int> DependantSteps { get; init; } = [1, 3, 6, 10];

    /// <summary>After so many months an approved class is looked at again.</summary>
    public IReadOnlyDictionary<CriticalityClass, int> ReviewMonths { get; init; } = new Dictionary<CriticalityClass, int>
    {
        [CriticalityClass.Low] = 12,
        [CriticalityClass.Medium] = 12,
        [CriticalityClass.High] = 12,
        [CriticalityClass.Critical] = 6,
    };

    /// <summary>Key of the support plan that each class proposes; without one it proposes none.</summary>
    public IReadOnlyDictionary<CriticalityClass, string> Plans { get; init; } = new Dictionary<CriticalityClass, string>();

    /// <summary>What the house says of a level in its own words, where it does: by <see cref="LevelTexts.Key(CriticalityFactor, int)"/>.</summary>
    public IReadOnlyDictionary<string, LevelText> Texts { get; init; } = new Dictionary<string, LevelText>();

    public CriticalityClass ClassOf(decimal score) =>
        CutOffs.Where(cut => score >= cut.Value).Select(cut => cut.Key).DefaultIfEmpty(CriticalityClass.Low).Max();

    /// <summary>The level of one with so many that fail with it.</summary>
    public int LevelFor(int dependants) => Grade.Lowest + DependantSteps.Count(step => dependants >= step);

    public LevelText TextOf(CriticalityFactor factor, int level) => Texts.GetValueOrDefault(LevelTexts.Key(factor, level)) ?? LevelTexts.Shipped(factor, level, DependantSteps);

    public LevelText TextOf(ConsequenceDimension dimension, int level) => Texts.GetValueOrDefault(LevelTexts.Key(dimension, level)) ?? LevelTexts.Shipped(dimension, level);

    /// <returns>Null: it can be scored by.</returns>
    public SchemeFault? Refuse()
    {
        foreach (var factor in Enum.GetValues<CriticalityFactor>())
        {
            if (!Weights.TryGetValue(factor, out var weight) || weight is < 0 or > 1) return new(SchemeProblem.WeightOutside, Factor: factor);
            if (decimal.Round(weight, WeightDigits) != weight) return new(SchemeProblem.WeightTooFine, Factor: factor);
        }

        if (Weights.Values.Sum() is var sum && sum != 1) return new(SchemeProblem.SumNotOne, Said(sum));
        return RefuseCutOffs() ?? RefuseRest();
    }

    private SchemeFault? RefuseCutOffs()
    {
        var before = (decimal)Grade.Lowest;
        foreach (var each in Enum.GetValues<CriticalityClass>().Where(each => each != CriticalityClass.Low))
        {
            if (!CutOffs.TryGetValue(each, out var cut) || cut is <= Grade.Lowest or > Grade.Highest || decimal.Round(cut, ScoreDigits) != cut) return new(SchemeProblem.CutOffOutside, Class: each);
            if (cut <= before) return new(SchemeProblem.CutOffsNotRising, Class: each);
            before = cut;
        }

        return null;
    }

    private SchemeFault? RefuseRest()
    {
        if (ConsequenceShare is < 0 or > MostShare || decimal.Round(ConsequenceShare, WeightDigits) != ConsequenceShare) return new(SchemeProblem.ShareOutside, Said(MostShare));
        if (DependantSteps.Count != Grade.Highest - Grade.Lowest || DependantSteps[0] < 1 || DependantSteps[^1] > MostDependants || DependantSteps.Zip(DependantSteps.Skip(1)).Any(pair => pair.First >= pair.Second)) return new(SchemeProblem.StepsNotRising);
        foreach (var each in Enum.GetValues<CriticalityClass>())
            if (!ReviewMonths.TryGetValue(each, out var months) || months is < 1 or > MostMonths) return new(SchemeProblem.MonthsOutside, MostMonths.ToString(CultureInfo.CurrentCulture), Class: each);
        foreach (var (key, text) in Texts)
        {
            if (!LevelTexts.Keys.Contains(key)) return new(SchemeProblem.TextUnknown, key);
            if (!text.IsWhole) return new(SchemeProblem.TextMissing, key);
            if (text.IsTooLong) return new(SchemeProblem.TextTooLong, LevelText.Limit.ToString(CultureInfo.CurrentCulture));
        }

        return null;
    }

    private static string Said(decimal number) => number.ToString("0.####", CultureInfo.CurrentCulture);
}

public enum SchemeProblem
{
    NotAllowed = 1,
    ChangedMeanwhile,
    NothingChanged,
    Unreadable,
    WeightOutside,
    WeightTooFine,
    SumNotOne,
    CutOffOutside,
    CutOffsNotRising,
    ShareOutside,
    StepsNotRising,
    MonthsOutside,
    TextUnknown,
    TextMissing,
    TextTooLong,
    PlanUnknown,
}

/// <summary>Why a scheme cannot be scored by.</summary>
/// <param name="Detail">What the text quotes.</param>
/// <param name="Factor">Whose field it is about.</param>
/// <param name="Class">Whose field it is about.</param>
public sealed record SchemeFault(SchemeProblem Problem, string? Detail = null, CriticalityFactor? Factor = null, CriticalityClass? Class = null)
{
    public static implicit operator SchemeFault(SchemeProblem problem) => new(problem);
}

/// <summary>A scheme as an administrator saved it. The newest holds for what is proposed from then on; what was approved keeps its own.</summary>
public sealed class CriticalitySchemeVersion
{
    public int Id { get; private set; }
    public required CriticalityScheme Scheme { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
}
