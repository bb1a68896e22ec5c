namespace PqrsDesk.Domain.Tickets;

/// <summary>Why a verb was refused. Each has a text in both languages that tells the person what can be done.</summary>
public enum RefusalCode
{
    TicketNotFound = 1,
    TicketClosed,
    TicketNotOpen,
    AlreadyOwnedByAnother,
    NotYourTicket,
    RoleTooLow,
    TextMissing,
    TextTooLong,
    ReasonMissing,
    SubjectMissing,
    PetitionerNameMissing,
    EmailInvalid,
    AreaUnknown,
    AgentUnknown,
    KindUnknown,
    ChannelUnknown,
    AlreadyWaiting,
    NotWaiting,
    NotAnswered,
    AlreadyAnswered,
    NotClosed,
    NothingChanged,
    ChangedMeanwhile,
    FileTooLarge,
    FileEmpty,
    TooManyFiles,
    NoPolicyApplies,
    PriorityReasonMissing,
    CustomerUnknown,
    FileNameInvalid,
    UrgencyUnknown,
    ImpactUnknown,
    PriorityUnknown,
    NoLegalTerm,
    TermOver,
    TermSuspended,
    AlreadyExtended,
    ExtensionNotLater,
    ExtensionTooLong,
    CompletionTooLate,
    CompletionNotOver,
    AuthorityMissing,
    WithdrawalUnknown,
    PauseCauseUnknown,
    RegimeUnknown,
    ExtensionNotGiven,
    CompletionNotGiven,
    PersonUnknown,
    DocumentTypeUnknown,
    DocumentMissing,
    DocumentInvalid,
    CheckDigitWrong,
    AnswerChannelUnknown,
    AnswerAddressMissing,
    AttentionUnknown,
    ConsentMissing,
    ConsentOutdated,
    BranchUnknown,
    IdentityNotReserved,
}

/// <summary>A refusal as a value: what is wrong, and with which field when it is one.</summary>
/// <param name="Field">The form's field, in PascalCase, or null when it is the whole.</param>
/// <param name="Detail">What the text quotes: a limit, a name.</param>
public sealed record Refusal(RefusalCode Code, string? Field = null, string? Detail = null)
{
    public static implicit operator Refusal(RefusalCode code) => new(code);
}
