using System.Globalization;
using Microsoft.Extensions.Localization;
using PqrsDesk.Domain.Assessments;
using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Ui;

namespace PqrsDesk.Features.Assessing;

/// <summary>What a score says of itself, in sentences.</summary>
public sealed class ScoreWords(IStringLocalizer<AssessingTexts> texts, IStringLocalizer<UiTexts> words)
{
    public static string Score(decimal score) => score.ToString("0.00", CultureInfo.CurrentCulture);

    public static string Weight(decimal weight) => weight.ToString("0.00##", CultureInfo.CurrentCulture);

    public string Class(CriticalityClass known) => words[$"CriticalityClass.{known}"];

    public string Of(CriticalityFactor factor) => texts[$"Factor.{factor}"];

    public string Of(ConsequenceDimension dimension) => texts[$"Dimension.{dimension}"];

    public string Problem(AssessmentProblem problem) => texts[$"Problem.{problem}"];

    /// <summary>What raised the mean, or why nothing did.</summary>
    public string Raise(CriticalityScore score, CriticalityScheme scheme, GradedLevels levels) =>
        score.Capped ? texts["Raise.Capped", levels.Worst, Score(score.Raise), levels.Highest]
        : score.Raise > 0 ? texts["Raise", levels.Worst, Score(score.Raise), Weight(scheme.ConsequenceShare)]
        : texts["Raise.None", levels.Worst];

    /// <summary>How far it is to the cut-offs on both sides.</summary>
    public string Distance(CriticalityScore score, Sensitivity sensitivity) => string.Join(" ", Distances(score, sensitivity));

    public string Say(LevelMove<CriticalityFactor> move) => Say(Of(move.Of), move.From, move.To, move.Score, move.Class);

    public string Say(LevelMove<ConsequenceDimension> move) => Say(texts["Consequence.Of", Of(move.Of)], move.From, move.To, move.Score, move.Class);

    public string Say(WeightMove move) => texts["Move.Weight", Of(move.Factor), Weight(move.From), Weight(move.To), Score(move.Score), Class(move.Class)];

    private string Say(string name, int from, int to, decimal score, CriticalityClass known) => texts["Move.Level", name, from, to, Score(score), Class(known)];

    private IEnumerable<string> Distances(CriticalityScore score, Sensitivity sensitivity)
    {
        if (sensitivity.Above is { } above) yield return texts["Distance.Above", Score(above), Class(score.Class + 1)];
        if (sensitivity.Below is { } below) yield return texts["Distance.Below", Score(below), Class(score.Class)];
    }
}
