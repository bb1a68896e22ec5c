namespace PqrsDesk.Domain.Pricing;

/// <summary>People who serve, by what they do.</summary>
/// <param name="MonthlyCost">Pay of one person, a month, in the model's currency.</param>
/// <param name="Load">So many times the pay is what they cost: benefits, social security, parafiscales, the place they sit at.</param>
/// <param name="Share">Percent of the hours that are theirs. All together are 100.</param>
public sealed record SupplyRole(string Name, decimal MonthlyCost, decimal Load, decimal Share)
{
    public const int NameLimit = 60;
    public const int Most = 8;
    public const decimal MostLoad = 5;

    public static IReadOnlyList<SupplyRole> Usual { get; } =
    [
        new("Asesor", 2_600_000, 1.52m, 70),
        new("Especialista", 5_200_000, 1.52m, 25),
        new("Líder", 7_500_000, 1.52m, 5),
    ];
}
