using Xunit;

namespace PqrsDesk.Domain.Kpis;

public sealed class FormulaTests
{
    private static readonly DateOnly First = new(2026, 6, 1);

    [Fact]
    public void A_percent_of_nothing_is_blank()
    {
        Assert.Null(Percent.Of(0, 0));
        Assert.Equal(0, Percent.Of(0, 4));
        Assert.Equal(0.25, Percent.Of(1, 4));
    }

    [Fact]
    public void Compliance_has_the_open_and_overdue_in_its_denominator()
    {
        Assert.Equal(0.5, new Timeliness(InTime: 2, AnsweredLate: 1, OpenOverdue: 1).Compliance);
        Assert.Equal(0, new Timeliness(0, 0, 3).Compliance);
        Assert.Null(Timeliness.None.Compliance);
    }

    [Fact]
    public void The_reopened_rate_is_of_the_closed() =>
        Assert.Equal(0.1, new Flow(Received: 50, Answered: 30, Closed: 20, ClosedReopened: 2).ReopenedRate);

    [Fact]
    public void Response_days_of_one_answer_are_all_that_answer() =>
        Assert.Equal(new ResponseDays(3.5, 3.5, 3.5), ResponseDays.Of([TimeSpan.FromDays(3.5)]));

    [Fact]
    public void Percentiles_lie_between_the_nearest_two()
    {
        var days = ResponseDays.Of([.. new[] { 4, 1, 3, 2 }.Select(day => TimeSpan.FromDays(day))]);

        Assert.Equal(2.5, days.Mean);
        Assert.Equal(2.5, days.Median);
        Assert.Equal(3.7, days.NinetiethPercentile!.Value, 9);
    }

    [Fact]
    public void Nothing_answered_has_no_response_days() => Assert.Equal(ResponseDays.None, ResponseDays.Of(Array.Empty<long>()));

    [Fact]
    public void A_rank_has_the_value_that_sorting_would_put_there()
    {
        var dice = new Random(1755);
        foreach (var size in new[] { 1, 2, 3, 10, 501 })
        {
            // Some many times over, some once, some already in order.
            long[] values = [.. Enumerable.Range(0, size).Select(at => at % 3 == 0 ? at : dice.NextInt64(-5, size / 4 + 1))];
            var sorted = values.Order().ToArray();
            for (var rank = 0; rank < size; rank++) Assert.Equal(sorted[rank], Ranks.Select((long[])values.Clone(), rank));
        }
    }

    [Fact]
    public void Days_on_which_nothing_happened_are_filled_in()
    {
        var days = new[] { new DayCount(First.AddDays(1), 3, 2, 1) }.Filled(new Period(First, First.AddDays(2)));

        Assert.Equal([new(First, 0, 0, 0), new(First.AddDays(1), 3, 2, 1), new(First.AddDays(2), 0, 0, 0)], days);
    }

    [Fact]
    public void The_backlog_grows_by_the_received_and_shrinks_by_the_answered()
    {
        DayCount[] days = [new(First, 5, 2, 0), new(First.AddDays(1), 0, 4, 9)];

        Assert.Equal([13, 9], days.Backlog(openBefore: 10).Select(day => day.Count));
    }

    [Theory]
    [InlineData(0.95, TrafficLight.Green)]
    [InlineData(0.90, TrafficLight.Green)]
    [InlineData(0.89, TrafficLight.Yellow)]
    [InlineData(0.85, TrafficLight.Yellow)]
    [InlineData(0.84, TrafficLight.Red)]
    [InlineData(null, TrafficLight.NoData)]
    public void More_compliance_is_better(double? value, TrafficLight light) =>
        Assert.Equal(light, KpiGoals.Default[Kpi.Compliance].Light(Kpi.Compliance, value));

    [Theory]
    [InlineData(9, TrafficLight.Green)]
    [InlineData(12, TrafficLight.Yellow)]
    [InlineData(15.1, TrafficLight.Red)]
    public void Fewer_days_are_better(double value, TrafficLight light) =>
        Assert.Equal(light, new KpiGoal(10, 15).Light(Kpi.MeanResponseDays, value));
}
