namespace PqrsDesk.Domain.Pricing;

/// <summary>Holds what is asked, and models, to what makes sense: all that is wrong, and where.</summary>
public static class PriceCheck
{
    /// <summary>The sheets, and what is wrong. Where the service is wrong there are none; a level that is wrong does without its own alone.</summary>
    /// <param name="past">How like contracts were kept, by the place of the offer; null: not known.</param>
    public static (IReadOnlyList<PriceSheet> Sheets, IReadOnlyList<PriceProblem> Problems) Price(
        PriceModel model, PriceFactors factors, IReadOnlyList<PriceOffer> offers, int year, Func<int, PastCompliance?>? past = null)
    {
        var problems = Refuse(model, factors, offers).ToList();
        if (problems.Exists(wrong => wrong.Level is null)) return ([], problems);
        var sheets = new List<PriceSheet>();
        foreach (var (at, offer) in offers.Index())
        {
            if (problems.Exists(wrong => wrong.Field == Place(at))) continue;
            if (Work(() => PriceWorking.Of(model, factors, offer, year, past?.Invoke(at))) is { } sheet) sheets.Add(sheet);
            else problems.Add(new(PriceProblemCode.ResultTooLarge, Place(at)) { Level = offer.Name });
        }

        return (sheets, problems);
    }

    public static IEnumerable<PriceProblem> Refuse(PriceModel model, PriceFactors factors, IReadOnlyList<PriceOffer> offers)
    {
        foreach (var factor in PriceFactorFacts.All)
            if (Outside(factors[factor], factor.Range(), $"Factor.{factor}", model.Currency, factor.IsWhole()) is { } wrong)
                yield return factor == PriceFactor.Margin && wrong.Code == PriceProblemCode.AboveMost ? new(PriceProblemCode.MarginWhole, wrong.Field) : wrong;
        if (factors.Band is { High: { } high } band && band.Low > high) yield return new(PriceProblemCode.BandReversed, $"Factor.{PriceFactor.BandLow}");
        if (!Enum.IsDefined(factors.Demand)) yield return new(PriceProblemCode.DemandUnknown, "Demand");
        if (factors[PriceFactor.Cases] == 0 && factors[PriceFactor.UpkeepHours] == 0 && model[PriceParameter.AccountHours] == 0)
            yield return new(PriceProblemCode.NothingToDo, $"Factor.{PriceFactor.Cases}");
        foreach (var wrong in Refuse(factors.Roles, model.Currency)) yield return wrong;
        if (offers.Count == 0) yield return new(PriceProblemCode.OffersMissing, "Offers");
        if (offers.Count > PriceOffer.Most) yield return PriceProblem.Of(PriceProblemCode.TooManyOffers, "Offers", PriceOffer.Most);
        foreach (var (at, offer) in offers.Index())
            if (Refuse(offer, Place(at)) is { } wrong)
                yield return wrong with { Level = offer.Name };
    }

    public static IEnumerable<PriceProblem> Refuse(this PriceModel model)
    {
        if (!Currency.Knows(model.Currency)) yield return new(PriceProblemCode.CurrencyUnknown, "Currency");
        foreach (var parameter in PriceParameterFacts.All)
            if (Outside(model[parameter], parameter.Range(), $"Model.{parameter}", model.Currency, whole: false) is { } wrong)
                yield return parameter == PriceParameter.Margin && wrong.Code == PriceProblemCode.AboveMost ? new(PriceProblemCode.MarginWhole, wrong.Field) : wrong;
        foreach (var wrong in Refuse(model.Roles, model.Currency)) yield return wrong;
    }

    private static IEnumerable<PriceProblem> Refuse(IReadOnlyList<SupplyRole> roles, string currency)
    {
        if (roles.Count == 0) yield return new(PriceProblemCode.RolesMissing, "Roles");
        if (roles.Count > SupplyRole.Most) yield return PriceProblem.Of(PriceProblemCode.TooManyRoles, "Roles", SupplyRole.Most);
        foreach (var (at, role) in roles.Index())
        {
            var field = $"Role{at + 1}";
            if (string.IsNullOrWhiteSpace(role.Name)) yield return new(PriceProblemCode.RoleNameMissing, $"{field}.Name");
            else if (role.Name.Length > SupplyRole.NameLimit) yield return PriceProblem.Of(PriceProblemCode.TextTooLong, $"{field}.Name", SupplyRole.NameLimit);
            if (role.MonthlyCost == 0) yield return new(PriceProblemCode.RoleUnpaid, $"{field}.Cost");
            else if (Outside(role.MonthlyCost, new(PriceUnit.MoneyPerMonth, 0, 0, PriceFactorFacts.MostMoney), $"{field}.Cost", currency, whole: false) is { } cost) yield return cost;
            if (Outside(role.Load, new(PriceUnit.Times, 1, 1, SupplyRole.MostLoad), $"{field}.Load", currency, whole: false) is { } load) yield return load;
            if (Outside(role.Share, new(PriceUnit.Percent, 100, 0, 100), $"{field}.Share", currency, whole: false) is { } share) yield return share;
        }

        if (roles.Count is > 0 and <= SupplyRole.Most && roles.All(role => role.Share is >= 0 and <= 100) && roles.Sum(role => role.Share) != 100)
            yield return PriceProblem.Of(PriceProblemCode.SharesNotWhole, "Roles", roles.Sum(role => role.Share));
    }

    private static PriceProblem? Refuse(PriceOffer offer, string field) =>
        string.IsNullOrWhiteSpace(offer.Name) ? new(PriceProblemCode.OfferNameMissing, field)
        : offer.Name.Length > PriceOffer.NameLimit ? PriceProblem.Of(PriceProblemCode.TextTooLong, field, PriceOffer.NameLimit)
        : offer.Cover is null ? new(PriceProblemCode.CalendarMissing, field, offer.Name)
        : Outside(offer.Cover.Weekly, new(PriceUnit.HoursPerWeek, 40, 0.25m, CoverHours.Week), field, OfferQuantity.Hours)
        ?? Outside(offer.ResponseMinutes, new(PriceUnit.Minutes, 60, 1, PriceOffer.MostResponse), field, OfferQuantity.Response)
        ?? (offer.AvailabilityPercent is { } promised ? Outside(promised, new(PriceUnit.Percent, 99, 0, 100), field, OfferQuantity.Availability) : null);

    private static PriceProblem? Outside(decimal value, PriceRange range, string field, OfferQuantity quantity) =>
        Outside(value, range, field, "", whole: false) is { } wrong ? wrong with { Quantity = quantity } : null;

    private static PriceProblem? Outside(decimal value, PriceRange range, string field, string currency, bool whole) =>
        value < 0 && range.Least >= 0 ? PriceProblem.Of(PriceProblemCode.Negative, field, range.Least)
        : value < range.Least ? PriceProblem.Of(PriceProblemCode.BelowLeast, field, range.Least)
        : value > range.Most ? PriceProblem.Of(PriceProblemCode.AboveMost, field, range.Most)
        : whole && decimal.Truncate(value) != value ? new(PriceProblemCode.NotWhole, field)
        : range.Unit.IsMoney() && new Money(value, currency).IsTooFine ? new(PriceProblemCode.TooFine, field, currency)
        : null;

    private static string Place(int at) => $"Offer{at + 1}";

    /// <returns>Null: what comes out is beyond all measure.</returns>
    private static PriceSheet? Work(Func<PriceSheet> work)
    {
        try
        {
            return work() is var sheet && sheet.Price.Amount <= PriceFactorFacts.MostMoney && sheet.Setup.Amount <= PriceFactorFacts.MostMoney ? sheet : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
