using System.Globalization;
using Xunit;

namespace PqrsDesk.Domain.Pricing;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("1 + 2 × 3", 7)]
    [InlineData("(1 + 2) × 3", 9)]
    [InlineData("10 − 4 − 3", 3)]
    [InlineData("100 ÷ 4 ÷ 5", 5)]
    [InlineData("200 × 15 %", 30)]
    [InlineData("70 ÷ (1 − 30 %)", 100)]
    [InlineData("log2(1 + 7)", 3)]
    [InlineData("max(1; min(168; 40 + 10))", 50)]
    [InlineData("ceil(41 ÷ 10)", 5)]
    public void It_is_worked_out(string text, int value) => Assert.Equal(value, new Formula(text, []).Value());

    [Theory]
    [InlineData("")]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("1)")]
    [InlineData("root(4)")]
    [InlineData("log2(1; 2)")]
    [InlineData("1 2")]
    public void What_is_none_is_told_apart(string text) => Assert.Throws<FormatException>(() => new Formula(text, []).Value());

    [Fact]
    public void Numbers_take_their_places_and_are_said_in_the_language()
    {
        var line = new PriceLine(PriceLineCode.Floor, PriceUnit.MoneyPerMonth, 1_234_567.5m, new("1", []));
        var formula = Formula.Of($"{line} ÷ (1 − {new FormulaNumber(30, "Factor.Margin")} %)");
        Assert.Equal(1_763_667.857m, Math.Round(formula.Value(), 3));
        Assert.Equal(["Line.Floor", "Factor.Margin"], formula.Numbers.Select(number => number.Source));
        Assert.Equal("1.234.567,5 ÷ (1 − 30 %)", formula.Say(CultureInfo.GetCultureInfo("es-CO")));
        Assert.Equal("1,234,567.5 ÷ (1 − 30 %)", formula.Say(CultureInfo.GetCultureInfo("en-US")));
    }
}
