using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Simulating;

/// <summary>What came of a form that could be read.</summary>
/// <param name="Steps">The events with the state right after each, and the end without an event.</param>
/// <param name="Open">The open hours of the span shown.</param>
/// <param name="To">The end of the span shown: where the dues are, if they lie beyond the end asked for.</param>
public sealed record Simulation(
    BusinessCalendar Calendar,
    IReadOnlyList<SimulationStep> Steps,
    IReadOnlyList<Stretch> Open,
    DateTimeOffset To)
{
    public DateTimeOffset From => Steps[0].State.AsOf;

    public ClockState Last => Steps[^1].State;
}

/// <param name="Happened">Null: the end of the simulation.</param>
public sealed record SimulationStep(ClockEvent? Happened, ClockState State);
