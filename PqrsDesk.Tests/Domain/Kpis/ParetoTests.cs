using Xunit;

namespace PqrsDesk.Domain.Kpis;

public sealed class ParetoTests
{
    [Fact]
    public void Topics_stand_by_count_with_their_share_and_the_sum_so_far()
    {
        var rows = Pareto.Of([new("Cobro", 1), new(null, 3), new("Demora", 6)]);

        Assert.Equal(
            [
                new ParetoRow("Demora", 6, 0.6, 0.6, true),
                new ParetoRow(null, 3, 0.3, 0.9, true),
                new ParetoRow("Cobro", 1, 0.1, 1, false),
            ], rows);
    }

    [Fact]
    public void The_topic_that_reaches_the_line_exactly_is_the_last_vital_one()
    {
        var rows = Pareto.Of([new("A", 8), new("B", 1), new("C", 1)]);

        Assert.Equal([true, false, false], rows.Select(row => row.IsVital));
    }

    [Fact]
    public void Equal_counts_stand_in_the_order_of_their_names() =>
        Assert.Equal(["A", "Z", "b"], Pareto.Of([new("b", 2), new("Z", 2), new("A", 2)]).Select(row => row.Topic));

    [Fact]
    public void Nothing_gives_no_row()
    {
        Assert.Empty(Pareto.Of([]));
        Assert.Empty(Pareto.Of([new("A", 0)]));
    }
}
