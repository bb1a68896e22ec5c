using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PqrsDesk.Domain.Contracts;

public sealed class ContractOverlapTests
{
    private static readonly DateOnly Beginning = new(2026, 1, 28);

    public static Arbitrary<(ContractSpan Wanted, ContractSpan[] Others)> Any { get; } = (
        from wanted in Span("nuevo")
        from count in Gen.Choose(0, 4)
        from others in Gen.ArrayOf(Span("otro"), count)
        select (wanted, others.Select((other, index) => other with { Number = $"C-{index}" }).ToArray())).ToArbitrary();

    [Fact]
    public void It_finds_what_a_look_at_each_day_and_product_finds() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Any, each =>
    {
        var (wanted, others) = each;
        var shared = (from other in others from product in wanted.Products from day in Days(wanted) where other.Products.Contains(product) && Days(other).Contains(day) select (other, day)).ToList();
        var found = ContractOverlap.Of(wanted, others);
        if (shared.Count == 0)
        {
            Assert.Null(found);
            return;
        }

        var first = shared.Min(day => day.day);
        Assert.NotNull(found);
        Assert.Equal(first, found.From);
        var named = others.Single(other => other.Number == found.Number);
        Assert.Contains(found.ProductId, named.Products);
        Assert.Contains(found.ProductId, wanted.Products);
        Assert.Equal(Days(named).Intersect(Days(wanted)).Order(), Between(found.From, found.Until));
    }));

    [Fact]
    public void The_day_after_the_last_is_free_and_the_last_is_not()
    {
        var running = new ContractSpan("C-1", [7], new(2026, 1, 1), new(2026, 6, 30));
        Assert.Null(ContractOverlap.Of(new("", [7], new(2026, 7, 1), new(2026, 12, 31)), [running]));
        Assert.Equal(new ContractOverlap("C-1", 7, new(2026, 6, 30), new(2026, 6, 30)), ContractOverlap.Of(new("", [7], new(2026, 6, 30), new(2026, 12, 31)), [running]));
        Assert.Null(ContractOverlap.Of(new("", [8], new(2026, 1, 1), new(2026, 12, 31)), [running]));
    }

    private static Gen<ContractSpan> Span(string number) =>
        from start in Gen.Choose(0, 40)
        from length in Gen.Choose(0, 20)
        from count in Gen.Choose(1, 3)
        from products in Gen.ArrayOf(Gen.Choose(1, 5), count)
        select new ContractSpan(number, products.Distinct().ToArray(), Beginning.AddDays(start), Beginning.AddDays(start + length));

    private static IEnumerable<DateOnly> Days(ContractSpan span) => Between(span.From, span.Until);

    private static IEnumerable<DateOnly> Between(DateOnly from, DateOnly until) => Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays);
}
