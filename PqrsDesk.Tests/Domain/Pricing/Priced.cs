using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Domain.Pricing;

/// <summary>Services that tests price.</summary>
internal static class Priced
{
    public const int Year = 2026;

    public static CoverHours Always { get; } = new("24 × 7", CoverHours.Week, ClosesOnHolidays: false);

    public static CoverHours Office { get; } = new("Horario de atención", 40, ClosesOnHolidays: true);

    public static PriceOffer Offer(CoverHours? cover = null, decimal response = 60, decimal? availability = null, string name = "Esencial", int? plan = null) =>
        new(plan, name, cover ?? Office, response, availability);

    public static PriceFactors Factors(params (PriceFactor Factor, decimal Value)[] values) =>
        values.Aggregate(new PriceFactors(), (factors, each) => factors.With(each.Factor, each.Value));

    public static PriceSheet Sheet(PriceFactors? factors = null, PriceOffer? offer = null, PriceModel? model = null, PastCompliance? past = null) =>
        PriceWorking.Of(model ?? PriceModel.Usual, factors ?? Factors(), offer ?? Offer(), Year, past);

    public static QuoteContent Content(params PriceOffer[] offers)
    {
        var factors = Factors();
        return new(0, PriceModel.Usual, Year, factors, [.. (offers.Length == 0 ? [Offer()] : offers).Select(offer => Sheet(factors, offer))]);
    }
}
