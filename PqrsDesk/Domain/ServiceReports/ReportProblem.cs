namespace PqrsDesk.Domain.ServiceReports;

/// <summary>Why something about a report is not done.</summary>
public enum ReportProblem
{
    /// <summary>Leads, managers and administrators only.</summary>
    NotAllowed,
    CustomerUnknown,

    /// <summary>The month has not begun.</summary>
    MonthAhead,
    RemarksTooLong,
    ActionTextMissing,
    ActionTextTooLong,
    ResponsibleMissing,
    ResponsibleTooLong,
    DueMissing,
    ActionUnknown,
    TooManyActions,

    /// <summary>Somebody else was quicker.</summary>
    ChangedMeanwhile,
    SubjectMissing,
    SubjectTooLong,
    TextMissing,
    TextTooLong,
    NobodyChosen,

    /// <summary>Not of this customer, or without an address.</summary>
    RecipientUnknown,
    TooManyRecipients,
    DayOutOfRange,
    LanguageUnknown,

    /// <summary>The desk has no mail server.</summary>
    NoMailServer,

    /// <summary>It was sent or discarded already.</summary>
    NoDraft,
}

/// <summary>A refusal, and the field that it is about; null: none.</summary>
public sealed record ReportRefusal(ReportProblem Problem, string? Field = null);
