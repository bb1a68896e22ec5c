using System.Globalization;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Contracts;

/// <summary>What an administrator wants a plan to be from now on.</summary>
/// <param name="Key">Null: a new one.</param>
/// <param name="Seen">The version that was before their eyes; 0 for a new one.</param>
public sealed record PlanEdit(string? Key, int Seen, PlanDefinition Definition);

/// <summary>Holds a plan to what can be promised.</summary>
public static class PlanCheck
{
    public const int MostPercent = 1_000;
    public const int MostCommitments = 40;

    /// <param name="current">The current versions of all plans.</param>
    /// <param name="calendars">Keys of the calendars that are there.</param>
    /// <returns>Null when it can be saved.</returns>
    public static ContractProblem? Refuse(this PlanEdit edit, IReadOnlyList<SupportPlan> current, IReadOnlySet<string> calendars)
    {
        var had = current.FirstOrDefault(plan => plan.Key == edit.Key);
        if (edit.Key is not null && had is null) return ContractProblemCode.PlanUnknown;
        if (had is not null && had.Version != edit.Seen) return ContractProblemCode.ChangedMeanwhile;
        var others = current.Where(plan => plan.Key != edit.Key).Select(plan => plan.Definition.Name);
        return Name(edit.Definition.Name, others) ?? Calendar(edit.Definition, calendars) ?? Targets(edit.Definition) ?? Percents(edit.Definition)
            ?? Commitments(edit.Definition.OurCommitments, "ourCommitments") ?? Commitments(edit.Definition.TheirCommitments, "theirCommitments")
            ?? (had is not null && PlanDifference.Between(had.Definition, edit.Definition).Count == 0 ? ContractProblemCode.NothingChanged : (ContractProblem?)null);
    }

    private static ContractProblem? Name(string? name, IEnumerable<string> others) =>
        string.IsNullOrWhiteSpace(name) ? new(ContractProblemCode.NameMissing, "name")
        : name.Length > PlanDefinition.NameLimit ? new(ContractProblemCode.NameTooLong, "name", Text(PlanDefinition.NameLimit))
        : others.Any(other => Ticket.Fold(other) == Ticket.Fold(name)) ? new ContractProblem(ContractProblemCode.NameTaken, "name", name)
        : null;

    private static ContractProblem? Calendar(PlanDefinition plan, IReadOnlySet<string> calendars) =>
        string.IsNullOrWhiteSpace(plan.CalendarKey) ? new(ContractProblemCode.CalendarMissing, "calendar", plan.Name)
        : !calendars.Contains(plan.CalendarKey) ? new(ContractProblemCode.CalendarUnknown, "calendar", plan.CalendarKey)
        : plan.HoursOfAvailability() is { } hours && !calendars.Contains(hours) ? new ContractProblem(ContractProblemCode.CalendarUnknown, "availabilityHours", hours)
        : null;

    private static ContractProblem? Targets(PlanDefinition plan)
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            if (!plan.Targets.TryGetValue(priority, out var target)) return Wrong(priority);
            int?[] minutes = [target.FirstResponseMinutes, target.ResolutionMinutes, target.NextResponseMinutes, target.AreaStageMinutes];
            if (minutes.Any(each => each is < 1 or > SlaEditCheck.MinutesLimit)) return Wrong(priority);
        }

        return null;

        static ContractProblem Wrong(Priority priority) =>
            new(ContractProblemCode.TargetWrong, $"targets.{priority.ToString().ToLowerInvariant()}", Text(SlaEditCheck.MinutesLimit));
    }

    private static ContractProblem? Percents(PlanDefinition plan) =>
        plan.PercentByClass.Any(percent => !Enum.IsDefined(percent.Key) || percent.Value is < 1 or > MostPercent) ? new(ContractProblemCode.PercentWrong, "percents", Text(MostPercent))
        : plan.PercentByClass.Keys.Any(each => plan.TargetsFor(each).Values.Any(IsTooLong))
            ? new(ContractProblemCode.PercentWrong, "percents", Text(MostPercent))
        : plan.AvailabilityPercent is < 0 or > 100 ? new(ContractProblemCode.AvailabilityWrong, "availability")
        : plan.Channels.Any(channel => !Enum.IsDefined(channel)) ? new ContractProblem(ContractProblemCode.ChannelUnknown, "channels")
        : null;

    /// <summary>What the engine would not take: the promise would stay behind.</summary>
    private static bool IsTooLong(Target target) =>
        Array.Exists([target.FirstResponseMinutes, target.ResolutionMinutes, target.NextResponseMinutes, target.AreaStageMinutes], minutes => minutes > SlaEditCheck.MinutesLimit);

    private static ContractProblem? Commitments(IReadOnlyList<string> said, string field) =>
        said.Count > MostCommitments ? new(ContractProblemCode.TooManyCommitments, field, Text(MostCommitments))
        : said.Any(sentence => sentence.Length > PlanDefinition.CommitmentLimit) ? new ContractProblem(ContractProblemCode.CommitmentTooLong, field, Text(PlanDefinition.CommitmentLimit))
        : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A part of a plan that one version has otherwise than the one before it.</summary>
public enum PlanPart
{
    Name = 1,
    Calendar,
    Targets,
    Percents,
    Availability,
    Channels,
    OurCommitments,
    TheirCommitments,
    Retirement,
    AvailabilityHours,
}

public static class PlanDifference
{
    public static IReadOnlyList<PlanPart> Between(PlanDefinition one, PlanDefinition other)
    {
        (PlanPart Part, bool Same)[] parts =
        [
            (PlanPart.Name, one.Name == other.Name),
            (PlanPart.Calendar, one.CalendarKey == other.CalendarKey),
            (PlanPart.Targets, Enum.GetValues<Priority>().All(priority => one.Targets.GetValueOrDefault(priority) == other.Targets.GetValueOrDefault(priority))),
            (PlanPart.Percents, Enum.GetValues<Catalogue.CriticalityClass>().All(each => one.PercentFor(each) == other.PercentFor(each))),
            (PlanPart.Availability, one.AvailabilityPercent == other.AvailabilityPercent),
            (PlanPart.AvailabilityHours, one.HoursOfAvailability() == other.HoursOfAvailability()),
            (PlanPart.Channels, one.Channels.ToHashSet().SetEquals(other.Channels)),
            (PlanPart.OurCommitments, one.OurCommitments.SequenceEqual(other.OurCommitments)),
            (PlanPart.TheirCommitments, one.TheirCommitments.SequenceEqual(other.TheirCommitments)),
            (PlanPart.Retirement, one.IsRetired == other.IsRetired),
        ];
        return [.. parts.Where(part => !part.Same).Select(part => part.Part)];
    }
}
