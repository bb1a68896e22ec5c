namespace PqrsDesk.Domain.Pricing;

/// <summary>In what an amount of a price is counted. Each has a word in both languages.</summary>
public enum PriceUnit
{
    Count = 1,
    Percent,
    Minutes,
    Hours,
    HoursPerWeek,
    HoursPerMonth,
    HoursPerYear,
    Days,
    DaysPerYear,
    DaysPerWeek,
    MinutesPerCase,
    CasesPerMonth,
    Gigabytes,
    GigabytesPerMonth,
    MegabitsPerSecond,
    People,

    /// <summary>So many times as much.</summary>
    Times,
    Money,
    MoneyPerMonth,
    MoneyPerHour,
}

public static class PriceUnitFacts
{
    public static bool IsMoney(this PriceUnit unit) => unit is PriceUnit.Money or PriceUnit.MoneyPerMonth or PriceUnit.MoneyPerHour;

    /// <summary>To how many decimals a line is rounded, half away from zero. What follows goes on with the rounded number: whoever works it out by hand from what is shown gets the same.</summary>
    public static int Decimals(this PriceUnit unit, string currency) => unit switch
    {
        PriceUnit.Money or PriceUnit.MoneyPerMonth or PriceUnit.MoneyPerHour => Currency.DecimalsOf(currency),
        PriceUnit.HoursPerYear or PriceUnit.Percent => 2,
        _ => 4,
    };
}
