namespace PqrsDesk.Domain.Pricing;

/// <summary>The six groups of what decides a price.</summary>
public enum PriceGroup
{
    Level = 1,
    Complexity,
    Scale,
    Customisation,
    Supply,
    Market,
}

/// <summary>What is asked of a service that is priced, with its unit. Names are stored.</summary>
public enum PriceFactor
{
    /// <summary>How many answer at the same time while the calendar is open.</summary>
    Seats = 1,

    /// <summary>Hours a week beyond those of the plan's calendar; fewer when it is negative.</summary>
    MoreCoverage,
    Components,
    DataKinds,
    DataSize,
    CustomPoints,
    Users,
    Cases,
    Traffic,
    Bandwidth,
    SetupHours,
    UpkeepHours,

    /// <summary>How many customers the people on duty answer for.</summary>
    SharedBy,
    Hardware,
    Software,
    Margin,
    Competitors,

    /// <summary>What the market pays, a month; either end may be open.</summary>
    BandLow,
    BandHigh,
}

public static class PriceFactorFacts
{
    /// <summary>Beyond it an amount is a slip of the pen, in any currency.</summary>
    public const decimal MostMoney = 1_000_000_000_000m;

    public static IReadOnlyList<PriceFactor> All { get; } = Enum.GetValues<PriceFactor>();

    public static PriceGroup Group(this PriceFactor factor) => factor switch
    {
        PriceFactor.Seats or PriceFactor.MoreCoverage => PriceGroup.Level,
        PriceFactor.Components or PriceFactor.DataKinds or PriceFactor.DataSize or PriceFactor.CustomPoints => PriceGroup.Complexity,
        PriceFactor.Users or PriceFactor.Cases or PriceFactor.Traffic or PriceFactor.Bandwidth => PriceGroup.Scale,
        PriceFactor.SetupHours or PriceFactor.UpkeepHours => PriceGroup.Customisation,
        PriceFactor.SharedBy or PriceFactor.Hardware or PriceFactor.Software => PriceGroup.Supply,
        PriceFactor.Margin or PriceFactor.Competitors or PriceFactor.BandLow or PriceFactor.BandHigh => PriceGroup.Market,
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };

    public static PriceRange Range(this PriceFactor factor) => factor switch
    {
        PriceFactor.Seats => new(PriceUnit.Count, 1, 1, 200),
        PriceFactor.MoreCoverage => new(PriceUnit.HoursPerWeek, 0, -CoverHours.Week, CoverHours.Week),
        PriceFactor.Components => new(PriceUnit.Count, 5, 0, 100_000),
        PriceFactor.DataKinds => new(PriceUnit.Count, 3, 0, 10_000),
        PriceFactor.DataSize => new(PriceUnit.Gigabytes, 200, 0, 100_000_000),
        PriceFactor.CustomPoints => new(PriceUnit.Count, 5, 0, 100_000),
        PriceFactor.Users => new(PriceUnit.Count, 100, 0, 100_000_000),
        PriceFactor.Cases => new(PriceUnit.CasesPerMonth, 40, 0, 10_000_000),
        PriceFactor.Traffic => new(PriceUnit.GigabytesPerMonth, 50, 0, 100_000_000),
        PriceFactor.Bandwidth => new(PriceUnit.MegabitsPerSecond, 50, 0, 100_000_000),
        PriceFactor.SetupHours => new(PriceUnit.Hours, 20, 0, 100_000),
        PriceFactor.UpkeepHours => new(PriceUnit.HoursPerMonth, 4, 0, 100_000),
        PriceFactor.SharedBy => new(PriceUnit.Count, 1, 1, 10_000),
        PriceFactor.Hardware or PriceFactor.Software or PriceFactor.BandLow or PriceFactor.BandHigh => new(PriceUnit.MoneyPerMonth, 0, 0, MostMoney),
        PriceFactor.Margin => new(PriceUnit.Percent, 30, 0, 99),
        PriceFactor.Competitors => new(PriceUnit.Count, 0, 0, 1_000),
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };

    /// <summary>Whether it may be left empty: then there is none of it.</summary>
    public static bool IsOptional(this PriceFactor factor) => factor is PriceFactor.BandLow or PriceFactor.BandHigh;

    /// <summary>Whether only whole numbers make sense.</summary>
    public static bool IsWhole(this PriceFactor factor) => factor.Range().Unit == PriceUnit.Count;
}
