namespace PqrsDesk.Domain.Pricing;

/// <summary>An amount in a currency (ISO 4217).</summary>
/// <remarks>
/// Each line that is shown is rounded, half away from zero, to the decimals of the currency, and what follows is worked
/// out from the rounded line: what stands on a page adds up.
/// </remarks>
public readonly record struct Money(decimal Amount, string Currency)
{
    public const string Peso = "COP";
    public const int CurrencyLimit = 3;

    public bool IsNegative => Amount < 0;

    public Money Round() => this with { Amount = Math.Round(Amount, Pricing.Currency.DecimalsOf(Currency), MidpointRounding.AwayFromZero) };

    public static Money Pesos(decimal amount) => new(amount, Peso);

    /// <exception cref="InvalidOperationException">They are in two currencies.</exception>
    public static Money operator +(Money one, Money other) => one.Currency == other.Currency
        ? one with { Amount = one.Amount + other.Amount }
        : throw new InvalidOperationException($"{one.Currency} and {other.Currency} cannot be added.");

    public static Money operator *(Money money, decimal times) => money with { Amount = money.Amount * times };
}
