using System.Diagnostics.CodeAnalysis;

namespace PqrsDesk.Domain.Sla;

/// <summary>Events in order of time, the first of which created the case. Those of one instant stand in the order given.</summary>
public sealed class ClockHistory
{
    private ClockHistory(IReadOnlyList<ClockEvent> events) => Events = events;

    public IReadOnlyList<ClockEvent> Events { get; }

    public DateTimeOffset CreatedAt => Events[0].At;

    public static bool TryCreate(
        IReadOnlyList<ClockEvent> events,
        [NotNullWhen(true)] out ClockHistory? history,
        [NotNullWhen(false)] out HistoryProblem? problem)
    {
        problem = events.Count == 0 ? new HistoryProblem(0, HistoryFault.Empty) : null;
        for (var index = 0; index < events.Count && problem is null; index++)
        {
            if (FaultOf(events, index) is { } fault) problem = new HistoryProblem(index, fault);
        }

        history = problem is null ? new ClockHistory([.. events]) : null;
        return history is not null;
    }

    /// <summary>How many events have happened: one at exactly that instant has.</summary>
    public int CountBy(DateTimeOffset asOf)
    {
        var (happened, toCome) = (0, Events.Count);
        while (happened < toCome)
        {
            var middle = (happened + toCome) / 2;
            if (Events[middle].At <= asOf) happened = middle + 1;
            else toCome = middle;
        }

        return happened;
    }

    private static HistoryFault? FaultOf(IReadOnlyList<ClockEvent> events, int index)
    {
        var each = events[index];
        if (index == 0 && each.Type != ClockEventType.Created) return HistoryFault.DoesNotBeginWithCreated;
        if (index > 0 && each.Type == ClockEventType.Created) return HistoryFault.CreatedAgain;
        if (index > 0 && each.At < events[index - 1].At) return HistoryFault.OutOfOrder;
        return each.Type is ClockEventType.Created or ClockEventType.PriorityChanged && string.IsNullOrWhiteSpace(each.Priority)
            ? HistoryFault.PriorityMissing
            : null;
    }
}
