using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Care;

/// <summary>A line of the log, as the checklist reads it.</summary>
public readonly record struct CareLine(DateTimeOffset At, ActorKind ByKind, string ByName, TicketEvent Event);

public enum StepState
{
    Open = 1,

    /// <summary>Open, and its time is over.</summary>
    Late = 2,
    Done = 3,
    Skipped = 4,
}

/// <summary>One step of a case.</summary>
/// <param name="ByHand">Somebody said so, and can take it back; else the log shows it by itself.</param>
/// <param name="Text">What was written: the sentence, a note, or why it was skipped.</param>
public sealed record StepSight(CareStep Step, StepDemand Demand, StepState State, DateTimeOffset? DueAt)
{
    public bool ByHand { get; init; }
    public string? Text { get; init; }
    public Investigation? Found { get; init; }
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }
    public bool IsOpen => State is StepState.Open or StepState.Late;
}

/// <summary>The checklist of a case, in the order that is advised.</summary>
public sealed record CareSight(IReadOnlyList<StepSight> Steps)
{
    public static CareSight Empty { get; } = new([]);

    /// <summary>What the petitioner asks, in one sentence; null: nobody wrote it.</summary>
    public string? Understood => Of(CareStep.Understand) is { State: StepState.Done } step ? step.Text : null;

    /// <summary>The one to do now.</summary>
    public CareStep? Next => Steps.FirstOrDefault(step => step.IsOpen)?.Step;

    /// <summary>What there must be before the answer, and is not.</summary>
    public IEnumerable<CareStep> Missing => Steps.Where(step => step is { Demand: StepDemand.Required, IsOpen: true }).Select(step => step.Step);

    public StepSight? Of(CareStep step) => Steps.FirstOrDefault(each => each.Step == step);
}

/// <summary>A reader of the log: which steps of good care were done in a case.</summary>
public static class CareReading
{
    /// <param name="log">In its order.</param>
    /// <param name="dueAt">By when a step is due; null: at any time.</param>
    public static CareSight Of(ReviewFacts facts, IEnumerable<CareLine> log, CareBook care, Func<StepDue, DateTimeOffset?> dueAt, DateTimeOffset now)
    {
        var (said, shown) = (new Dictionary<CareStep, StepSight>(), new Dictionary<CareStep, StepSight>());
        foreach (var line in log) Follow(line, said, shown);
        var reviewed = care.ReviewOf(facts) is not null;
        return new([.. Enum.GetValues<CareStep>().Select(Read).OfType<StepSight>()]);

        StepSight? Read(CareStep step)
        {
            var rule = step == CareStep.Review ? new StepRule(reviewed ? StepDemand.Required : StepDemand.Off) : care.Of(facts.Kind, step);
            var known = said.GetValueOrDefault(step) ?? shown.GetValueOrDefault(step);

            // What was done is shown although nothing asks for it any more.
            if (rule.Demand == StepDemand.Off && known is null) return null;
            var due = rule.Due is { } when ? dueAt(when) : null;
            return known is null
                ? new(step, rule.Demand, due < now ? StepState.Late : StepState.Open, due)
                : known with { Demand = rule.Demand, DueAt = due };
        }
    }

    private static void Follow(CareLine line, Dictionary<CareStep, StepSight> said, Dictionary<CareStep, StepSight> shown)
    {
        foreach (var step in Each(ShownSteps.TakenBackBy(line.Event))) shown.Remove(step);
        foreach (var step in Each(ShownSteps.By(line.Event, line.ByKind))) shown.TryAdd(step, Sight(step, StepState.Done));
        switch (line.Event)
        {
            case TicketEvent.StepDone done:
                said[done.Step] = Sight(done.Step, StepState.Done) with { ByHand = true, Text = done.Text, Found = done.Found };
                break;
            case TicketEvent.StepSkipped skipped:
                said[skipped.Step] = Sight(skipped.Step, StepState.Skipped) with { ByHand = true, Text = skipped.Reason };
                break;
            case TicketEvent.StepReopened reopened: said.Remove(reopened.Step); break;
            case TicketEvent.Reopened:
                foreach (var step in Each(ShownSteps.TakenBackBy(line.Event))) said.Remove(step);
                break;
        }

        StepSight Sight(CareStep step, StepState state) => new(step, StepDemand.Advised, state, null) { By = line.ByName, At = line.At };
    }

    private static IEnumerable<CareStep> Each(CareSteps steps) => steps == CareSteps.None ? [] : Enum.GetValues<CareStep>().Where(step => steps.HasFlag(step.Flag()));
}
