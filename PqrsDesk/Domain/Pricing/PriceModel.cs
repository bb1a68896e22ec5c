namespace PqrsDesk.Domain.Pricing;

/// <summary>How the house prices its services. Stored as JSON in versions; what is not named has its usual value.</summary>
public sealed record PriceModel
{
    public static PriceModel Usual { get; } = new();

    public string Currency { get; init; } = Pricing.Currency.Peso;
    public IReadOnlyDictionary<PriceParameter, decimal> Parameters { get; init; } = new Dictionary<PriceParameter, decimal>();

    /// <summary>With whom a new calculation begins.</summary>
    public IReadOnlyList<SupplyRole> Roles { get; init; } = SupplyRole.Usual;

    public decimal this[PriceParameter parameter] => Parameters.TryGetValue(parameter, out var value) ? value : parameter.Range().Usual;

    public PriceModel With(PriceParameter parameter, decimal value) => this with { Parameters = new Dictionary<PriceParameter, decimal>(Parameters) { [parameter] = value } };
}

/// <summary>A model as it was saved. No row is ever written over; the newest holds for new calculations, and each quote keeps its own.</summary>
public sealed class PriceModelVersion
{
    public int Id { get; internal init; }
    public required PriceModel Model { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required string MadeBy { get; init; }
}
