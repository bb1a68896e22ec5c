namespace PqrsDesk.Domain.Pricing;

/// <summary>Works a price out, line by line. Pure: the same model, factors and year give the same sheet.</summary>
/// <remarks>
/// A price never falls when the level gets stricter (more hours or seats, a shorter response, more availability) or the
/// scale grows: every step is monotone, rounding included. docs/price.md tells it all with an example.
/// </remarks>
public sealed class PriceWorking
{
    private readonly List<PriceLine> _lines = [];
    private readonly PriceModel _model;
    private readonly PriceFactors _factors;
    private readonly PriceOffer _offer;

    private PriceWorking(PriceModel model, PriceFactors factors, PriceOffer offer) => (_model, _factors, _offer) = (model, factors, offer);

    /// <param name="year">Whose holidays are counted.</param>
    /// <param name="past">Null: nothing is known of how like contracts were kept.</param>
    /// <remarks>What <see cref="PriceCheck"/> refuses must not come here.</remarks>
    public static PriceSheet Of(PriceModel model, PriceFactors factors, PriceOffer offer, int year, PastCompliance? past = null)
    {
        var working = new PriceWorking(model, factors, offer);
        var (week, month) = working.Time(year);
        var share = working.Coverage(week);
        var (complexity, scale) = (working.Complexity(), working.Scale());
        var people = working.Work(month, complexity, scale, share);
        var (floor, person) = working.Cost(people, scale);
        var (price, band) = working.Price(floor);
        if (past is { Promises: > 0 }) working.Line(PriceLineCode.Penalties, PriceUnit.MoneyPerMonth, $"{price} × {new FormulaNumber(past.LatePercent, "Past.Late")} % × {working.Model(PriceParameter.PenaltyShare)} %");
        working.Setup(person, month);
        return new(offer, model.Currency, working._lines, band, past);
    }

    private (PriceLine Week, PriceLine Month) Time(int year)
    {
        var cover = _offer.Cover!;
        var day = Line(PriceLineCode.DayHours, PriceUnit.Hours, $"{Model(PriceParameter.WeeklyHours)} ÷ {Model(PriceParameter.WorkDays)}");
        var gross = Line(PriceLineCode.GrossHours, PriceUnit.HoursPerYear, $"52 × {Model(PriceParameter.WeeklyHours)}");

        // Where the calendar closes on holidays nobody has to stand in for whoever is at home on them.
        var holidays = new FormulaNumber(cover.ClosesOnHolidays ? 0 : CoverHours.HolidaysOff(year, _model[PriceParameter.WorkDays]), "Year.Holidays");
        var absent = Line(PriceLineCode.AbsentDays, PriceUnit.DaysPerYear, $"{holidays} + {Model(PriceParameter.Vacation)}");
        var net = Line(PriceLineCode.NetHours, PriceUnit.HoursPerYear, $"max(1; ({gross} − {absent} × {day}) × (1 − {Model(PriceParameter.Sickness)} %))");
        return (Line(PriceLineCode.NetWeek, PriceUnit.HoursPerWeek, $"{net} ÷ 52"), Line(PriceLineCode.NetMonth, PriceUnit.HoursPerMonth, $"{net} ÷ 12"));
    }

    private PriceLine Coverage(PriceLine week)
    {
        var hours = Line(PriceLineCode.CoverHours, PriceUnit.HoursPerWeek, $"max(1; min(168; {new FormulaNumber(_offer.Cover!.Weekly, "Offer.Calendar")} + {Factor(PriceFactor.MoreCoverage)}))");
        var seats = Line(PriceLineCode.SeatHours, PriceUnit.HoursPerWeek, $"{hours} × {Factor(PriceFactor.Seats)} × (1 + {Model(PriceParameter.Handover)} ÷ ({Model(PriceParameter.ShiftHours)} × 60))");
        var people = Line(PriceLineCode.CoverPeople, PriceUnit.People, $"{seats} ÷ {week}");
        Line(PriceLineCode.CoverWhole, PriceUnit.People, $"ceil({people})");
        return Line(PriceLineCode.CoverShare, PriceUnit.People, $"{people} ÷ {Factor(PriceFactor.SharedBy)}");
    }

    private PriceLine Complexity()
    {
        var components = Curve(PriceLineCode.ComponentsTimes, PriceParameter.ComponentsWeight, PriceFactor.Components, PriceParameter.ComponentsReference);
        var kinds = Curve(PriceLineCode.KindsTimes, PriceParameter.KindsWeight, PriceFactor.DataKinds, PriceParameter.KindsReference);
        var data = Curve(PriceLineCode.DataTimes, PriceParameter.DataWeight, PriceFactor.DataSize, PriceParameter.DataReference);
        var points = Curve(PriceLineCode.PointsTimes, PriceParameter.PointsWeight, PriceFactor.CustomPoints, PriceParameter.PointsReference);
        return Line(PriceLineCode.Complexity, PriceUnit.Times, $"min({Model(PriceParameter.ComplexityCap)}; {components} × {kinds} × {data} × {points})");
    }

    private PriceLine Scale()
    {
        var users = Curve(PriceLineCode.UsersTimes, PriceParameter.UsersWeight, PriceFactor.Users, PriceParameter.UsersReference);
        var traffic = Curve(PriceLineCode.TrafficTimes, PriceParameter.TrafficWeight, PriceFactor.Traffic, PriceParameter.TrafficReference);
        var bandwidth = Curve(PriceLineCode.BandwidthTimes, PriceParameter.BandwidthWeight, PriceFactor.Bandwidth, PriceParameter.BandwidthReference);
        return Line(PriceLineCode.Scale, PriceUnit.Times, $"min({Model(PriceParameter.ScaleCap)}; {users} × {traffic} × {bandwidth})");
    }

    private PriceLine Work(PriceLine month, PriceLine complexity, PriceLine scale, PriceLine share)
    {
        var cases = Line(PriceLineCode.CaseHours, PriceUnit.HoursPerMonth, $"{Factor(PriceFactor.Cases)} × {Model(PriceParameter.CaseMinutes)} × {complexity} ÷ 60");
        var account = Line(PriceLineCode.AccountHours, PriceUnit.HoursPerMonth, $"{Model(PriceParameter.AccountHours)} × {scale}");
        var hours = Line(PriceLineCode.WorkHours, PriceUnit.HoursPerMonth, $"{cases} + {account} + {Factor(PriceFactor.UpkeepHours)}");
        var busy = Line(PriceLineCode.WorkPeople, PriceUnit.People, $"{hours} ÷ ({month} × {Model(PriceParameter.Occupancy)} %)");

        // Whoever keeps the hours does the work meanwhile: the larger of the two, not both.
        var people = Line(PriceLineCode.People, PriceUnit.People, $"max({share}; {busy})");
        Line(PriceLineCode.PeopleWhole, PriceUnit.People, $"ceil({people})");
        return people;
    }

    private (PriceLine Floor, PriceLine Person) Cost(PriceLine people, PriceLine scale)
    {
        var person = Line(PriceLineCode.PersonCost, PriceUnit.MoneyPerMonth, Roles());
        var pay = Line(PriceLineCode.PeopleCost, PriceUnit.MoneyPerMonth, $"{people} × {person}");
        var technology = Line(PriceLineCode.Technology, PriceUnit.MoneyPerMonth, $"({Factor(PriceFactor.Hardware)} + {Factor(PriceFactor.Software)}) × {scale}");
        return (Line(PriceLineCode.Floor, PriceUnit.MoneyPerMonth, $"{pay} + {technology}"), person);
    }

    private Formula Roles()
    {
        var numbers = new List<FormulaNumber>();
        foreach (var (at, role) in _factors.Roles.Index())
            numbers.AddRange([new(role.MonthlyCost, $"Role{at + 1}.Cost"), new(role.Load, $"Role{at + 1}.Load"), new(role.Share, $"Role{at + 1}.Share")]);
        return new(string.Join(" + ", _factors.Roles.Select((_, at) => $"{{{3 * at}}} × {{{(3 * at) + 1}}} × {{{(3 * at) + 2}}} %")), numbers);
    }

    private (PriceLine Price, BandEffect Effect) Price(PriceLine floor)
    {
        var response = Line(PriceLineCode.ResponseTimes, PriceUnit.Times, $"1 + {Model(PriceParameter.ResponseWeight)} × log2(1 + {Model(PriceParameter.ResponseReference)} ÷ {new FormulaNumber(_offer.ResponseMinutes, "Offer.Response")})");
        var availability = _offer.AvailabilityPercent is { } promised
            ? Line(PriceLineCode.AvailabilityTimes, PriceUnit.Times, $"1 + {Model(PriceParameter.AvailabilityWeight)} × log2(1 + {Model(PriceParameter.AvailabilityReference)} ÷ max({new FormulaNumber(PriceOffer.LeastDown, "Offer.LeastDown")}; 100 − {new FormulaNumber(promised, "Offer.Availability")}))")
            : Line(PriceLineCode.AvailabilityTimes, PriceUnit.Times, $"1");
        var level = Line(PriceLineCode.Level, PriceUnit.Times, $"{response} × {availability}");
        var margin = Line(PriceLineCode.WithMargin, PriceUnit.MoneyPerMonth, $"{floor} ÷ (1 − {Factor(PriceFactor.Margin)} %)");
        var list = Line(PriceLineCode.ListPrice, PriceUnit.MoneyPerMonth, $"{margin} × {level}");
        var rivals = Factor(PriceFactor.Competitors);
        var times = Line(PriceLineCode.MarketTimes, PriceUnit.Times, $"{Demand()} % × (1 − {Model(PriceParameter.CompetitionDiscount)} % × {rivals} ÷ ({rivals} + {Model(PriceParameter.CompetitionReference)}))");
        var market = Line(PriceLineCode.MarketPrice, PriceUnit.MoneyPerMonth, $"{list} × {times}");
        var price = _factors.Band switch
        {
            null => Line(PriceLineCode.Price, PriceUnit.MoneyPerMonth, $"max({floor}; {market})"),
            { High: null } => Line(PriceLineCode.Price, PriceUnit.MoneyPerMonth, $"max({floor}; max({Factor(PriceFactor.BandLow)}; {market}))"),
            _ => Line(PriceLineCode.Price, PriceUnit.MoneyPerMonth, $"max({floor}; min({Factor(PriceFactor.BandHigh)}; max({Factor(PriceFactor.BandLow)}; {market})))"),
        };
        Line(PriceLineCode.Profit, PriceUnit.MoneyPerMonth, $"{price} − {floor}");
        return (price, Effect(floor.Value, market.Value, price.Value));
    }

    private BandEffect Effect(decimal floor, decimal market, decimal price) =>
        price == market ? BandEffect.None
        : price == floor && (market < floor || _factors.Band?.High < floor) ? BandEffect.HeldAtFloor
        : price > market ? BandEffect.RaisedToLow
        : BandEffect.LoweredToHigh;

    private void Setup(PriceLine person, PriceLine month)
    {
        var hour = Line(PriceLineCode.HourCost, PriceUnit.MoneyPerHour, $"{person} ÷ ({month} × {Model(PriceParameter.Occupancy)} %)");
        var cost = Line(PriceLineCode.SetupCost, PriceUnit.Money, $"{Factor(PriceFactor.SetupHours)} × {hour}");
        Line(PriceLineCode.SetupPrice, PriceUnit.Money, $"{cost} ÷ (1 − {Factor(PriceFactor.Margin)} %)");
    }

    /// <summary>1 + weight × log2(1 + x ÷ reference): rises ever more slowly, and by the weight where x is the reference.</summary>
    private PriceLine Curve(PriceLineCode code, PriceParameter weight, PriceFactor factor, PriceParameter reference) =>
        Line(code, PriceUnit.Times, $"1 + {Model(weight)} × log2(1 + {Factor(factor)} ÷ {Model(reference)})");

    private FormulaNumber Demand() => _factors.Demand switch
    {
        MarketDemand.Low => Model(PriceParameter.LowDemand),
        MarketDemand.High => Model(PriceParameter.HighDemand),
        _ => new(100, "Market.Usual"),
    };

    private FormulaNumber Model(PriceParameter parameter) => new(_model[parameter], $"Model.{parameter}");

    private FormulaNumber Factor(PriceFactor factor) => new(_factors[factor], $"Factor.{factor}");

    private PriceLine Line(PriceLineCode code, PriceUnit unit, FormattableString written) => Line(code, unit, Formula.Of(written));

    private PriceLine Line(PriceLineCode code, PriceUnit unit, Formula formula)
    {
        var line = new PriceLine(code, unit, Math.Round(formula.Value(), unit.Decimals(_model.Currency), MidpointRounding.AwayFromZero), formula);
        _lines.Add(line);
        return line;
    }
}
