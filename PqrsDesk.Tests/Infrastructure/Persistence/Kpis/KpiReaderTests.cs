using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

public sealed class KpiReaderTests
{
    // The clock stands on 3 March 2026.
    private static readonly Period[] Periods =
    [
        Period.Month(2026, 3),
        Period.Month(2026, 2),
        Period.Month(2025, 7),
        new(new DateOnly(2026, 2, 2), new DateOnly(2026, 3, 3)),
        new(new DateOnly(2025, 11, 19), new DateOnly(2026, 1, 6)),
        new(new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 3)),
        new(new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31)),
        Period.Month(2020, 1),
        Period.Month(2026, 4),
    ];

    [SkippableTheory, Engines]
    public async Task Counts_in_the_store_are_the_counts_by_hand(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        foreach (int? area in (int?[])[null, .. lived.Areas.Select(area => area.Id)])
        {
            var byHand = new FactTally(await lived.Desk.FactsAsync(area), (await lived.Desk.BookAsync()).Zone, lived.Now);
            await using var reading = await lived.Desk.Get<KpiReader>().OpenAsync(area, CancellationToken.None);
            foreach (var period in Periods)
            {
                Assert.Equal(byHand.Indicators(period), await reading.IndicatorsAsync(period, CancellationToken.None));
                Equal(byHand.Breakdown(period), await reading.BreakdownAsync(period, CancellationToken.None));
                Assert.Equal(byHand.Trend(period, 13), await reading.TrendAsync(period, 13, CancellationToken.None));
            }
        }
    }

    [SkippableTheory, Engines]
    public async Task Rows_are_those_tickets_that_a_figure_depends_on(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var all = await lived.Desk.FactsAsync();
        await using var reading = await lived.Desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        foreach (var period in Periods)
        {
            var cut = reading.CutOf(period);
            Assert.Equal(all.Where(cut.Concerns), await reading.FactsAsync(period).ToListAsync());
        }
    }

    [SkippableTheory, Engines]
    public async Task Promises_that_are_counted_in_the_store_are_those_that_the_cut_decides(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        await using var reading = await lived.Desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        foreach (var period in Periods.Where(period => period.Contains(reading.Today)))
        {
            var cut = reading.CutOf(period);
            var facts = (await reading.Tickets.PromisesAsync(cut, CancellationToken.None)).Where(fact => fact.Kind is DeadlineKind.FirstResponse or DeadlineKind.Resolution).ToLookup(cut.Kept);
            var counted = await reading.Tickets.KeptAsync(cut, CancellationToken.None);
            Assert.Equal((facts[true].Count(), facts[false].Count()), (counted.InTime, counted.Late));
            Assert.NotEmpty(facts[null]);

            var indicators = await reading.IndicatorsAsync(period, CancellationToken.None);
            Assert.Equal(indicators.Resolution + indicators.FirstResponse, await reading.KeptAsync(period, Enum.GetValues<Priority>(), CancellationToken.None));
            var parts = new List<Timeliness>();
            foreach (var priority in Enum.GetValues<Priority>()) parts.Add(await reading.KeptAsync(period, [priority], CancellationToken.None));
            Assert.Equal(indicators.Resolution + indicators.FirstResponse, parts.Aggregate(Timeliness.Add));
        }
    }

    [Fact]
    public async Task The_desk_that_is_counted_has_every_state_worth_counting()
    {
        await using var lived = await LivedDesk.StartAsync();
        var facts = await lived.Desk.FactsAsync();
        var cut = new Cut(Period.Month(2026, 1), (await lived.Desk.BookAsync()).Zone, lived.Now);

        Assert.Equal(Enum.GetValues<TicketStatus>(), facts.Select(fact => fact.Status).Distinct().Order());
        Assert.Contains(facts, fact => fact.BreachedAt is null && fact.DueAt < lived.Now);
        Assert.Contains(facts, fact => fact is { ReopenedCount: > 0, ClosedAt: not null });
        Assert.Contains(facts, fact => fact is { Topic: null, PausedMinutes: > 0 });
        Assert.Contains(facts, fact => cut.Overdue(fact) && fact.AnsweredAt is not null);
        Assert.Contains(facts, fact => Period.Month(2026, 1).MonthsUpTo(12).Select(month => new Cut(month, cut.Zone, lived.Now)).Any(past => past.Open(fact) && !past.Overdue(fact) && fact.BreachedAt is not null));
        Assert.Contains(facts, fact => cut.FirstReplyInTime(fact) == false && fact.FirstReplyAt is null);
        Assert.Contains(facts, fact => fact is { ClosedAt: { } closed, AnsweredAt: { } answered } && closed.Month != answered.Month);
    }

    [SkippableTheory, Engines]
    public async Task A_reading_does_not_see_what_comes_after_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();
        await using var reading = await desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);
        await desk.FileAsync();

        Assert.Equal(1, (await reading.IndicatorsAsync(Period.Month(reading.Today), CancellationToken.None)).Flow.Received);
        Assert.Equal(2, (await desk.Get<KpiReader>().IndicatorsAsync(Period.Month(reading.Today), null, CancellationToken.None)).Flow.Received);
    }

    [SkippableTheory, Engines]
    public async Task The_backlog_of_a_day_is_what_was_open_when_it_ended(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var facts = await lived.Desk.FactsAsync();
        var period = new Period(new DateOnly(2026, 2, 20), new DateOnly(2026, 3, 10));
        await using var reading = await lived.Desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);

        var backlog = await reading.BacklogAsync(period, CancellationToken.None);

        Assert.Equal(new DateOnly(2026, 3, 3), backlog[^1].Key);
        Assert.All(backlog, day => Assert.Equal(facts.Count(reading.CutOf(new Period(day.Key, day.Key)).Open), day.Count));
    }

    [SkippableTheory, Engines]
    public async Task Months_are_those_in_which_something_was_filed(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        var facts = await lived.Desk.FactsAsync();
        await using var reading = await lived.Desk.Get<KpiReader>().OpenAsync(null, CancellationToken.None);

        var months = await reading.MonthsAsync(CancellationToken.None);

        Assert.Equal(facts.Count, months.Total());
        Assert.All(months, month => Assert.Equal(facts.Count(reading.CutOf(month.Key).Received), month.Count));
        Assert.Equal(months.OrderByDescending(month => month.Key.From), months);
    }

    [Fact]
    public async Task Compliance_this_month_is_that_of_the_month_s_indicators()
    {
        await using var lived = await LivedDesk.StartAsync();
        var reader = lived.Desk.Get<KpiReader>();

        var month = await reader.IndicatorsAsync(Period.Month(2026, 3), null, CancellationToken.None);

        await using var reading = await reader.OpenAsync(null, CancellationToken.None);
        Assert.Equal(month.Resolution, await reading.ResolutionAsync(Period.Month(reading.Today), CancellationToken.None));
        Assert.NotEqual(0, month.Resolution.Total);
    }

    internal static void Equal(Breakdown expected, Breakdown found)
    {
        Assert.Equal(expected.ByKind, found.ByKind);
        Assert.Equal(expected.ByChannel, found.ByChannel);
        Assert.Equal(expected.ByArea, found.ByArea);
        Assert.Equal(expected.ByPriority, found.ByPriority);
        Assert.Equal(expected.Topics, found.Topics);
        Assert.Equal(expected.Sla, found.Sla);
        Assert.Equal(expected.Days, found.Days);
        Assert.Equal(expected.Weeks, found.Weeks);
    }
}
