using System.Globalization;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Sla;

/// <summary>The customers and areas that conditions may name, and the active members of staff that a case may escalate to.</summary>
public sealed record SlaNames(IReadOnlySet<int> Customers, IReadOnlySet<int> Areas, IReadOnlySet<int> Staff);

/// <summary>Holds an edit to what can be promised.</summary>
public static class SlaEditCheck
{
    /// <summary>A target of more than a year of minutes is a slip of the finger.</summary>
    public const int MinutesLimit = 366 * 24 * 60;
    public const int OrderLimit = 999;
    public const int ThresholdLimit = 100;
    public const int ThresholdsLimit = 10;
    public const int LevelsLimit = 20;

    /// <summary>Null when it can be saved.</summary>
    public static SlaProblem? Refuse(this SlaEdit edit, SlaBook book, SlaNames names) => edit switch
    {
        SlaEdit.OfCalendar calendar => Refuse(calendar, book),
        SlaEdit.OfPolicy policy => Refuse(policy, book, names),
        SlaEdit.OfContracts contracts => contracts.Policies.Select(policy => Refuse(policy, book)).FirstOrDefault(problem => problem is not null),
        _ => throw new InvalidOperationException($"No such edit: {edit.GetType().Name}."),
    };

    private static SlaProblem? Refuse(SlaEdit.OfCalendar edit, SlaBook book)
    {
        var current = book.CurrentCalendar(edit.Key);
        if (Version(edit, current?.Version, SlaProblemCode.CalendarUnknown) is { } stale) return stale;
        var others = book.CurrentCalendars.Where(version => version.Key != edit.Key).Select(version => version.Definition.Name);
        if (Name(edit.Definition.Name, CalendarVersion.NameLimit, others) is { } name) return name;
        if (!BusinessCalendar.TryCreate(edit.Definition, out _, out var problem)) return new(SlaProblemCode.CalendarWrong, problem.Field, null, problem);
        return current is not null && SlaDifference.Between(current.Definition, edit.Definition).Count == 0 ? SlaProblemCode.NothingChanged : null;
    }

    private static SlaProblem? Refuse(SlaEdit.OfPolicy edit, SlaBook book, SlaNames names)
    {
        var current = book.CurrentTerms(edit.Key)?.Policy;
        if (Version(edit, current?.Version, SlaProblemCode.PolicyUnknown) is { } stale) return stale;
        if (current?.Definition.ContractId is not null || edit.Definition.ContractId is not null) return SlaProblemCode.OfContract;
        var others = book.General.Where(terms => terms.Policy.Key != edit.Key).Select(terms => terms.Policy.Definition.Name);
        if (Name(edit.Definition.Name, PolicyDefinition.NameLimit, others) is { } name) return name;
        if (edit.Order is < 1 or > OrderLimit) return new(SlaProblemCode.OrderWrong, "order", Number(OrderLimit));
        if (book.CurrentCalendar(edit.CalendarKey) is not { } calendar) return new(SlaProblemCode.CalendarUnknown, "calendar", edit.CalendarKey);
        return Conditions(edit.Definition, names) ?? Targets(edit.Definition) ?? Thresholds(edit.Definition) ?? Escalations(edit.Definition, names)
            ?? (current is not null && SlaDifference.Between(current, edit, calendar.Id).Count == 0 ? SlaProblemCode.NothingChanged : (SlaProblem?)null);
    }

    /// <summary>What a contract promises: the contract, its plan and its names were held to their own rules before.</summary>
    private static SlaProblem? Refuse(SlaEdit.OfPolicy edit, SlaBook book)
    {
        var current = book.CurrentTerms(edit.Key)?.Policy;
        if (Version(edit, current?.Version, SlaProblemCode.PolicyUnknown) is { } stale) return stale;
        return book.CurrentCalendar(edit.CalendarKey) is null ? new(SlaProblemCode.CalendarUnknown, "calendar", edit.CalendarKey) : Targets(edit.Definition);
    }

    private static SlaProblem? Version(SlaEdit edit, int? current, SlaProblemCode unknown) =>
        edit.Key.Length == 0 ? unknown
        : current is null && edit.Seen > 0 ? new(unknown, null, edit.Key)
        : current is not null && current != edit.Seen ? SlaProblemCode.ChangedMeanwhile
        : null;

    private static SlaProblem? Name(string? name, int limit, IEnumerable<string> others) =>
        string.IsNullOrWhiteSpace(name) ? new(SlaProblemCode.NameMissing, "name")
        : name.Length > limit ? new(SlaProblemCode.NameTooLong, "name", Number(limit))
        : others.Any(other => Ticket.Fold(other) == Ticket.Fold(name)) ? new(SlaProblemCode.NameTaken, "name", name)
        : null;

    private static SlaProblem? Conditions(PolicyDefinition definition, SlaNames names)
    {
        foreach (var customer in definition.Customers)
            if (!names.Customers.Contains(customer)) return new(SlaProblemCode.CustomerUnknown, "customers", Number(customer));
        foreach (var area in definition.Areas)
            if (!names.Areas.Contains(area)) return new(SlaProblemCode.AreaUnknown, "areas", Number(area));
        return Unknown(definition.Kinds, "kinds") ?? Unknown(definition.ServiceLevels, "serviceLevels")
            ?? Unknown(definition.Channels, "channels") ?? Unknown(definition.Priorities, "priorities");
    }

    private static SlaProblem? Unknown<T>(IEnumerable<T> values, string field)
        where T : struct, Enum
    {
        foreach (var value in values)
            if (!Enum.IsDefined(value)) return new(SlaProblemCode.ConditionUnknown, field, value.ToString());
        return null;
    }

    private static SlaProblem? Targets(PolicyDefinition definition)
    {
        foreach (var priority in Enum.GetValues<Priority>())
        {
            if (!definition.Targets.TryGetValue(priority, out var target)) return Wrong(priority);
            int?[] minutes = [target.FirstResponseMinutes, target.ResolutionMinutes, target.NextResponseMinutes, target.AreaStageMinutes];
            if (minutes.Any(each => each is < 1 or > MinutesLimit)) return Wrong(priority);
        }

        return null;

        static SlaProblem Wrong(Priority priority) => new(SlaProblemCode.TargetWrong, $"targets.{priority.ToString().ToLowerInvariant()}", Number(MinutesLimit));
    }

    private static SlaProblem? Thresholds(PolicyDefinition definition)
    {
        var thresholds = definition.Thresholds;
        var rising = thresholds.Zip(thresholds.Skip(1)).All(pair => pair.First < pair.Second);
        return rising && thresholds.Count <= ThresholdsLimit && thresholds.All(percent => percent is >= 1 and <= ThresholdLimit)
            ? null
            : new(SlaProblemCode.ThresholdsWrong, "thresholds", Number(ThresholdLimit));
    }

    private static SlaProblem? Escalations(PolicyDefinition definition, SlaNames names)
    {
        if (definition.Escalations.Count > LevelsLimit) return new(SlaProblemCode.EscalationsTooMany, "escalations", Number(LevelsLimit));
        foreach (var (level, index) in definition.Escalations.Select((level, index) => (level, index)))
        {
            var field = $"escalations[{Number(index)}]";
            if (!definition.Thresholds.Contains(level.Percent)) return new(SlaProblemCode.EscalationPercentUnknown, field, Number(level.Percent));
            if (level.Acts.Count == 0 || !level.Acts.All(Enum.IsDefined)) return new(SlaProblemCode.EscalationWithoutAct, field);
            if (!level.Deadlines.All(kind => Enum.IsDefined(kind) && kind.IsWatched())) return new(SlaProblemCode.EscalationDeadlineUnknown, field);
            if (level.Acts.Contains(EscalationAct.Assign) != level.AssignTo.HasValue || (level.AssignTo is { } member && !names.Staff.Contains(member)))
                return new(SlaProblemCode.EscalationMemberUnknown, field);
        }

        return null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
