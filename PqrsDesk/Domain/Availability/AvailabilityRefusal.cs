using System.Globalization;

namespace PqrsDesk.Domain.Availability;

/// <summary>Why something of an outage or of planned work was refused. Each is a key of the texts.</summary>
public enum AvailabilityProblem
{
    RoleTooLow = 1,
    ProductUnknown,
    OutageUnknown,
    PlannedUnknown,
    TimeMissing,
    StartFuture,
    StartTooOld,
    EndFuture,
    EndBeforeStart,
    PercentInvalid,
    SummaryMissing,
    TextMissing,
    TextTooLong,
    ReasonMissing,
    NotUnderWay,
    StillUnderWay,
    OutageVoided,
    NothingChanged,
    ChangedMeanwhile,
    AnotherUnderWay,
    RepeatUnknown,
    RepeatsTooLong,
    RepeatsWithoutEnd,
    RepeatsEndEarly,
    PlannedTooLong,
    AnnouncedLate,
    PlannedOver,
    PlannedCancelled,

    /// <summary>It was announced in time: nothing of it asks for an approval.</summary>
    PlannedInTime,
    PlannedApproved,
    TargetInvalid,
    SinceInvalid,

    /// <summary>A monitor says that something is up again which it never said was down.</summary>
    ExternalUnknown,
    ExternalMissing,
    UpBeforeDown,
    StatusUnknown,
    NoCases,
    PlaceUnknown,
}

/// <summary>A refusal as a value.</summary>
/// <param name="Field">The form's field, in PascalCase, or null when it is the whole.</param>
/// <param name="Detail">What the text quotes.</param>
public sealed record AvailabilityRefusal(AvailabilityProblem Problem, string? Field = null, string? Detail = null)
{
    public static implicit operator AvailabilityRefusal(AvailabilityProblem problem) => new(problem);

    internal static AvailabilityRefusal? TooLong(string? text, int limit, string field) =>
        text?.Length > limit ? new(AvailabilityProblem.TextTooLong, field, limit.ToString(CultureInfo.InvariantCulture)) : null;

    internal static AvailabilityRefusal? Reason(string? text, string field = "Reason") =>
        string.IsNullOrWhiteSpace(text) ? new(AvailabilityProblem.ReasonMissing, field) : TooLong(text, Outage.ReasonLimit, field);
}
