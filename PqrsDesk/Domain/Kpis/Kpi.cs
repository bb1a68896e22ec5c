namespace PqrsDesk.Domain.Kpis;

/// <summary>The indicators of a period, in the order in which a report shows them.</summary>
public enum Kpi
{
    Received = 1,
    Answered = 2,
    Closed = 3,
    Backlog = 4,
    OverdueOpen = 5,
    Compliance = 6,
    FirstResponseCompliance = 7,
    MeanResponseDays = 8,
    MedianResponseDays = 9,
    NinetiethResponseDays = 10,
    ReopenedRate = 11,
}

public enum KpiUnit
{
    Tickets,

    /// <summary>A fraction of one, shown as a percentage.</summary>
    Share,

    /// <summary>Calendar days.</summary>
    Days,
}

public static class KpiTraits
{
    public static IReadOnlyList<Kpi> All { get; } = Enum.GetValues<Kpi>();

    public static KpiUnit Unit(this Kpi kpi) => kpi switch
    {
        Kpi.Compliance or Kpi.FirstResponseCompliance or Kpi.ReopenedRate => KpiUnit.Share,
        Kpi.MeanResponseDays or Kpi.MedianResponseDays or Kpi.NinetiethResponseDays => KpiUnit.Days,
        Kpi.Received or Kpi.Answered or Kpi.Closed or Kpi.Backlog or Kpi.OverdueOpen => KpiUnit.Tickets,
    };

    /// <summary>True where a greater value is the better one, which is how its goal is read.</summary>
    public static bool MoreIsBetter(this Kpi kpi) =>
        kpi is Kpi.Answered or Kpi.Closed or Kpi.Compliance or Kpi.FirstResponseCompliance;
}
