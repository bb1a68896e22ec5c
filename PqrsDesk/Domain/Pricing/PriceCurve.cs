namespace PqrsDesk.Domain.Pricing;

/// <summary>One of the stated curves, to be drawn: 1 + weight × log2(1 + x ÷ reference), or with the quotient turned over where less is stricter.</summary>
/// <param name="X">Where the service stands.</param>
/// <param name="Least">From where it is drawn.</param>
public sealed record PriceCurve(PriceLineCode Line, PriceUnit Unit, decimal Weight, decimal Reference, bool Falls, decimal X, decimal Least, decimal Most)
{
    public decimal Y => At(X);

    /// <summary>The highest that is drawn.</summary>
    public decimal Top => At(Falls ? Least : Most);

    public Formula Formula => Working(X);

    public decimal At(decimal x) => Working(x).Value();

    /// <summary>All that bear on a price at a level.</summary>
    public static IEnumerable<PriceCurve> Of(PriceModel model, PriceFactors factors, PriceOffer offer)
    {
        yield return Rising(PriceLineCode.ComponentsTimes, PriceParameter.ComponentsWeight, PriceParameter.ComponentsReference, PriceFactor.Components);
        yield return Rising(PriceLineCode.KindsTimes, PriceParameter.KindsWeight, PriceParameter.KindsReference, PriceFactor.DataKinds);
        yield return Rising(PriceLineCode.DataTimes, PriceParameter.DataWeight, PriceParameter.DataReference, PriceFactor.DataSize);
        yield return Rising(PriceLineCode.PointsTimes, PriceParameter.PointsWeight, PriceParameter.PointsReference, PriceFactor.CustomPoints);
        yield return Rising(PriceLineCode.UsersTimes, PriceParameter.UsersWeight, PriceParameter.UsersReference, PriceFactor.Users);
        yield return Rising(PriceLineCode.TrafficTimes, PriceParameter.TrafficWeight, PriceParameter.TrafficReference, PriceFactor.Traffic);
        yield return Rising(PriceLineCode.BandwidthTimes, PriceParameter.BandwidthWeight, PriceParameter.BandwidthReference, PriceFactor.Bandwidth);
        yield return Falling(PriceLineCode.ResponseTimes, PriceUnit.Minutes, PriceParameter.ResponseWeight, PriceParameter.ResponseReference, offer.ResponseMinutes);
        if (offer.AvailabilityPercent is { } promised)
            yield return Falling(PriceLineCode.AvailabilityTimes, PriceUnit.Percent, PriceParameter.AvailabilityWeight, PriceParameter.AvailabilityReference, Math.Max(PriceOffer.LeastDown, 100 - promised));

        PriceCurve Rising(PriceLineCode line, PriceParameter weight, PriceParameter reference, PriceFactor factor) =>
            new(line, factor.Range().Unit, model[weight], model[reference], Falls: false, factors[factor], 0, Math.Max(4 * model[reference], factors[factor] * 1.25m));

        PriceCurve Falling(PriceLineCode line, PriceUnit unit, PriceParameter weight, PriceParameter reference, decimal x) =>
            new(line, unit, model[weight], model[reference], Falls: true, x, Math.Min(model[reference] / 16, x), Math.Max(2 * model[reference], x));
    }

    private Formula Working(decimal x)
    {
        var (weight, at, reference) = (new FormulaNumber(Weight, "Weight"), new FormulaNumber(x, "X"), new FormulaNumber(Reference, "Reference"));
        return Falls ? Formula.Of($"1 + {weight} × log2(1 + {reference} ÷ {at})") : Formula.Of($"1 + {weight} × log2(1 + {at} ÷ {reference})");
    }
}
