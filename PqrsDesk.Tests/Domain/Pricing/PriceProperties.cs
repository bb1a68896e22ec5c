using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace PqrsDesk.Domain.Pricing;

/// <summary>What holds of every price, whatever the model and the service.</summary>
public sealed class PriceProperties
{
    private static readonly PriceFactor[] Scales = [PriceFactor.Users, PriceFactor.Cases, PriceFactor.Traffic, PriceFactor.Bandwidth];
    private static readonly PriceFactor[] Complexities = [PriceFactor.Components, PriceFactor.DataKinds, PriceFactor.DataSize, PriceFactor.CustomPoints];

    private sealed record Case(PriceModel Model, PriceFactors Factors, PriceOffer Offer);

    [Fact]
    public void No_price_is_under_its_floor_and_all_lines_are_their_formulas() => Holds(it =>
    {
        var sheet = Sheet(it);
        Assert.True(sheet.Price.Amount >= sheet.Floor.Amount);
        Assert.True(sheet.Floor.Amount > 0 && sheet.Profit.Amount >= 0 && sheet.Setup.Amount >= 0);
        Assert.All(sheet.Lines, line => Assert.Equal(Math.Round(line.Formula.Value(), line.Unit.Decimals(it.Model.Currency), MidpointRounding.AwayFromZero), line.Value));
        if (it.Factors.Band is { } band) Assert.InRange(sheet.Price.Amount, band.High < sheet.Floor.Amount ? sheet.Floor.Amount : band.Low, Math.Max(sheet.Floor.Amount, band.High ?? decimal.MaxValue));
    });

    [Fact]
    public void A_larger_scale_never_costs_less() => Holds(it =>
    {
        foreach (var factor in Scales) Rises(it, it with { Factors = it.Factors.With(factor, it.Factors[factor] * 2 + 1) });
    });

    [Fact]
    public void More_complexity_never_costs_less() => Holds(it =>
    {
        foreach (var factor in Complexities) Rises(it, it with { Factors = it.Factors.With(factor, it.Factors[factor] * 2 + 1) });
    });

    [Fact]
    public void A_stricter_level_never_costs_less() => Holds(it =>
    {
        var cover = it.Offer.Cover!;
        Rises(it, it with { Offer = it.Offer with { Cover = cover with { Weekly = Math.Min(CoverHours.Week, cover.Weekly * 1.5m) } } });
        Rises(it, it with { Offer = it.Offer with { Cover = cover with { ClosesOnHolidays = false } } });
        Rises(it, it with { Offer = it.Offer with { ResponseMinutes = Math.Max(1, it.Offer.ResponseMinutes / 2) } });
        Rises(it, it with { Offer = it.Offer with { AvailabilityPercent = it.Offer.AvailabilityPercent is { } promised ? (promised + 100) / 2 : 95 } });
        Rises(it, it with { Factors = it.Factors.With(PriceFactor.Seats, it.Factors[PriceFactor.Seats] + 1) });
        Rises(it, it with { Factors = it.Factors.With(PriceFactor.MoreCoverage, it.Factors[PriceFactor.MoreCoverage] + 10) });
    });

    [Fact]
    public void A_larger_margin_never_costs_less_and_sharing_never_more() => Holds(it =>
    {
        Rises(it, it with { Factors = it.Factors.With(PriceFactor.Margin, Math.Min(99, it.Factors[PriceFactor.Margin] + 5)) });
        Rises(it with { Factors = it.Factors.With(PriceFactor.SharedBy, it.Factors[PriceFactor.SharedBy] + 1) }, it);
    });

    private static void Rises(Case it, Case other)
    {
        var (before, after) = (Sheet(it), Sheet(other));
        Assert.True(after.Price.Amount >= before.Price.Amount && after.Floor.Amount >= before.Floor.Amount, $"{before.Price} became {after.Price}: {it} → {other}");
    }

    private static PriceSheet Sheet(Case it) => PriceWorking.Of(it.Model, it.Factors, it.Offer, Priced.Year, new(50, 4, ComplianceGround.SamePlan));

    private static void Holds(Action<Case> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Arb.From(Cases), it =>
    {
        Assert.Empty(it.Model.Refuse());
        Assert.Empty(PriceCheck.Refuse(it.Model, it.Factors, [it.Offer]));
        holds(it);
    }));

    private static Gen<decimal> Between(decimal least, decimal most) => Dice.Select(dice => Within(dice, least, most));

    /// <summary>Small values more often than large ones.</summary>
    private static Gen<int> Dice => Gen.Choose(0, 29_999);

    private static decimal Within(int dice, decimal least, decimal most) => Math.Round(least + (most - least) * (dice % 10_000) / (dice < 10_000 ? 10_000m : 1_000_000m), 3);

    private static Gen<PriceModel> Models =>
        from currency in Gen.Elements("COP", "USD", "CLP")
        from dice in Dice.ArrayOf(PriceParameterFacts.All.Count)
        select PriceParameterFacts.All.Zip(dice).Aggregate(new PriceModel { Currency = currency }, (model, each) => model.With(each.First, Of(each.First, each.Second)));

    private static decimal Of(PriceParameter parameter, int dice)
    {
        var range = parameter.Range();
        var value = parameter switch
        {
            PriceParameter.WeeklyHours => Within(dice, 20, 60),
            PriceParameter.Sickness or PriceParameter.Vacation => Within(dice, 0, 30),
            PriceParameter.Occupancy => Within(dice, 40, 100),
            _ => Within(dice, range.Least, Math.Min(range.Most, 1_000_000)),
        };
        return Math.Clamp(range.Unit.IsMoney() ? Math.Ceiling(value) : value, range.Least, range.Most);
    }

    private static Gen<PriceFactors> Factors =>
        from dice in Dice.ArrayOf(PriceFactorFacts.All.Count)
        from low in Gen.Elements(true, false)
        from high in Gen.Elements(true, false)
        from demand in Gen.Elements(Enum.GetValues<MarketDemand>())
        from agent in Gen.Choose(1, 99)
        from cost in Gen.Choose(1_000, 9_000_000).Select(value => (decimal)value)
        select PriceFactorFacts.All.Zip(dice).Aggregate(
            new PriceFactors { Demand = demand, Roles = [new("Asesor", cost, 1.5m, agent), new("Líder", cost * 2, 1.4m, 100 - agent)] },
            (factors, each) => factors.With(each.First, (each.First == PriceFactor.BandLow && !low) || (each.First == PriceFactor.BandHigh && !high) ? 0 : Of(each.First, each.Second)))
            .With(PriceFactor.UpkeepHours, 1);

    private static decimal Of(PriceFactor factor, int dice)
    {
        var range = factor.Range();
        var value = factor switch
        {
            PriceFactor.BandLow => Within(dice, 0, 5_000_000),
            PriceFactor.BandHigh => Within(dice, 5_000_000, 50_000_000),
            PriceFactor.MoreCoverage => Within(dice, -100, 100),
            _ => Within(dice, range.Least, Math.Min(range.Most, 1_000_000)),
        };
        return factor.IsWhole() || range.Unit.IsMoney() ? Math.Ceiling(value) : value;
    }

    private static Gen<Case> Cases =>
        from model in Models
        from factors in Factors
        from weekly in Between(1, 168)
        from holidays in Gen.Elements(true, false)
        from response in Between(1, 10_000)
        from availability in Gen.OneOf(Gen.Constant((decimal?)null), Between(50, 100).Select(value => (decimal?)value))
        select new Case(model, factors, new(1, "Plan", new("Horario", weekly, holidays), response, availability));
}
