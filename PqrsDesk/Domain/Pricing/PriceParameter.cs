namespace PqrsDesk.Domain.Pricing;

/// <summary>What an administrator sets of the model. Names are stored.</summary>
public enum PriceParameter
{
    // The time of one person.
    WeeklyHours = 1,
    WorkDays,
    Vacation,
    Sickness,
    Occupancy,
    ShiftHours,
    Handover,

    // Work.
    CaseMinutes,
    AccountHours,

    // What a new calculation begins with.
    Hardware,
    Software,

    // Complexity.
    ComponentsWeight,
    ComponentsReference,
    KindsWeight,
    KindsReference,
    DataWeight,
    DataReference,
    PointsWeight,
    PointsReference,
    ComplexityCap,

    // Scale.
    UsersWeight,
    UsersReference,
    TrafficWeight,
    TrafficReference,
    BandwidthWeight,
    BandwidthReference,
    ScaleCap,

    // Service level.
    ResponseWeight,
    ResponseReference,
    AvailabilityWeight,
    AvailabilityReference,

    // Price and market.
    Margin,
    LowDemand,
    HighDemand,
    CompetitionDiscount,
    CompetitionReference,
    PenaltyShare,
    ValidityDays,
}

/// <param name="Least">The smallest that is taken.</param>
/// <param name="Most">The largest.</param>
public sealed record PriceRange(PriceUnit Unit, decimal Usual, decimal Least, decimal Most)
{
    public bool Holds(decimal value) => value >= Least && value <= Most;
}

public static class PriceParameterFacts
{
    private const decimal SteepestCurve = 5;

    public static IReadOnlyList<PriceParameter> All { get; } = Enum.GetValues<PriceParameter>();

    /// <summary>Unit, usual value and bounds. docs/price.md says why each is what it is.</summary>
    public static PriceRange Range(this PriceParameter parameter) => parameter switch
    {
        // Ley 2101 of 2021, art. 3: 42 hours from 15 July 2026.
        PriceParameter.WeeklyHours => new(PriceUnit.HoursPerWeek, 42, 1, 84),
        PriceParameter.WorkDays => new(PriceUnit.DaysPerWeek, 5, 1, 7),

        // Código Sustantivo del Trabajo, art. 186: 15 business days a year.
        PriceParameter.Vacation => new(PriceUnit.DaysPerYear, 15, 0, 60),
        PriceParameter.Sickness => new(PriceUnit.Percent, 3, 0, 50),
        PriceParameter.Occupancy => new(PriceUnit.Percent, 80, 10, 100),
        PriceParameter.ShiftHours => new(PriceUnit.Hours, 8, 1, 24),
        PriceParameter.Handover => new(PriceUnit.Minutes, 15, 0, 120),
        PriceParameter.CaseMinutes => new(PriceUnit.MinutesPerCase, 25, 1, 10_000),
        PriceParameter.AccountHours => new(PriceUnit.HoursPerMonth, 6, 0, 10_000),
        PriceParameter.Hardware => new(PriceUnit.MoneyPerMonth, 500_000, 0, PriceFactorFacts.MostMoney),
        PriceParameter.Software => new(PriceUnit.MoneyPerMonth, 800_000, 0, PriceFactorFacts.MostMoney),
        PriceParameter.ComponentsWeight => Weight(0.10m),
        PriceParameter.ComponentsReference => new(PriceUnit.Count, 5, 1, 1_000_000),
        PriceParameter.KindsWeight => Weight(0.05m),
        PriceParameter.KindsReference => new(PriceUnit.Count, 3, 1, 1_000_000),
        PriceParameter.DataWeight => Weight(0.08m),
        PriceParameter.DataReference => new(PriceUnit.Gigabytes, 500, 1, 1_000_000_000),
        PriceParameter.PointsWeight => Weight(0.12m),
        PriceParameter.PointsReference => new(PriceUnit.Count, 10, 1, 1_000_000),
        PriceParameter.ComplexityCap => new(PriceUnit.Times, 4, 1, 1_000),
        PriceParameter.UsersWeight => Weight(0.25m),
        PriceParameter.UsersReference => new(PriceUnit.Count, 300, 1, 1_000_000_000),
        PriceParameter.TrafficWeight => Weight(0.08m),
        PriceParameter.TrafficReference => new(PriceUnit.GigabytesPerMonth, 100, 1, 1_000_000_000),
        PriceParameter.BandwidthWeight => Weight(0.05m),
        PriceParameter.BandwidthReference => new(PriceUnit.MegabitsPerSecond, 100, 1, 1_000_000_000),
        PriceParameter.ScaleCap => new(PriceUnit.Times, 6, 1, 1_000),
        PriceParameter.ResponseWeight => Weight(0.04m),
        PriceParameter.ResponseReference => new(PriceUnit.Minutes, 60, 1, 100_000),
        PriceParameter.AvailabilityWeight => Weight(0.03m),
        PriceParameter.AvailabilityReference => new(PriceUnit.Percent, 1, 0.001m, 100),
        PriceParameter.Margin => new(PriceUnit.Percent, 30, 0, 99),
        PriceParameter.LowDemand => new(PriceUnit.Percent, 95, 10, 100),
        PriceParameter.HighDemand => new(PriceUnit.Percent, 105, 100, 1_000),
        PriceParameter.CompetitionDiscount => new(PriceUnit.Percent, 10, 0, 90),
        PriceParameter.CompetitionReference => new(PriceUnit.Count, 3, 1, 1_000),
        PriceParameter.PenaltyShare => new(PriceUnit.Percent, 10, 0, 100),
        PriceParameter.ValidityDays => new(PriceUnit.Days, 30, 1, 250),
        _ => throw new ArgumentOutOfRangeException(nameof(parameter)),
    };

    /// <summary>By how much a curve rises each time that what it looks at, with its reference, doubles. None: it is off.</summary>
    private static PriceRange Weight(decimal usual) => new(PriceUnit.Times, usual, 0, SteepestCurve);
}
