using PqrsDesk.Domain.Tickets;

namespace PqrsDesk.Domain.Kpis;

/// <summary>The same period taken apart: tickets received by heading, timeliness by area and priority, days and weeks.</summary>
public sealed record Breakdown(
    IReadOnlyList<CountBy<TicketKind>> ByKind,
    IReadOnlyList<CountBy<Channel>> ByChannel,
    IReadOnlyList<CountBy<string>> ByArea,
    IReadOnlyList<CountBy<Priority>> ByPriority,
    IReadOnlyList<ParetoRow> Topics,
    IReadOnlyList<SlaCell> Sla,
    IReadOnlyList<DayCount> Days,
    IReadOnlyList<WeekCompliance> Weeks)
{
    public static Breakdown Empty(Period period) =>
        new([], [], [], [], [], [], DayCounts.Filled([], period), [.. period.Weeks.Select(week => new WeekCompliance(week, Timeliness.None))]);
}
