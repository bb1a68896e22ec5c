using System.Collections.Frozen;

namespace PqrsDesk.Domain.Pricing;

/// <summary>The currencies that the desk prices in, by their code of ISO 4217.</summary>
public static class Currency
{
    public const string Peso = "COP";
    public const int CodeLength = 3;

    /// <summary>How many decimals a price has. ISO 4217 gives the peso two, but nobody in Colombia pays or writes centavos.</summary>
    private static readonly FrozenDictionary<string, int> Decimals = new Dictionary<string, int>
    {
        [Peso] = 0,
        ["ARS"] = 2,
        ["BOB"] = 2,
        ["BRL"] = 2,
        ["CLP"] = 0,
        ["CRC"] = 2,
        ["DOP"] = 2,
        ["EUR"] = 2,
        ["GTQ"] = 2,
        ["MXN"] = 2,
        ["PEN"] = 2,
        ["PYG"] = 0,
        ["USD"] = 2,
        ["UYU"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> All => Decimals.Keys.Order(StringComparer.Ordinal);

    public static bool Knows(string? code) => code is not null && Decimals.ContainsKey(code);

    /// <summary>Of a currency that is not known: two, as most have.</summary>
    public static int DecimalsOf(string code) => Decimals.GetValueOrDefault(code, 2);
}
