using System.Globalization;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.SlaRules;

/// <summary>A policy as it is typed.</summary>
public sealed class PolicyForm
{
    public sealed class TargetRow
    {
        public int? FirstResponse { get; set; }
        public int? Resolution { get; set; }

        /// <summary>Empty: nothing is promised.</summary>
        public int? NextResponse { get; set; }

        /// <inheritdoc cref="NextResponse"/>
        public int? AreaStage { get; set; }

        public Target Read() => new(FirstResponse ?? 0, Resolution ?? 0, NextResponse, AreaStage);

        public static TargetRow Of(Target target) => new()
        {
            FirstResponse = target.FirstResponseMinutes,
            Resolution = target.ResolutionMinutes,
            NextResponse = target.NextResponseMinutes,
            AreaStage = target.AreaStageMinutes,
        };
    }

    /// <summary>One level of the escalation.</summary>
    public sealed class EscalationRow
    {
        public int? Percent { get; set; }
        public HashSet<DeadlineKind> Deadlines { get; } = [];
        public HashSet<EscalationAct> Acts { get; } = [];
        public int? AssignTo { get; set; }

        public EscalationLevel Read() => new(Percent ?? 0, [.. Deadlines.Order()], [.. Acts.Order()], Acts.Contains(EscalationAct.Assign) ? AssignTo : null);

        public static EscalationRow Of(EscalationLevel level)
        {
            var row = new EscalationRow { Percent = level.Percent, AssignTo = level.AssignTo };
            row.Deadlines.UnionWith(level.Deadlines);
            row.Acts.UnionWith(level.Acts);
            return row;
        }
    }

    public string Name { get; set; } = "";
    public int? Order { get; set; } = 1;
    public string CalendarKey { get; set; } = "";
    public HashSet<TicketKind> Kinds { get; } = [];
    public HashSet<ServiceLevel> Levels { get; } = [];
    public HashSet<int> Customers { get; } = [];
    public HashSet<Channel> Channels { get; } = [];
    public HashSet<int> Areas { get; } = [];
    public HashSet<Priority> Priorities { get; } = [];
    public Dictionary<Priority, TargetRow> Targets { get; } = Enum.GetValues<Priority>().ToDictionary(priority => priority, _ => new TargetRow());
    public bool IsRetired { get; set; }
    public List<EscalationRow> Escalations { get; } = [];
    public string Thresholds { get; set; } = Text(PolicyDefinition.UsualThresholds);

    public static PolicyForm Of(SlaPolicy policy, string calendarKey)
    {
        var definition = policy.Definition;
        var form = new PolicyForm { Name = definition.Name, Order = policy.Order, CalendarKey = calendarKey, Thresholds = Text(definition.Thresholds), IsRetired = definition.IsRetired };
        form.Kinds.UnionWith(definition.Kinds);
        form.Levels.UnionWith(definition.ServiceLevels);
        form.Customers.UnionWith(definition.Customers);
        form.Channels.UnionWith(definition.Channels);
        form.Areas.UnionWith(definition.Areas);
        form.Priorities.UnionWith(definition.Priorities);
        foreach (var (priority, target) in definition.Targets)
            form.Targets[priority] = TargetRow.Of(target);
        form.Escalations.AddRange(definition.Escalations.Select(EscalationRow.Of));
        return form;
    }

    /// <summary>What cannot be read becomes a value that the check refuses beside its field.</summary>
    public SlaEdit Read(string key, int seen) => new SlaEdit.OfPolicy(key, seen, Order ?? 0, CalendarKey, new PolicyDefinition(
        Name.Trim(), [.. Kinds.Order()], [.. Levels.Order()],
        Targets.ToDictionary(row => row.Key, row => row.Value.Read()))
    {
        Customers = [.. Customers.Order()],
        Channels = [.. Channels.Order()],
        Areas = [.. Areas.Order()],
        Priorities = [.. Priorities.Order()],
        Thresholds = ReadThresholds(),
        Escalations = [.. Escalations.Select(row => row.Read())],
        IsRetired = IsRetired,
    });

    /// <summary>What is no number counts as 0, which the check refuses.</summary>
    public IReadOnlyList<int> ReadThresholds() =>
    [
        .. Thresholds.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => int.TryParse(part.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) ? percent : 0),
    ];

    private static string Text(IEnumerable<int> thresholds) => string.Join(", ", thresholds.Select(percent => percent.ToString(CultureInfo.InvariantCulture)));
}
