using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Simulating;

/// <summary>What somebody has typed into the simulator, as it was typed.</summary>
public sealed class SimulatorForm
{
    /// <summary>Empty: <see cref="Sketch"/>.</summary>
    public string CalendarKey { get; set; } = "";
    public SketchForm Sketch { get; } = new();
    public List<TargetForm> Targets { get; } = [.. Enum.GetValues<Priority>().OrderDescending().Select(priority => new TargetForm(priority))];
    public List<EventForm> Events { get; } = [];

    /// <summary>Local, as <c>2026-03-27T17:00</c>.</summary>
    public string Until { get; set; } = "";

    /// <summary>A case that shows a holiday, a wait and an answer, so that the page begins with something to see.</summary>
    public static SimulatorForm Example(DeskSla sla)
    {
        var policy = sla.Policies.Count > 0 ? sla.Policies[^1] : null;
        var form = new SimulatorForm
        {
            CalendarKey = CalendarOf(sla, policy)?.Key ?? sla.Current.FirstOrDefault()?.Key ?? "",
            Until = "2026-03-31T17:00",
        };
        if (policy is not null) form.Take(policy);
        form.Events.AddRange(
        [
            new EventForm { At = "2026-03-20T15:30", Type = ClockEventType.Created, Priority = Priority.High },
            new EventForm { At = "2026-03-24T08:20", Type = ClockEventType.AgentReply, WaitingOnCustomer = true },
            new EventForm { At = "2026-03-25T11:00", Type = ClockEventType.CustomerResponded },
            new EventForm { At = "2026-03-27T10:00", Type = ClockEventType.Resolved },
        ]);
        return form;
    }

    public void Take(SlaPolicy policy)
    {
        foreach (var target in Targets)
        {
            var promised = policy.Definition.Targets.GetValueOrDefault(target.Priority);
            (target.Response, target.Resolution) = (TargetForm.Write(promised?.FirstResponseMinutes), TargetForm.Write(promised?.ResolutionMinutes));
        }
    }

    public static CalendarVersion? CalendarOf(DeskSla sla, SlaPolicy? policy) =>
        policy is null ? null : sla.Calendars.FirstOrDefault(calendar => calendar.Id == policy.CalendarVersionId);
}
