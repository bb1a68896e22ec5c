using System.Text.Json;
using PqrsDesk.Domain.Calendars;
using PqrsDesk.Domain.Sla;

namespace PqrsDesk.Features.Simulating;

/// <summary>Reads a history with its targets, and answers where both clocks stood.</summary>
internal static class ReplayReading
{
    private const int MostEvents = 1_000;
    private const int MostInstants = 1_000;
    private const int MostPriorities = 100;

    private static readonly Dictionary<string, ClockEventType> Types =
        Enum.GetValues<ClockEventType>().ToDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.ToString()));

    public static ReplayAnswer? Replay(Calculator.Desk it, JsonPart asked)
    {
        var before = it.Faults.ByField.Count;
        var calendar = it.Calendars.Read(asked["calendar"]);
        var targets = TargetsOf(it, asked["targets"]);
        var (events, asOf) = (asked["events"], asked["asOf"]);
        var happened = it.Read.IsArray(events, MostEvents) ? events.Items().Select(each => EventOf(it, each)).ToList() : [];
        var instants = it.Read.IsArray(asOf, MostInstants) ? asOf.Items().Select(each => (At: it.Read.Instant(each), each.Path)).ToList() : [];
        if (it.Faults.ByField.Count > before || calendar is null) return null;

        if (HistoryOf(it, events, [.. happened.OfType<ClockEvent>()]) is not { } history) return null;
        var ends = events.Items().Select((each, index) => (history.Events[index].At, $"{each.Path}.at"))
            .Concat(instants.Select(each => (each.At!.Value, each.Path)));
        foreach (var (at, path) in ends) Check(it, calendar, history, at, path);
        return it.Faults.ByField.Count > before ? null : Answer(it, calendar, targets, history, [.. instants.Select(each => each.At!.Value)], asked);
    }

    private static ReplayAnswer? Answer(
        Calculator.Desk it, BusinessCalendar calendar, Dictionary<string, ClockTargets> targets, ClockHistory history, List<DateTimeOffset> instants, JsonPart asked)
    {
        var replay = new ClockReplay(calendar, targets, history);
        var states = new List<ReplayState>(instants.Count);
        foreach (var asOf in instants)
        {
            if (Range.State(replay, asOf) is not { } state || !Reachable(state.Response.DueAt, history) || !Reachable(state.Resolution.DueAt, history))
            {
                it.Faults.Add(asked["targets"].Path, "Fault.TooFar", PartReading.Century);
                return null;
            }

            states.Add(StateOf(calendar, state));
        }

        return new ReplayAnswer(states);
    }

    private static bool Reachable(DateTimeOffset? due, ClockHistory history) => due is not { } at || Range.Within(history.CreatedAt, at);

    private static void Check(Calculator.Desk it, BusinessCalendar calendar, ClockHistory history, DateTimeOffset at, string path)
    {
        if (at < history.CreatedAt) it.Faults.Add(path, "Fault.BeforeCreated");
        else if (!Range.Within(history.CreatedAt, at)) it.Faults.Add(path, "Fault.TooFar", PartReading.Century);
        else if (!Range.Counts(calendar, at)) it.Faults.Add(path, "Fault.OutOfRange");
    }

    private static Dictionary<string, ClockTargets> TargetsOf(Calculator.Desk it, JsonPart part)
    {
        // The names of priorities mean the same however they are written.
        var targets = new Dictionary<string, ClockTargets>(StringComparer.OrdinalIgnoreCase);
        if (!it.Read.IsObject(part)) return targets;
        foreach (var member in part.Value.EnumerateObject())
        {
            if (NameOf(member) is not { } name || targets.Count >= MostPriorities)
            {
                it.Faults.Add(part.Path, "Fault.Priorities", MostPriorities);
                break;
            }

            var each = new JsonPart(member.Value, $"{part.Path}.{name}");
            if (!it.Read.IsObject(each)) continue;
            var target = new ClockTargets(Optional(it, each["responseMinutes"]), Optional(it, each["resolutionMinutes"]));
            if (!targets.TryAdd(name, target)) it.Faults.Add(each.Path, "Fault.Repeated");
        }

        return targets;
    }

    private static TimeSpan? Optional(Calculator.Desk it, JsonPart part) => part.IsAbsent ? null : it.Read.Minutes(part);

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            // Half of a pair of surrogates.
            return null;
        }
    }

    private static ClockEvent? EventOf(Calculator.Desk it, JsonPart part)
    {
        if (!it.Read.IsObject(part)) return null;
        var at = it.Read.Instant(part["at"]);
        var type = TypeOf(it, part["type"]);
        var priority = part["priority"].IsAbsent ? null : it.Read.Text(part["priority"]);
        var waiting = it.Read.Flag(part["waitingOnCustomer"]);
        return at is { } when && type is { } what ? new ClockEvent(when, what, priority, waiting) : null;
    }

    private static ClockEventType? TypeOf(Calculator.Desk it, JsonPart part)
    {
        if (it.Read.Text(part) is not { } name) return null;
        if (Types.TryGetValue(name, out var type)) return type;
        it.Faults.Add(part.Path, "Fault.EventType", string.Join(", ", Types.Keys));
        return null;
    }

    private static ClockHistory? HistoryOf(Calculator.Desk it, JsonPart events, List<ClockEvent> happened)
    {
        if (ClockHistory.TryCreate(happened, out var history, out var problem)) return history;
        var at = $"{events.Path}[{problem.Index}]";
        var (field, key) = problem.Fault switch
        {
            HistoryFault.Empty => (events.Path, "Fault.NoEvents"),
            HistoryFault.DoesNotBeginWithCreated => ($"{at}.type", "Fault.CreatedFirst"),
            HistoryFault.CreatedAgain => ($"{at}.type", "Fault.CreatedAgain"),
            HistoryFault.PriorityMissing => ($"{at}.priority", "Fault.Required"),
            HistoryFault.OutOfOrder => ($"{at}.at", happened[problem.Index].At < happened[0].At ? "Fault.BeforeCreated" : "Fault.OutOfOrder"),
            _ => throw new ArgumentOutOfRangeException(nameof(happened), problem.Fault, "No such fault."),
        };
        it.Faults.Add(field, key);
        return null;
    }

    private static ReplayState StateOf(BusinessCalendar calendar, ClockState state) => new(
        state.Priority,
        state.Response.State switch
        {
            null => null,
            DeadlineState.Met => ReplayResponse.Met,
            DeadlineState.Breached => ReplayResponse.Breached,
            _ => ReplayResponse.Pending,
        },
        Local(calendar, state.Response.DueAt),
        Calculator.Minutes(state.Response.Used),
        state.Response.BreachedAt is not null,
        state.Resolution.State switch
        {
            null => null,
            DeadlineState.Met => ReplayResolution.Met,
            DeadlineState.Breached => ReplayResolution.Breached,
            DeadlineState.Paused => ReplayResolution.Paused,
            _ => ReplayResolution.Running,
        },
        Local(calendar, state.Resolution.DueAt),
        Calculator.Minutes(state.Resolution.Used),
        state.Resolution.BreachedAt is not null);

    private static DateTimeOffset? Local(BusinessCalendar calendar, DateTimeOffset? at) => at is { } instant ? Calculator.Local(calendar, instant) : null;
}
