using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.Pricing;

/// <summary>What the market did to a price.</summary>
public enum BandEffect
{
    /// <summary>No band is named, or the price lies within it.</summary>
    None = 1,
    RaisedToLow,
    LoweredToHigh,

    /// <summary>The market asks for less than it costs: the floor holds.</summary>
    HeldAtFloor,
}

/// <summary>A service at one level, priced: every line with its working.</summary>
public sealed record PriceSheet(PriceOffer Offer, string Currency, IReadOnlyList<PriceLine> Lines, BandEffect Band, PastCompliance? Compliance)
{
    /// <summary>What the service costs, a month. No price is under it.</summary>
    [JsonIgnore]
    public Money Floor => Amount(PriceLineCode.Floor);

    /// <summary>A month.</summary>
    [JsonIgnore]
    public Money Price => Amount(PriceLineCode.Price);

    /// <summary>Once, at the beginning.</summary>
    [JsonIgnore]
    public Money Setup => Amount(PriceLineCode.SetupPrice);

    /// <summary>What is left of the price; never negative.</summary>
    [JsonIgnore]
    public Money Profit => Amount(PriceLineCode.Profit);

    /// <summary>Of a month; null: nothing is known of the past.</summary>
    [JsonIgnore]
    public Money? Penalties => Of(PriceLineCode.Penalties) is { } line ? new(line.Value, Currency) : null;

    /// <summary>Percent of the price that is left. Null: there is no price.</summary>
    [JsonIgnore]
    public decimal? ProfitPercent => Price.Amount == 0 ? null : Math.Round(100 * Profit.Amount / Price.Amount, 2, MidpointRounding.AwayFromZero);

    public PriceLine? Of(PriceLineCode code) => Lines.FirstOrDefault(line => line.Code == code);

    public decimal this[PriceLineCode code] => Of(code)?.Value ?? throw new ArgumentOutOfRangeException(nameof(code), code, "There is no such line.");

    /// <summary>Lines that came out otherwise than in another calculation of the same offer, with how much they moved.</summary>
    public IEnumerable<(PriceLine Line, decimal Before)> MovedFrom(PriceSheet before) =>
        from line in Lines
        let other = before.Of(line.Code)
        where other is not null && other.Value != line.Value
        select (line, other.Value);

    private Money Amount(PriceLineCode code) => new(this[code], Currency);
}
