using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.Pricing;

public enum MarketDemand
{
    Low = 1,
    Usual = 2,
    High = 3,
}

/// <summary>The service that is priced: the factors that do not depend on the plan.</summary>
public sealed record PriceFactors
{
    public IReadOnlyDictionary<PriceFactor, decimal> Values { get; init; } = new Dictionary<PriceFactor, decimal>();
    public IReadOnlyList<SupplyRole> Roles { get; init; } = SupplyRole.Usual;
    public MarketDemand Demand { get; init; } = MarketDemand.Usual;

    public decimal this[PriceFactor factor] => Values.TryGetValue(factor, out var value) ? value : factor.Range().Usual;

    /// <summary>Null when the market names none. An end that is 0 is open.</summary>
    [JsonIgnore]
    public (decimal Low, decimal? High)? Band => (this[PriceFactor.BandLow], this[PriceFactor.BandHigh]) switch
    {
        (0, 0) => null,
        (var low, 0) => (low, null),
        var (low, high) => (low, high),
    };

    public PriceFactors With(PriceFactor factor, decimal value) => this with { Values = new Dictionary<PriceFactor, decimal>(Values) { [factor] = value } };

    /// <summary>As a model begins: its people, its technology, its margin.</summary>
    public static PriceFactors Begin(PriceModel model) => new PriceFactors { Roles = model.Roles }
        .With(PriceFactor.Margin, model[PriceParameter.Margin]).With(PriceFactor.Hardware, model[PriceParameter.Hardware]).With(PriceFactor.Software, model[PriceParameter.Software]);
}

/// <summary>A service level that is offered.</summary>
/// <param name="PlanId">Null: it is of this calculation alone.</param>
/// <param name="Cover">Null: it has no calendar, and cannot be priced.</param>
/// <param name="ResponseMinutes">The shortest first response that it promises, in minutes of its calendar.</param>
/// <param name="AvailabilityPercent">Null: it promises none.</param>
public sealed record PriceOffer(int? PlanId, string Name, CoverHours? Cover, decimal ResponseMinutes, decimal? AvailabilityPercent)
{
    public const int NameLimit = 120;

    /// <summary>Name of the calendar in whose hours availability is promised; null: day and night, or it was not kept.</summary>
    public string? AvailabilityHours { get; init; }

    /// <summary>So many are compared side by side.</summary>
    public const int Most = 4;
    public const decimal MostResponse = 100_000;

    /// <summary>Percent of time down that is priced at the least: what promises that nothing ever fails costs as much as 99.999 %, some five minutes a year.</summary>
    public const decimal LeastDown = 0.001m;
}

/// <summary>What like contracts kept of what they promised.</summary>
/// <param name="Promises">First responses and resolutions that were decided: done, or owed and overdue. What is open and not due yet says nothing.</param>
/// <param name="Late">How many of them were missed.</param>
/// <param name="Ground">Whose they are.</param>
public sealed record PastCompliance([property: JsonPropertyName("cases")] int Promises, int Late, ComplianceGround Ground)
{
    [JsonIgnore]
    public decimal LatePercent => Promises == 0 ? 0 : Math.Round(100m * Late / Promises, 2, MidpointRounding.AwayFromZero);

    /// <returns>Null: nothing is decided.</returns>
    public static PastCompliance? Of(Kpis.Timeliness kept, ComplianceGround ground) => kept.Total == 0 ? null : new(kept.Total, kept.Late, ground);
}

public enum ComplianceGround
{
    /// <summary>Promises of contracts of the same plan.</summary>
    SamePlan = 1,

    /// <summary>No promise of those is decided: all of the desk's, of the priorities that the plan names.</summary>
    SamePriorities = 2,
}
