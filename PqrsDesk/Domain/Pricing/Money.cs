using System.Text.Json.Serialization;

namespace PqrsDesk.Domain.Pricing;

/// <summary>An amount in a currency (ISO 4217).</summary>
/// <remarks>
/// One rule for all amounts, of prices, contracts and what is used of them: half away from zero, to the decimals of the
/// currency. Each line that is shown is rounded, and what follows is worked out from the rounded line: what stands on a
/// page adds up. What is typed is not rounded: more decimals than the currency has are refused.
/// </remarks>
public readonly record struct Money(decimal Amount, string Currency)
{
    public const string Peso = "COP";
    public const int CurrencyLimit = 3;

    [JsonIgnore]
    public bool IsNegative => Amount < 0;

    /// <summary>It has more decimals than its currency.</summary>
    [JsonIgnore]
    public bool IsTooFine => Round() != this;

    public Money Round() => this with { Amount = Math.Round(Amount, Pricing.Currency.DecimalsOf(Currency), MidpointRounding.AwayFromZero) };

    public static Money Pesos(decimal amount) => new(amount, Peso);

    /// <exception cref="InvalidOperationException">They are in two currencies.</exception>
    public static Money operator +(Money one, Money other) => one.Currency == other.Currency
        ? one with { Amount = one.Amount + other.Amount }
        : throw new InvalidOperationException($"{one.Currency} and {other.Currency} cannot be added.");

    public static Money operator *(Money money, decimal times) => money with { Amount = money.Amount * times };
}
