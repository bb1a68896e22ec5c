namespace PqrsDesk.Domain.Sla;

/// <summary>What can happen to the clocks of a case, as far as they take notice.</summary>
public enum ClockEventType
{
    /// <summary>Both clocks start. The first event, once.</summary>
    Created = 1,

    /// <summary>A reply that the petitioner can see: the first one stops the response clock for good.</summary>
    AgentReply = 2,
    WaitingOnCustomer = 3,
    CustomerResponded = 4,
    Resolved = 5,
    Reopened = 6,
    PriorityChanged = 7,
}

/// <summary>One event of a history that is only counted, never stored.</summary>
/// <param name="Priority">Of <see cref="ClockEventType.Created"/> and <see cref="ClockEventType.PriorityChanged"/>; a name of <see cref="ClockHistory"/>'s targets, or one without.</param>
/// <param name="WaitingOnCustomer">A reply that also puts the case on hold.</param>
public sealed record ClockEvent(DateTimeOffset At, ClockEventType Type, string? Priority = null, bool WaitingOnCustomer = false);

/// <summary>What a priority is promised, in working time; null: nothing.</summary>
public sealed record ClockTargets(TimeSpan? Response, TimeSpan? Resolution);

/// <summary>Why a list of events is not the history of a case.</summary>
public enum HistoryFault
{
    Empty = 1,
    DoesNotBeginWithCreated = 2,
    CreatedAgain = 3,
    PriorityMissing = 4,
    OutOfOrder = 5,
}

/// <param name="Index">The first event that cannot stand where it does.</param>
public sealed record HistoryProblem(int Index, HistoryFault Fault);
