using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Contracts;

namespace PqrsDesk.Domain.Sla;

/// <summary>Why a calendar or a policy is not saved. Each has a text in both languages.</summary>
public enum SlaProblemCode
{
    NotAllowed = 1,
    NameMissing,
    NameTooLong,
    NameTaken,

    /// <summary>The calendar cannot be counted on: <see cref="SlaProblem.Calendar"/> says why.</summary>
    CalendarWrong,
    CalendarUnknown,
    PolicyUnknown,
    CustomerUnknown,
    AreaUnknown,
    ConditionUnknown,
    TargetWrong,
    ThresholdsWrong,
    OrderWrong,
    NothingChanged,

    /// <summary>Somebody saved another version meanwhile; nothing was overwritten.</summary>
    ChangedMeanwhile,

    /// <summary>A change is being applied to open tickets at this moment.</summary>
    Busy,

    /// <summary>A level of escalation that is not one of the thresholds.</summary>
    EscalationPercentUnknown,
    EscalationWithoutAct,
    EscalationDeadlineUnknown,
    EscalationMemberUnknown,
    EscalationsTooMany,
    PauseCauseUnknown,

    /// <summary>It follows from a contract, and is changed with the contract.</summary>
    OfContract,

    /// <summary>The contract or its plan cannot be so: <see cref="SlaProblem.Contract"/> says why.</summary>
    ContractWrong,
}

/// <param name="Field">The part that is wrong, as a JSON path in camelCase, or null when it is the whole.</param>
/// <param name="Detail">What the text quotes: a limit, a name.</param>
/// <param name="Contract">Why a contract or a plan, from which rules follow, is not saved.</param>
public sealed record SlaProblem(SlaProblemCode Code, string? Field = null, string? Detail = null, CalendarProblem? Calendar = null, ContractProblem? Contract = null)
{
    public static implicit operator SlaProblem(ContractProblem problem) => new(SlaProblemCode.ContractWrong, problem.Field, problem.Detail, null, problem);

    public static implicit operator SlaProblem(SlaProblemCode code) => new(code);
}
