namespace PqrsDesk.Domain.Kpis;

/// <summary>The figures of one period. Screen and workbook both read them here, so that they cannot differ.</summary>
/// <param name="Resolution">Timeliness of the answers.</param>
/// <param name="FirstResponse">Timeliness of the first replies.</param>
/// <param name="Days">How long the answers of the period took.</param>
public sealed record Indicators(
    Period Period,
    Flow Flow,
    Stock Stock,
    Timeliness Resolution,
    Timeliness FirstResponse,
    ResponseDays Days)
{
    /// <summary>Null where there is nothing to measure. Shares are fractions of one.</summary>
    public double? this[Kpi kpi] => kpi switch
    {
        Kpi.Received => Flow.Received,
        Kpi.Answered => Flow.Answered,
        Kpi.Closed => Flow.Closed,
        Kpi.Backlog => Stock.Open,
        Kpi.OverdueOpen => Stock.Overdue,
        Kpi.Compliance => Resolution.Compliance,
        Kpi.FirstResponseCompliance => FirstResponse.Compliance,
        Kpi.MeanResponseDays => Days.Mean,
        Kpi.MedianResponseDays => Days.Median,
        Kpi.NinetiethResponseDays => Days.NinetiethPercentile,
        Kpi.ReopenedRate => Flow.ReopenedRate,
    };

    public static Indicators Empty(Period period) =>
        new(period, new Flow(0, 0, 0, 0), new Stock(0, 0), Timeliness.None, Timeliness.None, ResponseDays.None);
}
