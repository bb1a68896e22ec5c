using System.Globalization;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Features.Assessing;

/// <summary>How the house scores, while it is changed: numbers as they are typed.</summary>
public sealed class SchemeForm
{
    public Dictionary<CriticalityFactor, string> Weights { get; } = [];
    public Dictionary<CriticalityClass, string> CutOffs { get; } = [];
    public string Share { get; set; } = "";
    public string[] Steps { get; } = new string[Grade.Highest - Grade.Lowest];
    public Dictionary<CriticalityClass, string> Months { get; } = [];

    /// <summary>Empty: none.</summary>
    public Dictionary<CriticalityClass, string> Plans { get; } = [];
    public Dictionary<string, TextRow> Texts { get; } = [];

    /// <summary>The version that it was read from.</summary>
    public int Version { get; private init; }

    /// <summary>What the weights come to; null: one is no number from 0 to 1.</summary>
    public decimal? Sum => Weights.Keys.Any(IsOutside) ? null : Weights.Values.Sum(Number);

    /// <summary>What is typed for it is no number from 0 to 1: the field says it, and there is no sum.</summary>
    public bool IsOutside(CriticalityFactor factor) => Number(Weights[factor]) is not (>= 0 and <= 1);

    public static SchemeForm Of(CriticalityScheme scheme, int version)
    {
        var form = new SchemeForm { Version = version, Share = Said(scheme.ConsequenceShare) };
        foreach (var factor in Enum.GetValues<CriticalityFactor>()) form.Weights[factor] = Said(scheme.Weights[factor]);
        foreach (var each in Enum.GetValues<CriticalityClass>())
        {
            if (each != CriticalityClass.Low) form.CutOffs[each] = Said(scheme.CutOffs[each]);
            form.Months[each] = scheme.ReviewMonths[each].ToString(CultureInfo.CurrentCulture);
            form.Plans[each] = scheme.Plans.GetValueOrDefault(each) ?? "";
        }

        for (var at = 0; at < form.Steps.Length; at++) form.Steps[at] = scheme.DependantSteps[at].ToString(CultureInfo.CurrentCulture);
        foreach (var key in LevelTexts.Keys) form.Texts[key] = TextRow.Of(scheme.Texts.GetValueOrDefault(key) ?? ShippedOf(key));
        return form;
    }

    /// <summary>What cannot be read becomes a value that the check refuses. A text that is as it comes with the product is not kept.</summary>
    public CriticalityScheme Read() => new()
    {
        Weights = Weights.ToDictionary(row => row.Key, row => Number(row.Value) ?? -1),
        CutOffs = CutOffs.ToDictionary(row => row.Key, row => Number(row.Value) ?? -1),
        ConsequenceShare = Number(Share) ?? -1,
        DependantSteps = [.. Steps.Select(Whole)],
        ReviewMonths = Months.ToDictionary(row => row.Key, row => Whole(row.Value)),
        Plans = Plans.Where(row => row.Value.Length > 0).ToDictionary(row => row.Key, row => row.Value),
        Texts = Texts.Where(row => row.Value.Read() != ShippedOf(row.Key)).ToDictionary(row => row.Key, row => row.Value.Read()),
    };

    private static LevelText ShippedOf(string key)
    {
        var shipped = new CriticalityScheme();
        foreach (var level in LevelTexts.Levels)
        {
            foreach (var factor in Enum.GetValues<CriticalityFactor>())
                if (LevelTexts.Key(factor, level) == key) return shipped.TextOf(factor, level);
            foreach (var dimension in Enum.GetValues<ConsequenceDimension>())
                if (LevelTexts.Key(dimension, level) == key) return shipped.TextOf(dimension, level);
        }

        return new("", "");
    }

    /// <summary>A comma or a point, as people type it.</summary>
    private static decimal? Number(string typed) =>
        decimal.TryParse(typed.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Said(decimal number) => number.ToString("0.00##", CultureInfo.CurrentCulture);
}

/// <summary>The text of a level while it is changed.</summary>
public sealed class TextRow
{
    public string Spanish { get; set; } = "";
    public string English { get; set; } = "";

    public static TextRow Of(LevelText text) => new() { Spanish = text.Spanish, English = text.English };

    public LevelText Read() => new(Spanish.Trim(), English.Trim());
}
