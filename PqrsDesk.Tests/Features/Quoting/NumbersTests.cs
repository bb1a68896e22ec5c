using System.Globalization;
using PqrsDesk.Domain.Pricing;
using Xunit;

namespace PqrsDesk.Features.Quoting;

/// <summary>Amounts as people type them, whatever their browser speaks.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData("es-CO", "2,5", 2.5)]
    [InlineData("es-CO", "2.5", 2.5)]
    [InlineData("es-CO", "2.500", 2500)]
    [InlineData("es-CO", "0.125", 0.125)]
    [InlineData("es-CO", "1,521", 1.521)]
    [InlineData("es-CO", "1.000.000", 1_000_000)]
    [InlineData("es-CO", "1.000.000,55", 1_000_000.55)]
    [InlineData("es-CO", "1,000,000.55", 1_000_000.55)]
    [InlineData("es-CO", " −12 345 ", -12_345)]
    [InlineData("en-US", "2,5", 2.5)]
    [InlineData("en-US", "2,500", 2500)]
    [InlineData("en-US", "2.500", 2.5)]
    [InlineData("en-US", "1,000,000.55", 1_000_000.55)]
    public void What_is_typed_is_what_is_meant(string culture, string typed, double meant) => In(culture, () =>
    {
        var problems = new List<PriceProblem>();
        Assert.Equal((decimal)meant, Numbers.Read(typed, "Factor.Users", problems));
        Assert.Empty(problems);
    });

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("1,2,3")]
    [InlineData("1.00.000")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("12\0")]
    [InlineData("1.2,3.4")]
    [InlineData("dos")]
    [InlineData("9999999999999999999999999999999")]
    public void What_is_no_number_is_said(string typed) => In("es-CO", () =>
    {
        var problems = new List<PriceProblem>();
        Numbers.Read(typed, "Factor.Users", problems);
        Assert.Equal((PriceProblemCode.NotANumber, "Factor.Users"), (Assert.Single(problems).Code, problems[0].Field));
    });

    [Theory]
    [InlineData("es-CO")]
    [InlineData("en-US")]
    public void What_is_written_is_read_again(string culture) => In(culture, () =>
    {
        foreach (var value in (decimal[])[0, 1.521m, 0.125m, -40, 2_600_000, 1_234.56m, 1_000_000_000_000])
            Assert.Equal(value, Numbers.Read(Numbers.Write(value), "Factor.Users", []));
    });

    private static void In(string culture, Action act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
