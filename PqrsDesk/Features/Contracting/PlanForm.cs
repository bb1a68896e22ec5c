using PqrsDesk.Domain.Catalogue;
using PqrsDesk.Domain.Contracts;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Features.Contracting;

/// <summary>A level of service as it is typed.</summary>
public sealed class PlanForm
{
    public sealed class TargetRow
    {
        public int? FirstResponse { get; set; }
        public int? NextResponse { get; set; }
        public int? Resolution { get; set; }

        /// <summary>What is left empty becomes a value that the check refuses.</summary>
        public Target Read() => new(FirstResponse ?? 0, Resolution ?? 0, NextResponse);
    }

    /// <summary>Room for all sentences of one party, one a line.</summary>
    public const int CommitmentsLimit = PlanCheck.MostCommitments * (PlanDefinition.CommitmentLimit + 1);

    public string Name { get; set; } = "";
    public string CalendarKey { get; set; } = "";
    public Dictionary<Priority, TargetRow> Targets { get; } = Enum.GetValues<Priority>().ToDictionary(priority => priority, _ => new TargetRow());
    public Dictionary<CriticalityClass, int?> Percents { get; } = PlanTimes.UsualPercents.ToDictionary(percent => percent.Key, percent => (int?)percent.Value);
    public decimal? Availability { get; set; }

    /// <summary>Key of a calendar; empty: that of the plan.</summary>
    public string AvailabilityHours { get; set; } = "";
    public HashSet<Channel> Channels { get; } = [];
    public string OurCommitments { get; set; } = "";
    public string TheirCommitments { get; set; } = "";
    public bool IsRetired { get; set; }

    public static PlanForm Of(PlanDefinition plan)
    {
        var form = new PlanForm
        {
            Name = plan.Name,
            CalendarKey = plan.CalendarKey,
            Availability = plan.AvailabilityPercent,
            AvailabilityHours = plan.AvailabilityCalendarKey ?? "",
            OurCommitments = string.Join('\n', plan.OurCommitments),
            TheirCommitments = string.Join('\n', plan.TheirCommitments),
            IsRetired = plan.IsRetired,
        };
        foreach (var (priority, target) in plan.Targets)
            (form.Targets[priority].FirstResponse, form.Targets[priority].NextResponse, form.Targets[priority].Resolution) = (target.FirstResponseMinutes, target.NextResponseMinutes, target.ResolutionMinutes);
        foreach (var criticality in Enum.GetValues<CriticalityClass>()) form.Percents[criticality] = plan.PercentFor(criticality);
        form.Channels.UnionWith(plan.Channels);
        return form;
    }

    public PlanDefinition Read() => new((Name ?? "").Trim(), CalendarKey ?? "", Targets.ToDictionary(row => row.Key, row => row.Value.Read()))
    {
        PercentByClass = Percents.ToDictionary(percent => percent.Key, percent => percent.Value ?? 0),
        AvailabilityPercent = Availability,
        AvailabilityCalendarKey = string.IsNullOrEmpty(AvailabilityHours) ? null : AvailabilityHours,
        Channels = [.. Channels.Order()],
        OurCommitments = Sentences(OurCommitments),
        TheirCommitments = Sentences(TheirCommitments),
        IsRetired = IsRetired,
    };

    private static IReadOnlyList<string> Sentences(string? lines) => [.. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
