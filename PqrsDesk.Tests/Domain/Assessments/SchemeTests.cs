using System.Globalization;
using PqrsDesk.Domain.Catalogue;
using Xunit;
using static PqrsDesk.Domain.Assessments.AnyAssessment;

namespace PqrsDesk.Domain.Assessments;

public sealed class SchemeTests
{
    private static readonly CriticalityScheme Shipped = new();

    [Fact]
    public void What_comes_with_the_product_can_be_scored_by() => Assert.Null(Shipped.Refuse());

    /// <summary>The worked example of docs/criticality.md.</summary>
    [Fact]
    public void The_worked_example_comes_to_what_is_written()
    {
        var levels = Of([4, 5, 4, 3, 2], [3, 4, 3, 5]);
        var score = CriticalityScore.Of(Shipped, levels);
        Assert.Equal((3.85m, 0.2875m, 4.14m, CriticalityClass.Critical, false), (score.Mean, score.Raise, score.Value, score.Class, score.Capped));
        var sensitivity = Sensitivity.Of(Shipped, levels);
        Assert.Equal((null, 0.14m), (sensitivity.Above, sensitivity.Below));
        Assert.Equal(
            [(CriticalityFactor.Strategic, 3, 3.99m), (CriticalityFactor.Continuity, 4, 3.91m), (CriticalityFactor.Regulatory, 3, 3.99m)],
            sensitivity.Factors.Select(move => (move.Of, move.To, move.Score)));
        Assert.Equal([(ConsequenceDimension.Reputation, 4, 3.89m)], sensitivity.Consequences.Select(move => (move.Of, move.To, move.Score)));
    }

    [Fact]
    public void Consequences_never_lift_it_above_the_highest_factor()
    {
        var score = CriticalityScore.Of(Shipped, Of([2, 2, 2, 2, 1], [5, 1, 1, 1]));
        Assert.Equal((2m, true, CriticalityClass.Medium), (score.Value, score.Capped, score.Class));
    }

    [Theory]
    [InlineData("0.2", "0.3", "0.2", "0.15", "0.14", "0,99")]
    [InlineData("0.2", "0.3", "0.2", "0.15", "0.1501", "1,0001")]
    [InlineData("0.9", "0.9", "0.9", "0.9", "0.9", "4,5")]
    public void Weights_that_do_not_come_to_one_are_refused_with_their_sum(string a, string b, string c, string d, string e, string sum)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("es-CO");
        Assert.Equal(new SchemeFault(SchemeProblem.SumNotOne, sum), (Shipped with { Weights = Weights(a, b, c, d, e) }).Refuse());
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal(new(SchemeProblem.WeightOutside, Factor: CriticalityFactor.Strategic), (Shipped with { Weights = Weights("-0.1", "0.5", "0.2", "0.2", "0.2") }).Refuse());
        Assert.Equal(new(SchemeProblem.WeightOutside, Factor: CriticalityFactor.Security), (Shipped with { Weights = Weights("0", "0", "0", "1.5", "0") }).Refuse());
        Assert.Equal(new(SchemeProblem.WeightTooFine, Factor: CriticalityFactor.Continuity), (Shipped with { Weights = Weights("0.2", "0.30001", "0.2", "0.15", "0.14999") }).Refuse());
        Assert.Equal(SchemeProblem.CutOffsNotRising, (Shipped with { CutOffs = Cuts(2, 2, 4) }).Refuse()!.Problem);
        Assert.Equal(new(SchemeProblem.CutOffsNotRising, Class: CriticalityClass.Critical), (Shipped with { CutOffs = Cuts(2, 3.5m, 3.4m) }).Refuse());
        Assert.Equal(new(SchemeProblem.CutOffOutside, Class: CriticalityClass.Medium), (Shipped with { CutOffs = Cuts(1, 3, 4) }).Refuse());
        Assert.Equal(new(SchemeProblem.CutOffOutside, Class: CriticalityClass.Critical), (Shipped with { CutOffs = Cuts(2, 3, 5.01m) }).Refuse());
        Assert.Equal(SchemeProblem.ShareOutside, (Shipped with { ConsequenceShare = 0.51m }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.StepsNotRising, (Shipped with { DependantSteps = [1, 3, 3, 10] }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.StepsNotRising, (Shipped with { DependantSteps = [0, 3, 6, 10] }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.MonthsOutside, (Shipped with { ReviewMonths = new Dictionary<CriticalityClass, int>(Shipped.ReviewMonths) { [CriticalityClass.High] = 0 } }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.TextMissing, (Shipped with { Texts = new Dictionary<string, LevelText> { ["Strategic.1"] = new("Algo", " ") } }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.TextUnknown, (Shipped with { Texts = new Dictionary<string, LevelText> { ["Strategic.6"] = new("Algo", "Something") } }).Refuse()!.Problem);
        Assert.Equal(SchemeProblem.TextTooLong, (Shipped with { Texts = new Dictionary<string, LevelText> { ["Cost.1"] = new(new('x', LevelText.Limit + 1), "Something") } }).Refuse()!.Problem);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(9, 4)]
    [InlineData(10, 5)]
    [InlineData(5_000, 5)]
    public void Dependants_have_a_level(int dependants, int level) => Assert.Equal(level, Shipped.LevelFor(dependants));

    [Fact]
    public void Every_level_is_described_in_both_languages()
    {
        var texts = LevelTexts.Levels.SelectMany(level => Enum.GetValues<CriticalityFactor>().Select(factor => Shipped.TextOf(factor, level)).Concat(Enum.GetValues<ConsequenceDimension>().Select(dimension => Shipped.TextOf(dimension, level)))).ToList();
        Assert.Equal(45, texts.Count);
        Assert.All(texts, text => Assert.True(text.IsWhole && !text.IsTooLong, text.Spanish));
        Assert.Equal(45, texts.Select(text => text.Spanish).Distinct().Count());
        Assert.Equal(45, texts.Select(text => text.English).Distinct().Count());
        Assert.Equal("De 3 a 5 dejan de funcionar con ella, directa o indirectamente.", Shipped.TextOf(CriticalityFactor.Interdependence, 3).In(CultureInfo.GetCultureInfo("es-CO")));
        Assert.Equal("10 or more stop working with it, directly or indirectly.", Shipped.TextOf(CriticalityFactor.Interdependence, 5).In(CultureInfo.GetCultureInfo("en-US")));
    }

    [Fact]
    public void A_house_says_a_level_in_its_own_words()
    {
        var own = new LevelText("Nadie lo pide.", "Nobody asks.");
        var scheme = Shipped with { Texts = new Dictionary<string, LevelText> { [LevelTexts.Key(ConsequenceDimension.Security, 1)] = own } };
        Assert.Null(scheme.Refuse());
        Assert.Same(own, scheme.TextOf(ConsequenceDimension.Security, 1));
        Assert.NotEqual(own, scheme.TextOf(CriticalityFactor.Security, 1));
    }

    private static Dictionary<CriticalityFactor, decimal> Weights(params string[] weights) =>
        Enum.GetValues<CriticalityFactor>().Zip(weights).ToDictionary(each => each.First, each => decimal.Parse(each.Second, CultureInfo.InvariantCulture));

    private static Dictionary<CriticalityClass, decimal> Cuts(decimal medium, decimal high, decimal critical) =>
        new() { [CriticalityClass.Medium] = medium, [CriticalityClass.High] = high, [CriticalityClass.Critical] = critical };
}
