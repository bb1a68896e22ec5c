using Xunit;

namespace PqrsDesk.Domain.Kpis;

public sealed class PersonResultsTests
{
    private static readonly DateTimeOffset Now = Facts.Local(2026, 3, 31, 12);
    private static readonly Cut March = new(Period.Month(2026, 3), Facts.Bogota, Now);

    [Fact]
    public void Each_counts_what_is_theirs_by_the_rules_of_the_desk()
    {
        var filed = Facts.Local(2026, 3, 2, 9);
        var results = PersonResults.Of(March,
        [
            new(1, Answer(filed, 60, 600) with { ClosedAt = filed.AddDays(2), ReopenedCount = 1 }, true),
            new(1, Answer(filed, 20, 300) with { BreachedAt = filed.AddHours(5), FirstResponseBreachedAt = filed.AddHours(1) }, false),
            new(1, Answer(filed, 40, 900), null),
            new(1, Facts.Filed(filed) with { BreachedAt = filed.AddDays(1), FirstResponseBreachedAt = filed.AddHours(2) }, null),
            new(1, Answer(Facts.Local(2026, 2, 2), 1, 1), true),
            new(2, Answer(filed, 5, 5), null),
            new(3, Answer(Facts.Local(2026, 1, 2), 1, 1), null),
        ]);

        var mine = results.Single(person => person.PersonId == 1);
        Assert.Equal(3, mine.Answered);
        Assert.Equal(new Timeliness(2, 1, 1), mine.Resolution);
        Assert.Equal(new Timeliness(2, 1, 1), mine.FirstResponse);
        Assert.Equal((40d, 600d), (mine[PersonKpi.FirstReplyTime], mine[PersonKpi.ResolutionTime]));
        Assert.Equal((0.5, 1d, 0.5), (mine[PersonKpi.Compliance], mine[PersonKpi.ReopenedRate], mine[PersonKpi.Solved]));

        // Whoever has nothing in the period has no results in it.
        Assert.Equal([1, 2], results.Select(person => person.PersonId).Order());
        Assert.Null(results.Single(person => person.PersonId == 2)[PersonKpi.Solved]);
    }

    [Fact]
    public void An_even_number_has_its_median_between_the_two()
    {
        var filed = Facts.Local(2026, 3, 2, 9);
        var mine = Assert.Single(PersonResults.Of(March, [new(1, Answer(filed, 10, 100), null), new(1, Answer(filed, 15, 300), null)]));
        Assert.Equal((12.5, 200d), (mine[PersonKpi.FirstReplyTime], mine[PersonKpi.ResolutionTime]));
    }

    [Fact]
    public void Where_nothing_was_measured_there_is_no_number()
    {
        Assert.All(PersonKpis.All.Except([PersonKpi.Answered]), kpi => Assert.Null(PersonResults.Nothing(1)[kpi]));
        Assert.Equal(0, PersonResults.Nothing(1)[PersonKpi.Answered]);
    }

    [Theory]
    [InlineData(new double[] { }, null)]
    [InlineData(new[] { 1d, 2 }, null)]
    [InlineData(new[] { 9d, 1, 2 }, 4d)]
    [InlineData(new[] { 1d, 9, 3, 2 }, 2.5)]
    [InlineData(new[] { 100d, 1, 4, 2, 3 }, 3d)]
    public void The_team_is_no_persons_own_number(double[] others, double? median)
    {
        var team = TeamMedian.Of(others);
        Assert.Equal(median, team.Value);
        Assert.Equal(others.Length, team.Others);
    }

    [Fact]
    public void Of_an_odd_number_the_middle_ones_share_it() => Assert.DoesNotContain(TeamMedian.Of([1, 5, 11, 40, 90]).Value!.Value, new double[] { 1, 5, 11, 40, 90 });

    private static TicketFact Answer(DateTimeOffset filed, int toReply, int toAnswer) => Facts.Answered(filed, filed.AddHours(8)) with
    {
        FirstReplyAt = filed.AddMinutes(toReply),
        BusinessMinutesToFirstReply = toReply,
        BusinessMinutesToResolution = toAnswer,
    };
}
