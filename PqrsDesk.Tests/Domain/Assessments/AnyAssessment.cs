using FsCheck;
using FsCheck.Fluent;
using PqrsDesk.Domain.Catalogue;

namespace PqrsDesk.Domain.Assessments;

/// <summary>Any levels under any scheme that can be scored by.</summary>
internal sealed record AnyAssessment(CriticalityScheme Scheme, GradedLevels Levels)
{
    private static readonly CriticalityFactor[] Factors = Enum.GetValues<CriticalityFactor>();
    private static readonly ConsequenceDimension[] Dimensions = Enum.GetValues<ConsequenceDimension>();

    private static readonly Gen<CriticalityScheme> Schemes =
        from cuts in Gen.Choose(0, 400).ArrayOf(4)
        from share in Gen.Choose(0, 50)
        from levels in Gen.Choose(101, 500).ArrayOf(3)
        where levels.Distinct().Count() == 3
        select new CriticalityScheme
        {
            // Lengths between four cuts of a stick: they come to one, also with a weight of nothing.
            Weights = Factors.Zip(Between([.. cuts.Select(cut => cut / 400m).Order()])).ToDictionary(each => each.First, each => each.Second),
            CutOffs = new[] { CriticalityClass.Medium, CriticalityClass.High, CriticalityClass.Critical }.Zip(levels.Order()).ToDictionary(each => each.First, each => each.Second / 100m),
            ConsequenceShare = share / 100m,
        };

    public static readonly Gen<AnyAssessment> All =
        from scheme in Schemes
        from factors in Gen.Choose(1, 5).ArrayOf(Factors.Length)
        from dimensions in Gen.Choose(1, 5).ArrayOf(Dimensions.Length)
        select new AnyAssessment(scheme, Of(factors, dimensions));

    public static GradedLevels Of(int[] factors, int[] dimensions) => new(
        Factors.Zip(factors).ToDictionary(each => each.First, each => each.Second), Dimensions.Zip(dimensions).ToDictionary(each => each.First, each => each.Second));

    public static void Holds(int times, Func<AnyAssessment, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(All.ToArbitrary(), property));

    private static IEnumerable<decimal> Between(decimal[] cuts) => cuts.Append(1).Zip(cuts.Prepend(0), (to, from) => to - from);
}
