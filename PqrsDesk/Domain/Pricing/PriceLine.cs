namespace PqrsDesk.Domain.Pricing;

/// <summary>What a price is worked out from, in the order in which it is done. Names are stored; lines come by numbers too: see <see cref="PriceLineFacts"/>.</summary>
public enum PriceLineCode
{
    // The time of one person.
    DayHours = 1,
    GrossHours,
    AbsentDays,
    NetHours,
    NetWeek,
    NetMonth,

    // How many keep the hours.
    CoverHours,
    SeatHours,
    CoverPeople,
    CoverWhole,
    CoverShare,

    // Complexity and scale.
    ComponentsTimes,
    KindsTimes,
    DataTimes,
    PointsTimes,
    Complexity,
    UsersTimes,
    TrafficTimes,
    BandwidthTimes,
    Scale,

    // How many do the work.
    CaseHours,
    AccountHours,
    WorkHours,
    WorkPeople,
    People,
    PeopleWhole,

    // Cost.
    PersonCost,
    PeopleCost,
    Technology,
    Floor,

    // Price.
    ResponseTimes,
    AvailabilityTimes,
    Level,
    WithMargin,
    ListPrice,
    MarketTimes,
    MarketPrice,
    Price,
    Profit,
    Penalties,

    // Once.
    HourCost,
    SetupCost,
    SetupPrice,
}

public enum PriceSection
{
    Time = 1,
    Coverage,
    Multipliers,
    Work,
    Cost,
    Price,
    Setup,
}

/// <summary>One line: its value, rounded as its unit says, and how it came about.</summary>
public sealed record PriceLine(PriceLineCode Code, PriceUnit Unit, decimal Value, Formula Formula);

public static class PriceLineFacts
{
    public static PriceSection Section(this PriceLineCode code) => code switch
    {
        <= PriceLineCode.NetMonth => PriceSection.Time,
        <= PriceLineCode.CoverShare => PriceSection.Coverage,
        <= PriceLineCode.Scale => PriceSection.Multipliers,
        <= PriceLineCode.PeopleWhole => PriceSection.Work,
        <= PriceLineCode.Floor => PriceSection.Cost,
        <= PriceLineCode.Penalties => PriceSection.Price,
        _ => PriceSection.Setup,
    };

    /// <summary>Whether it is told first when it moves.</summary>
    public static bool IsHeadline(this PriceLineCode code) => code is PriceLineCode.CoverPeople or PriceLineCode.Complexity or PriceLineCode.Scale or PriceLineCode.WorkHours
        or PriceLineCode.People or PriceLineCode.PeopleCost or PriceLineCode.Technology or PriceLineCode.Floor or PriceLineCode.Level or PriceLineCode.ListPrice or PriceLineCode.Price or PriceLineCode.Penalties or PriceLineCode.SetupPrice;
}
