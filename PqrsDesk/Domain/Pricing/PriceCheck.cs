namespace PqrsDesk.Domain.Pricing;

/// <summary>Holds what is asked, and models, to what makes sense: all that is wrong, and where.</summary>
public static class PriceCheck
{
    /// <summary>All the sheets, or why there are none.</summary>
    /// <param name="past">How like contracts were kept, by the place of the offer; null: not known.</param>
    public static (IReadOnlyList<PriceSheet> Sheets, IReadOnlyList<PriceProblem> Problems) Price(
        PriceModel model, PriceFactors factors, IReadOnlyList<PriceOffer> offers, int year, Func<int, PastCompliance?>? past = null)
    {
        var problems = Refuse(model, factors, offers).ToList();
        if (problems.Count > 0) return ([], problems);
        try
        {
            var sheets = offers.Select((offer, at) => PriceWorking.Of(model, factors, offer, year, past?.Invoke(at))).ToList();
            return sheets.Exists(sheet => sheet.Price.Amount > PriceFactorFacts.MostMoney || sheet.Setup.Amount > PriceFactorFacts.MostMoney) ? ([], [PriceProblemCode.ResultTooLarge]) : (sheets, []);
        }
        catch (OverflowException)
        {
            return ([], [PriceProblemCode.ResultTooLarge]);
        }
    }

    public static IEnumerable<PriceProblem> Refuse(PriceModel model, PriceFactors factors, IReadOnlyList<PriceOffer> offers)
    {
        foreach (var factor in PriceFactorFacts.All)
            if (Outside(factors[factor], factor.Range(), $"Factor.{factor}", factor.IsWhole()) is { } wrong)
                yield return factor == PriceFactor.Margin && wrong.Code == PriceProblemCode.AboveMost ? new(PriceProblemCode.MarginWhole, wrong.Field) : wrong;
        if (factors.Band is { } band ? band.Low > band.High : factors[PriceFactor.BandLow] > 0) yield return new(PriceProblemCode.BandReversed, $"Factor.{PriceFactor.BandLow}");
        if (!Enum.IsDefined(factors.Demand)) yield return new(PriceProblemCode.DemandUnknown, "Demand");
        if (factors[PriceFactor.Cases] == 0 && factors[PriceFactor.UpkeepHours] == 0 && model[PriceParameter.AccountHours] == 0)
            yield return new(PriceProblemCode.NothingToDo, $"Factor.{PriceFactor.Cases}");
        foreach (var wrong in Refuse(factors.Roles)) yield return wrong;
        if (offers.Count == 0) yield return new(PriceProblemCode.OffersMissing, "Offers");
        if (offers.Count > PriceOffer.Most) yield return PriceProblem.Of(PriceProblemCode.TooManyOffers, "Offers", PriceOffer.Most);
        foreach (var (at, offer) in offers.Index())
            if (Refuse(offer, $"Offer{at + 1}") is { } wrong)
                yield return wrong;
    }

    public static IEnumerable<PriceProblem> Refuse(this PriceModel model)
    {
        if (!Currency.Knows(model.Currency)) yield return new(PriceProblemCode.CurrencyUnknown, "Currency");
        foreach (var parameter in PriceParameterFacts.All)
            if (Outside(model[parameter], parameter.Range(), $"Model.{parameter}", whole: false) is { } wrong)
                yield return parameter == PriceParameter.Margin && wrong.Code == PriceProblemCode.AboveMost ? new(PriceProblemCode.MarginWhole, wrong.Field) : wrong;
        foreach (var wrong in Refuse(model.Roles)) yield return wrong;
    }

    private static IEnumerable<PriceProblem> Refuse(IReadOnlyList<SupplyRole> roles)
    {
        if (roles.Count == 0) yield return new(PriceProblemCode.RolesMissing, "Roles");
        if (roles.Count > SupplyRole.Most) yield return PriceProblem.Of(PriceProblemCode.TooManyRoles, "Roles", SupplyRole.Most);
        foreach (var (at, role) in roles.Index())
        {
            var field = $"Role{at + 1}";
            if (string.IsNullOrWhiteSpace(role.Name)) yield return new(PriceProblemCode.RoleNameMissing, $"{field}.Name");
            else if (role.Name.Length > SupplyRole.NameLimit) yield return PriceProblem.Of(PriceProblemCode.TextTooLong, $"{field}.Name", SupplyRole.NameLimit);
            if (role.MonthlyCost == 0) yield return new(PriceProblemCode.RoleUnpaid, $"{field}.Cost");
            else if (Outside(role.MonthlyCost, new(PriceUnit.MoneyPerMonth, 0, 0, PriceFactorFacts.MostMoney), $"{field}.Cost", whole: false) is { } cost) yield return cost;
            if (Outside(role.Load, new(PriceUnit.Times, 1, 1, SupplyRole.MostLoad), $"{field}.Load", whole: false) is { } load) yield return load;
            if (Outside(role.Share, new(PriceUnit.Percent, 100, 0, 100), $"{field}.Share", whole: false) is { } share) yield return share;
        }

        if (roles.Count is > 0 and <= SupplyRole.Most && roles.All(role => role.Share is >= 0 and <= 100) && roles.Sum(role => role.Share) != 100)
            yield return PriceProblem.Of(PriceProblemCode.SharesNotWhole, "Roles", roles.Sum(role => role.Share));
    }

    private static PriceProblem? Refuse(PriceOffer offer, string field) =>
        string.IsNullOrWhiteSpace(offer.Name) ? new(PriceProblemCode.OfferNameMissing, field)
        : offer.Name.Length > PriceOffer.NameLimit ? PriceProblem.Of(PriceProblemCode.TextTooLong, field, PriceOffer.NameLimit)
        : offer.Cover is null ? new(PriceProblemCode.CalendarMissing, field, offer.Name)
        : Outside(offer.Cover.Weekly, new(PriceUnit.HoursPerWeek, 40, 0.25m, CoverHours.Week), field, whole: false)
        ?? Outside(offer.ResponseMinutes, new(PriceUnit.Minutes, 60, 1, PriceOffer.MostResponse), field, whole: false)
        ?? (offer.AvailabilityPercent is { } promised ? Outside(promised, new(PriceUnit.Percent, 99, 0, PriceOffer.MostAvailability), field, whole: false) : null);

    private static PriceProblem? Outside(decimal value, PriceRange range, string field, bool whole) =>
        value < 0 && range.Least >= 0 ? PriceProblem.Of(PriceProblemCode.Negative, field, range.Least)
        : value < range.Least ? PriceProblem.Of(PriceProblemCode.BelowLeast, field, range.Least)
        : value > range.Most ? PriceProblem.Of(PriceProblemCode.AboveMost, field, range.Most)
        : whole && decimal.Truncate(value) != value ? new(PriceProblemCode.NotWhole, field)
        : null;
}
