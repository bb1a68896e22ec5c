using System.Globalization;

namespace PqrsDesk.Domain.Pricing;

/// <summary>Why something is not priced, or a model or a quote not kept. Each has a text in both languages.</summary>
public enum PriceProblemCode
{
    NotAllowed = 1,
    NotANumber,
    Negative,
    BelowLeast,
    AboveMost,
    NotWhole,

    /// <summary>An amount with more decimals than its currency has.</summary>
    TooFine,
    BandReversed,
    MarginWhole,
    NothingToDo,
    RolesMissing,
    TooManyRoles,
    RoleNameMissing,
    TextTooLong,
    RoleUnpaid,
    SharesNotWhole,
    OffersMissing,
    TooManyOffers,
    OfferNameMissing,
    CalendarMissing,
    PlanUnknown,
    CurrencyUnknown,
    DemandUnknown,

    /// <summary>The factors are each within their bounds, and what comes of them is beyond all measure.</summary>
    ResultTooLarge,
    CustomerMissing,
    CustomerUnknown,
    PlatformUnknown,
    ValidityPast,
    ValidityFar,
    NothingChanged,
    ChangedMeanwhile,
    QuoteUnknown,

    /// <summary>A draft alone can be changed or sent.</summary>
    NotADraft,

    /// <summary>What was not sent, or is over, can be neither accepted nor rejected.</summary>
    NotOpen,
    Expired,
    Replaced,
    ReasonMissing,
    OfferUnknown,
    CustomerNotKept,

    /// <summary>A contract is for platforms: where the quote named none, whoever accepts says which.</summary>
    PlatformsMissing,

    /// <summary>Its class shortens the times, and the price was worked out without it.</summary>
    PlatformDearer,

    /// <summary>The contract that would come of it was refused: <see cref="PriceProblem.Detail"/> says why.</summary>
    ContractRefused,
    DatesMissing,
    FactorUnknown,
}

/// <param name="Field">What is wrong: <c>Factor.Users</c>, <c>Model.Margin</c>, <c>Role1.Cost</c>, <c>Offer1</c>, <c>ValidUntil</c>; null: the whole.</param>
/// <param name="Detail">What the text quotes: a bound, a name.</param>
public sealed record PriceProblem(PriceProblemCode Code, string? Field = null, string? Detail = null)
{
    /// <summary>The level that it is about, by name; null: all of them, or none.</summary>
    public string? Level { get; init; }

    /// <summary>What of the level it is about; null: the whole.</summary>
    public OfferQuantity? Quantity { get; init; }

    public static implicit operator PriceProblem(PriceProblemCode code) => new(code);

    internal static PriceProblem Of(PriceProblemCode code, string field, decimal bound) => new(code, field, bound.ToString("0.######", CultureInfo.InvariantCulture));
}

/// <summary>What a level brings into a price.</summary>
public enum OfferQuantity
{
    Hours = 1,
    Response,
    Availability,
}
