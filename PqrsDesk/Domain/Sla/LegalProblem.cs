namespace PqrsDesk.Domain.Sla;

/// <summary>Why a rule of law, or a way of filing, is not saved. Each has a text in both languages.</summary>
public enum LegalProblemCode
{
    NotAllowed = 1,
    CodeWrong,
    CountryUnknown,
    RegimeWrong,
    RegimeElsewhere,
    RegimeUnknown,
    NameMissing,
    TextTooLong,
    SourceMissing,
    NoteMissing,
    ConditionUnknown,
    OrderWrong,
    UnitUnknown,
    AmountWrong,
    ExtensionWrong,

    /// <summary>Only terms in days can be extended to a date, and only they restart the day after a completion.</summary>
    OnlyForDays,
    CompletionWrong,
    TransferWrong,
    ValidityMissing,
    ValidityReversed,
    ValidityOverlaps,
    CutOffWrong,
    NothingChanged,

    /// <summary>Somebody saved another version meanwhile; nothing was overwritten.</summary>
    ChangedMeanwhile,
}

/// <param name="Field">The part that is wrong, in camelCase, or null when it is the whole.</param>
/// <param name="Detail">What the text quotes: a limit, a name.</param>
public sealed record LegalProblem(LegalProblemCode Code, string? Field = null, string? Detail = null)
{
    public static implicit operator LegalProblem(LegalProblemCode code) => new(code);
}
