using Xunit;
using static PqrsDesk.Domain.Kpis.Facts;

namespace PqrsDesk.Domain.Kpis;

public sealed class IndicatorsTests
{
    private static readonly Period June = Period.Month(2026, 6);
    private static readonly DateTimeOffset Read = Local(2026, 7, 2, 8);

    [Fact]
    public void Each_figure_follows_its_formula()
    {
        var june = new FactTally(
            [
                Answered(Local(2026, 5, 20), Local(2026, 6, 1)),
                Answered(Local(2026, 6, 1), Local(2026, 6, 3)),
                Answered(Local(2026, 6, 1), Local(2026, 6, 21), breached: Local(2026, 6, 15)),
                Answered(Local(2026, 6, 1), Local(2026, 6, 5)) with { ClosedAt = Local(2026, 6, 6), ReopenedCount = 1 },
                Answered(Local(2026, 6, 2), Local(2026, 6, 6)) with { ClosedAt = Local(2026, 6, 7) },
                Filed(Local(2026, 6, 10)) with { DueAt = Local(2026, 6, 25) },
                Filed(Local(2026, 6, 29)) with { DueAt = Local(2026, 7, 15) },
            ], Bogota, Read).Indicators(June);

        Assert.Equal(6, june[Kpi.Received]);
        Assert.Equal(5, june[Kpi.Answered]);
        Assert.Equal(2, june[Kpi.Closed]);
        Assert.Equal(2, june[Kpi.Backlog]);
        Assert.Equal(1, june[Kpi.OverdueOpen]);
        Assert.Equal(4.0 / 6, june[Kpi.Compliance]);
        Assert.Null(june[Kpi.FirstResponseCompliance]);
        Assert.Equal((12 + 2 + 20 + 4 + 4) / 5.0, june[Kpi.MeanResponseDays]);
        Assert.Equal(4, june[Kpi.MedianResponseDays]);
        Assert.Equal(16.8, june[Kpi.NinetiethResponseDays]!.Value, 9);
        Assert.Equal(0.5, june[Kpi.ReopenedRate]);
    }

    [Fact]
    public void Of_an_empty_period_counts_are_nought_and_shares_and_days_are_blank()
    {
        var empty = new FactTally([], Bogota, Read).Indicators(June);

        Assert.Equal(Indicators.Empty(June), empty);
        Assert.All(KpiTraits.All, kpi =>
            Assert.Equal(kpi.Unit() == KpiUnit.Tickets ? 0 : null, empty[kpi]));
    }

    [Fact]
    public void The_backlog_of_a_month_is_the_one_before_plus_received_less_answered()
    {
        var trend = new FactTally([.. Desk(3_000, Read)], Bogota, Read).Trend(June, 13);

        Assert.All(trend.Zip(trend.Skip(1)), pair =>
            Assert.Equal(pair.First.Backlog + pair.Second.Received - pair.Second.Answered, pair.Second.Backlog));
        Assert.Contains(trend, month => month.Backlog > 0);
    }

    [Fact]
    public void Every_breakdown_adds_up_to_its_total()
    {
        var tally = new FactTally([.. Desk(3_000, Read)], Bogota, Read);
        var total = tally.Indicators(June);
        var parts = tally.Breakdown(June);

        Assert.NotEqual(0, total.Flow.Received);
        Assert.Equal(total.Flow.Received, parts.ByKind.Total());
        Assert.Equal(total.Flow.Received, parts.ByChannel.Total());
        Assert.Equal(total.Flow.Received, parts.ByArea.Total());
        Assert.Equal(total.Flow.Received, parts.ByPriority.Total());
        Assert.Equal(total.Flow.Received, parts.Topics.Sum(topic => topic.Count));
        Assert.Equal(total.Flow, total.Flow with
        {
            Received = parts.Days.Sum(day => day.Received),
            Answered = parts.Days.Sum(day => day.Answered),
            Closed = parts.Days.Sum(day => day.Closed),
        });
        Assert.Equal(total.Resolution, parts.Sla.Aggregate(Timeliness.None, (sum, cell) => sum + cell.Resolution));
        Assert.Equal(total.Resolution.InTime, parts.Weeks.Sum(week => week.Resolution.InTime));
        Assert.Equal(total.Stock.Overdue, total.Resolution.OpenOverdue);
    }

    [Fact]
    public void A_ticket_that_does_not_concern_the_period_changes_no_figure()
    {
        var all = Desk(2_000, Read).ToList();
        var cut = new Cut(June, Bogota, Read);

        Assert.Equal(
            new FactTally(all, Bogota, Read).Indicators(June),
            new FactTally([.. all.Where(cut.Concerns)], Bogota, Read).Indicators(June));
        Assert.Contains(all, fact => !cut.Concerns(fact));
    }
}
