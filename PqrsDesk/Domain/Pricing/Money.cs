namespace PqrsDesk.Domain.Pricing;

/// <summary>An amount in a currency (ISO 4217).</summary>
public readonly record struct Money(decimal Amount, string Currency)
{
    public const string Peso = "COP";
    public const int CurrencyLimit = 3;

    public static Money Pesos(decimal amount) => new(amount, Peso);

    public bool IsNegative => Amount < 0;
}
