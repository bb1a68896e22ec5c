namespace PqrsDesk.Domain.Kpis;

/// <summary>One month of a trend, with the cut at the month's own end.</summary>
public sealed record MonthTrend(Period Month, int Received, int Answered, int Closed, int Backlog, Timeliness Resolution)
{
    public static MonthTrend Of(Indicators month) =>
        new(month.Period, month.Flow.Received, month.Flow.Answered, month.Flow.Closed, month.Stock.Open, month.Resolution);
}
