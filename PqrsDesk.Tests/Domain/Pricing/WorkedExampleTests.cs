using System.Globalization;
using System.Text.RegularExpressions;
using PqrsDesk.Architecture;
using Xunit;

namespace PqrsDesk.Domain.Pricing;

/// <summary>What docs/price.md says, held to what is calculated.</summary>
public sealed partial class WorkedExampleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "price.md"));

    [Fact]
    public void The_example_is_worked_out_again_line_by_line()
    {
        var factors = Priced.Factors(
            (PriceFactor.Components, 12), (PriceFactor.DataKinds, 4), (PriceFactor.DataSize, 800), (PriceFactor.CustomPoints, 8), (PriceFactor.Users, 500), (PriceFactor.Cases, 80), (PriceFactor.Traffic, 120),
            (PriceFactor.Bandwidth, 200), (PriceFactor.SetupHours, 40), (PriceFactor.UpkeepHours, 6), (PriceFactor.SharedBy, 4), (PriceFactor.Hardware, 800_000), (PriceFactor.Software, 1_200_000),
            (PriceFactor.Margin, 30), (PriceFactor.Competitors, 2), (PriceFactor.BandLow, 8_000_000), (PriceFactor.BandHigh, 25_000_000));
        var sheet = Priced.Sheet(factors, Priced.Offer(Priced.Always, 15, 99.9m), past: new(40, 3, ComplianceGround.SamePlan));
        var told = Row().Matches(Page).Select(row => row.Groups["cell"].Captures.Select(cell => cell.Value.TrimEnd('|').Trim()).ToArray())
            .Where(cells => cells.Length == 3).Select(cells => (cells[0].Trim('`'), cells[1], decimal.Parse(cells[2], CultureInfo.InvariantCulture)));
        Assert.Equal(told, sheet.Lines.Select(line => (line.Code.ToString(), line.Formula.Say(CultureInfo.InvariantCulture), line.Value)));
    }

    [Fact]
    public void Every_parameter_and_factor_stands_with_its_usual_value_and_bounds()
    {
        var told = Row().Matches(Page).Select(row => row.Groups["cell"].Captures.Select(cell => cell.Value.TrimEnd('|').Trim()).ToArray()).Where(cells => cells.Length == 6).Select(cells => (cells[0].Trim('`'), cells[3], cells[4])).ToList();
        Assert.Equal(
            PriceFactorFacts.All.Select(factor => Said(factor.ToString(), factor.Range())).Order(),
            told.Take(PriceFactorFacts.All.Count).Order());
        Assert.Equal(PriceParameterFacts.All.Select(parameter => Said(parameter.ToString(), parameter.Range())), told.Skip(PriceFactorFacts.All.Count));

        static (string, string, string) Said(string name, PriceRange range) => (name, Number(range.Usual), $"{Number(range.Least)} – {Number(range.Most)}");
    }

    private static string Number(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\|(?= `)(?<cell>[^|\n]*\|)+$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
