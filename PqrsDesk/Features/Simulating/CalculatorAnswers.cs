using System.Text.Json;

namespace PqrsDesk.Features.Simulating;

/// <summary>What is asked by <c>POST /api/v1/calculator/due</c>.</summary>
/// <param name="Calendar">The key or the number of one of the desk's, or a calendar written out.</param>
public sealed record DueQuestion(JsonElement Calendar, DateTimeOffset Start, decimal BusinessMinutes);

/// <param name="Due">With the offset of the calendar's zone.</param>
/// <param name="Explanation">The working, a sentence for each day.</param>
public sealed record DueAnswer(DateTimeOffset Due, IReadOnlyList<string> Explanation);

/// <summary>What is asked by <c>POST /api/v1/calculator/elapsed</c>.</summary>
/// <param name="Calendar">As in <see cref="DueQuestion"/>.</param>
public sealed record ElapsedQuestion(JsonElement Calendar, DateTimeOffset Start, DateTimeOffset End);

/// <param name="BusinessMinutes">With a fraction where seconds are left.</param>
public sealed record ElapsedAnswer(decimal BusinessMinutes);

/// <summary>What is asked by <c>POST /api/v1/calculator/term</c>: a number of days, or a rule of law by its code.</summary>
/// <param name="Calendar">As in <see cref="DueQuestion"/>; left out, the desk's legal one.</param>
public sealed record TermQuestion(DateTimeOffset FiledAt, int? BusinessDays, string? Regime, JsonElement? Calendar);

/// <param name="LastDay">In time until its end; of a term in clock hours, the date of <paramref name="Due"/>.</param>
/// <param name="Due">23:59:59 of the last day, or the instant at which clock hours are used up, with the offset of the calendar's zone.</param>
/// <param name="Explanation">The counting, a sentence for each day.</param>
/// <param name="EffectiveFiledOn">The date that the term counts from.</param>
/// <param name="Source">Where the rule is written; null without one.</param>
/// <param name="Confirmed">False: a lawyer has to confirm the rule.</param>
public sealed record TermAnswer(DateOnly LastDay, DateTimeOffset Due, IReadOnlyList<string> Explanation, DateOnly EffectiveFiledOn, string? Source, bool? Confirmed);

/// <summary>What is asked by <c>POST /api/v1/calculator/replay</c>.</summary>
/// <param name="Calendar">As in <see cref="DueQuestion"/>.</param>
/// <param name="Targets">By priority.</param>
/// <param name="Events">In order of time; the first one is <c>created</c>.</param>
public sealed record ReplayQuestion(
    JsonElement Calendar,
    IReadOnlyDictionary<string, ReplayTargets> Targets,
    IReadOnlyList<ReplayEvent> Events,
    IReadOnlyList<DateTimeOffset> AsOf);

/// <summary>Business minutes; left out, nothing is promised.</summary>
public sealed record ReplayTargets(decimal? ResponseMinutes, decimal? ResolutionMinutes);

/// <param name="Type">created, agentReply, waitingOnCustomer, customerResponded, resolved, reopened or priorityChanged.</param>
/// <param name="Priority">Of created and priorityChanged.</param>
/// <param name="WaitingOnCustomer">An agentReply that also puts the case on hold.</param>
public sealed record ReplayEvent(DateTimeOffset At, string Type, string? Priority, bool? WaitingOnCustomer);

/// <param name="States">One for each instant asked for, in that order.</param>
public sealed record ReplayAnswer(IReadOnlyList<ReplayState> States);

public enum ReplayResponse
{
    Pending = 1,
    Met = 2,
    Breached = 3,
}

public enum ReplayResolution
{
    Running = 1,
    Paused = 2,
    Met = 3,
    Breached = 4,
}

/// <summary>Both clocks at one instant. A clock without a target has neither state nor due.</summary>
public sealed record ReplayState(
    string Priority,
    ReplayResponse? ResponseState,
    DateTimeOffset? ResponseDue,
    decimal ResponseConsumedMinutes,
    bool ResponseBreached,
    ReplayResolution? ResolutionState,
    DateTimeOffset? ResolutionDue,
    decimal ResolutionConsumedMinutes,
    bool ResolutionBreached);

/// <param name="Holidays">By date; two may share one.</param>
public sealed record HolidaysAnswer(string Country, int Year, IReadOnlyList<HolidayAnswer> Holidays);

public sealed record HolidayAnswer(DateOnly Date, string Name);
