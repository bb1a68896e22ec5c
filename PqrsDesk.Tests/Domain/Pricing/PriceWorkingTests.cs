using System.Globalization;
using Xunit;
using static PqrsDesk.Domain.Pricing.Priced;

namespace PqrsDesk.Domain.Pricing;

public sealed class PriceWorkingTests
{
    [Fact]
    public void A_line_shows_its_formula_with_the_numbers_put_in()
    {
        var users = Sheet(Factors((PriceFactor.Users, 500))).Of(PriceLineCode.UsersTimes)!;
        Assert.Equal(1.3538m, users.Value);
        Assert.Equal("1 + 0,25 × log2(1 + 500 ÷ 300)", users.Formula.Say(CultureInfo.GetCultureInfo("es-CO")));
        Assert.Equal("1 + 0.25 × log2(1 + 500 ÷ 300)", users.Formula.Say(CultureInfo.GetCultureInfo("en-US")));
    }

    [Fact]
    public void Every_line_is_its_formula_rounded()
    {
        var sheet = Sheet(Factors((PriceFactor.BandLow, 1), (PriceFactor.BandHigh, 90_000_000), (PriceFactor.Hardware, 800_000)), Offer(Always, 15, 99.9m), past: new(40, 3, ComplianceGround.SamePlan));
        Assert.Equal(Enum.GetValues<PriceLineCode>().Order(), sheet.Lines.Select(line => line.Code).Order());
        Assert.All(sheet.Lines, line => Assert.Equal(Math.Round(line.Formula.Value(), line.Unit.Decimals("COP"), MidpointRounding.AwayFromZero), line.Value));
    }

    [Fact]
    public void The_page_adds_up()
    {
        var sheet = Sheet(Factors((PriceFactor.Hardware, 333_333.33m), (PriceFactor.Software, 1)));
        Assert.Equal(sheet.Floor, new Money(sheet[PriceLineCode.PeopleCost], "COP") + new Money(sheet[PriceLineCode.Technology], "COP"));
        Assert.Equal(sheet.Price, sheet.Floor + sheet.Profit);
        Assert.All(sheet.Lines.Where(line => line.Unit.IsMoney()), line => Assert.Equal(decimal.Truncate(line.Value), line.Value));
    }

    [Fact]
    public void The_band_clamps_only_above_the_floor_and_it_is_said()
    {
        var free = Sheet();
        Assert.Equal(BandEffect.None, free.Band);
        var low = Sheet(Factors((PriceFactor.BandLow, free.Price.Amount + 1_000), (PriceFactor.BandHigh, free.Price.Amount + 2_000)));
        Assert.Equal((BandEffect.RaisedToLow, free.Price.Amount + 1_000), (low.Band, low.Price.Amount));
        var high = Sheet(Factors((PriceFactor.BandLow, 1), (PriceFactor.BandHigh, free.Floor.Amount + 1_000)));
        Assert.Equal((BandEffect.LoweredToHigh, free.Floor.Amount + 1_000), (high.Band, high.Price.Amount));
        var open = Sheet(Factors((PriceFactor.BandLow, free.Price.Amount + 1_000)));
        Assert.Equal((BandEffect.RaisedToLow, free.Price.Amount + 1_000), (open.Band, open.Price.Amount));
        Assert.Equal((BandEffect.None, free.Price), (Sheet(Factors((PriceFactor.BandLow, 1))).Band, Sheet(Factors((PriceFactor.BandLow, 1))).Price));
        var floor = Sheet(Factors((PriceFactor.BandLow, 1), (PriceFactor.BandHigh, free.Floor.Amount - 1_000)));
        Assert.Equal((BandEffect.HeldAtFloor, free.Floor, 0m), (floor.Band, floor.Price, floor.Profit.Amount));
    }

    [Fact]
    public void A_market_that_pays_less_than_it_costs_is_not_followed()
    {
        var sheet = Sheet(Factors((PriceFactor.Margin, 0), (PriceFactor.Competitors, 50)) with { Demand = MarketDemand.Low }, Offer(response: 100_000));
        Assert.True(sheet[PriceLineCode.MarketPrice] < sheet.Floor.Amount);
        Assert.Equal((BandEffect.HeldAtFloor, sheet.Floor), (sheet.Band, sheet.Price));
    }

    [Fact]
    public void Penalties_are_expected_from_the_past_and_blank_without_one()
    {
        Assert.Null(Sheet().Penalties);
        Assert.Null(Sheet(past: new(0, 0, ComplianceGround.SamePriorities)).Penalties);
        var sheet = Sheet(past: new(40, 3, ComplianceGround.SamePlan));

        // 7.5 % late × 10 % of the price.
        Assert.Equal(Math.Round(sheet.Price.Amount * 0.0075m, 0, MidpointRounding.AwayFromZero), sheet.Penalties!.Value.Amount);
    }

    [Fact]
    public void What_never_fails_costs_as_much_as_the_strictest_that_can_be_measured()
    {
        Assert.Equal(Sheet(offer: Offer(availability: 99.999m)).Price, Sheet(offer: Offer(availability: 100)).Price);
        Assert.True(Sheet(offer: Offer(availability: 100)).Price.Amount > Sheet(offer: Offer(availability: 99.9m)).Price.Amount);
        Assert.Equal(9, PriceCurve.Of(PriceModel.Usual, Factors(), Offer(availability: 100)).Count(curve => curve.Y >= 1));
    }

    [Fact]
    public void What_moved_is_said_with_what_it_was()
    {
        var before = Sheet();
        var moved = Sheet(Factors((PriceFactor.Users, 1_000))).MovedFrom(before).ToDictionary(each => each.Line.Code, each => each.Before);
        Assert.Equal(before[PriceLineCode.UsersTimes], moved[PriceLineCode.UsersTimes]);
        Assert.Contains(PriceLineCode.Scale, moved.Keys);
        Assert.DoesNotContain(PriceLineCode.Complexity, moved.Keys);
        Assert.Empty(Sheet().MovedFrom(before));
    }

    [Fact]
    public void Cents_where_the_currency_has_them()
    {
        var model = PriceModel.Usual with { Currency = "USD" };
        var sheet = Sheet(new PriceFactors { Roles = [new("Agent", 1_234.56m, 1.1m, 100)] }, model: model);
        Assert.Equal(1_358.02m, sheet[PriceLineCode.PersonCost]);
        Assert.Equal("USD", sheet.Price.Currency);
    }
}
