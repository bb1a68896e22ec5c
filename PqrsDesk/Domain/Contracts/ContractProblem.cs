namespace PqrsDesk.Domain.Contracts;

/// <summary>Why a plan or a contract is not saved. Each has a text in both languages.</summary>
public enum ContractProblemCode
{
    NotAllowed = 1,
    NameMissing,
    NameTooLong,
    NameTaken,

    /// <summary>A plan that names no calendar: nobody could say when its minutes run.</summary>
    CalendarMissing,
    CalendarUnknown,
    TargetWrong,
    PercentWrong,
    AvailabilityWrong,
    ChannelUnknown,
    CommitmentTooLong,
    TooManyCommitments,
    PlanUnknown,
    PlanRetired,
    CustomerUnknown,
    ProductMissing,
    ProductUnknown,
    TooManyProducts,
    DateMissing,
    EndBeforeStart,
    TooLong,
    HoursWrong,
    CasesWrong,
    PeriodUnknown,
    MoneyMissing,
    MoneyNegative,
    MoneyTooLarge,

    /// <summary>An amount with more decimals than its currency has.</summary>
    MoneyTooFine,
    CurrencyUnknown,
    CurrenciesDiffer,
    NumberTooLong,
    NumberTaken,
    NotesTooLong,
    RemindersWrong,

    /// <summary>The same customer has another contract for the same product on some of the same days.</summary>
    Overlaps,
    NotADraft,
    NotSigned,
    ContractUnknown,
    ReasonMissing,
    ReasonTooLong,

    /// <summary>It cannot end before it begins, nor after its last day.</summary>
    EndOutside,
    NothingChanged,

    /// <summary>Somebody saved it meanwhile; nothing was overwritten.</summary>
    ChangedMeanwhile,
    AlreadyRenewed,
}

/// <param name="Field">The part that is wrong, as a JSON path in camelCase, or null when it is the whole.</param>
/// <param name="Detail">What the text quotes: a limit, a name.</param>
/// <param name="Overlap">What is in the way.</param>
public sealed record ContractProblem(ContractProblemCode Code, string? Field = null, string? Detail = null, ContractOverlap? Overlap = null)
{
    public static implicit operator ContractProblem(ContractProblemCode code) => new(code);
}
