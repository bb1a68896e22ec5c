using Xunit;
using static PqrsDesk.Domain.Pricing.Priced;

namespace PqrsDesk.Domain.Pricing;

public sealed class PriceCheckTests
{
    [Theory]
    [InlineData(PriceFactor.Hardware, -1, PriceProblemCode.Negative)]
    [InlineData(PriceFactor.Users, -1, PriceProblemCode.Negative)]
    [InlineData(PriceFactor.Users, 100_000_001, PriceProblemCode.AboveMost)]
    [InlineData(PriceFactor.Seats, 0, PriceProblemCode.BelowLeast)]
    [InlineData(PriceFactor.Seats, 1.5, PriceProblemCode.NotWhole)]
    [InlineData(PriceFactor.Margin, 100, PriceProblemCode.MarginWhole)]
    [InlineData(PriceFactor.Margin, -5, PriceProblemCode.Negative)]
    [InlineData(PriceFactor.MoreCoverage, -169, PriceProblemCode.BelowLeast)]
    public void A_factor_keeps_its_bounds(PriceFactor factor, double value, PriceProblemCode problem)
    {
        var wrong = Assert.Single(PriceCheck.Refuse(PriceModel.Usual, Factors((factor, (decimal)value)), [Offer()]));
        Assert.Equal((problem, $"Factor.{factor}"), (wrong.Code, wrong.Field));
    }

    [Fact]
    public void What_makes_no_sense_is_told_where_it_stands()
    {
        Assert.Equal([PriceProblemCode.BandReversed], Codes(Factors((PriceFactor.BandLow, 10), (PriceFactor.BandHigh, 9))));
        Assert.Empty(Codes(Factors((PriceFactor.BandLow, 10))));
        Assert.Empty(Codes(Factors((PriceFactor.BandHigh, 10))));
        Assert.Equal([PriceProblemCode.RolesMissing], Codes(Factors() with { Roles = [] }));
        Assert.Equal([PriceProblemCode.RoleUnpaid], Codes(Factors() with { Roles = [new("Asesor", 0, 1, 100)] }));
        Assert.Equal([PriceProblemCode.Negative], Codes(Factors() with { Roles = [new("Asesor", -1, 1, 100)] }));
        Assert.Equal([PriceProblemCode.SharesNotWhole], Codes(Factors() with { Roles = [new("Asesor", 1, 1, 99)] }));
        Assert.Equal([PriceProblemCode.RoleNameMissing], Codes(Factors() with { Roles = [new(" ", 1, 1, 100)] }));
        Assert.Equal([PriceProblemCode.TooManyRoles], Codes(Factors() with { Roles = [.. Enumerable.Repeat(new SupplyRole("Asesor", 1, 1, 10), 10)] }));
        Assert.Equal([PriceProblemCode.OffersMissing], PriceCheck.Refuse(PriceModel.Usual, Factors(), []).Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.TooManyOffers], PriceCheck.Refuse(PriceModel.Usual, Factors(), [.. Enumerable.Repeat(Offer(), 5)]).Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.CalendarMissing], PriceCheck.Refuse(PriceModel.Usual, Factors(), [Offer() with { Cover = null }]).Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.AboveMost], PriceCheck.Refuse(PriceModel.Usual, Factors(), [Offer(availability: 100.1m)]).Select(wrong => wrong.Code));
        Assert.Empty(PriceCheck.Refuse(PriceModel.Usual, Factors(), [Offer(availability: 100)]));
        var idle = PriceModel.Usual.With(PriceParameter.AccountHours, 0);
        Assert.Equal([PriceProblemCode.NothingToDo], PriceCheck.Refuse(idle, Factors((PriceFactor.Cases, 0), (PriceFactor.UpkeepHours, 0)), [Offer()]).Select(wrong => wrong.Code));

        IEnumerable<PriceProblemCode> Codes(PriceFactors factors) => PriceCheck.Refuse(PriceModel.Usual, factors, [Offer()]).Select(wrong => wrong.Code);
    }

    [Fact]
    public void A_level_that_is_wrong_is_named_with_what_of_it_and_leaves_the_others_their_price()
    {
        PriceOffer[] offers = [Offer(name: "Uno", plan: 1), Offer(response: 0, name: "Dos", plan: 2), Offer(name: "Tres", plan: 3) with { Cover = null }, Offer(Always, name: "Cuatro", plan: 4)];
        PastCompliance[] past = [new(10, 1, ComplianceGround.SamePlan), new(10, 2, ComplianceGround.SamePlan), new(10, 3, ComplianceGround.SamePlan), new(10, 4, ComplianceGround.SamePlan)];
        var (sheets, problems) = PriceCheck.Price(PriceModel.Usual, Factors(), offers, Year, at => past[at]);
        Assert.Equal([(1, 1), (4, 4)], sheets.Select(sheet => (sheet.Offer.PlanId!.Value, sheet.Compliance!.Late)));
        Assert.Equal([("Dos", OfferQuantity.Response, PriceProblemCode.BelowLeast), ("Tres", (OfferQuantity?)null, PriceProblemCode.CalendarMissing)], problems.Select(wrong => (wrong.Level!, wrong.Quantity, wrong.Code)));
        Assert.Empty(PriceCheck.Price(PriceModel.Usual, Factors((PriceFactor.Users, -1)), offers, Year).Sheets);
    }

    [Theory]
    [InlineData("COP", 100.5, false)]
    [InlineData("COP", 100, true)]
    [InlineData("USD", 100.25, true)]
    [InlineData("USD", 100.255, false)]
    public void An_amount_has_no_more_decimals_than_its_currency(string currency, double amount, bool taken)
    {
        var (model, money) = (PriceModel.Usual with { Currency = currency }, (decimal)amount);
        foreach (var factor in (PriceFactor[])[PriceFactor.Hardware, PriceFactor.Software, PriceFactor.BandLow, PriceFactor.BandHigh])
            Is($"Factor.{factor}", PriceCheck.Refuse(model, Factors((factor, money)), [Offer()]));
        Is("Role1.Cost", PriceCheck.Refuse(model, Factors() with { Roles = [new("Asesor", money, 1, 100)] }, [Offer()]));
        Is("Model.Software", model.With(PriceParameter.Software, money).Refuse());

        void Is(string field, IEnumerable<PriceProblem> problems)
        {
            if (taken) Assert.Empty(problems);
            else Assert.Equal(new PriceProblem(PriceProblemCode.TooFine, field, currency), Assert.Single(problems));
        }
    }

    [Fact]
    public void A_model_keeps_its_bounds()
    {
        Assert.Empty(PriceModel.Usual.Refuse());
        Assert.Equal([PriceProblemCode.CurrencyUnknown], (PriceModel.Usual with { Currency = "XXX" }).Refuse().Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.MarginWhole], PriceModel.Usual.With(PriceParameter.Margin, 100).Refuse().Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.Negative], PriceModel.Usual.With(PriceParameter.UsersWeight, -0.1m).Refuse().Select(wrong => wrong.Code));
        Assert.Equal([PriceProblemCode.BelowLeast], PriceModel.Usual.With(PriceParameter.UsersReference, 0).Refuse().Select(wrong => wrong.Code));
    }

    [Fact]
    public void What_comes_out_beyond_all_measure_is_refused_and_does_not_fall_over()
    {
        var worst = PriceFactorFacts.All.Aggregate(new PriceFactors(), (factors, factor) => factors.With(factor, factor.Range().Most)) with { Roles = [new("Asesor", PriceFactorFacts.MostMoney, 5, 100)] };
        var model = PriceParameterFacts.All.Where(parameter => parameter.ToString().EndsWith("Weight", StringComparison.Ordinal) || parameter.ToString().EndsWith("Cap", StringComparison.Ordinal) || parameter == PriceParameter.CaseMinutes)
            .Aggregate(PriceModel.Usual, (all, parameter) => all.With(parameter, parameter.Range().Most)).With(PriceParameter.WeeklyHours, 1).With(PriceParameter.Occupancy, 10);
        Assert.Equal([PriceProblemCode.ResultTooLarge], PriceCheck.Price(model, worst, [Offer(Always, 1, 100)], Year).Problems.Select(wrong => wrong.Code));
    }

    [Fact]
    public void The_least_of_everything_has_a_price()
    {
        var least = PriceFactorFacts.All.Aggregate(new PriceFactors(), (factors, factor) => factors.With(factor, factor.Range().Least)) with { Roles = [new("Asesor", 1, 1, 100)] };
        var model = PriceParameterFacts.All.Aggregate(PriceModel.Usual, (all, parameter) => all.With(parameter, parameter.Range().Least)).With(PriceParameter.AccountHours, 1);
        var sheet = Assert.Single(PriceCheck.Price(model, least, [Offer(new("Horario", 0.25m, false), PriceOffer.MostResponse, 0)], Year).Sheets);
        Assert.True(sheet.Price.Amount >= sheet.Floor.Amount);
    }
}
