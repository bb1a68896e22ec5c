using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench;
using PqrsDesk.Domain.Kpis;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Kpis;

/// <summary>What is kept of days is what the tickets say of them, however their past changes and whenever it is added up.</summary>
public sealed class RollUpTests
{
    [SkippableTheory, Engines]
    public async Task Kept_figures_are_the_counts_by_hand(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        Assert.NotEqual(0, await FoldAsync(lived.Desk));

        Assert.Empty(await MarksBeforeTodayAsync(lived.Desk));
        Assert.NotEqual(0, await lived.Desk.ReadAsync(db => db.DayFigures.CountAsync()));
        await AgreesAsync(lived.Desk, lived.Areas.Select(area => area.Id));
    }

    [SkippableTheory, Engines]
    public async Task A_past_that_changes_is_counted_again_whenever_days_are_added_up(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 90);
        var life = new RestlessDesk(lived, seed: 52);
        for (var round = 0; round < 12; round++)
        {
            if (round % 3 == 1) await FoldAsync(lived.Desk);
            for (var act = 0; act < 9; act++) await life.ActAsync();
            await AgreesAsync(lived.Desk, [null, lived.Areas[round % lived.Areas.Count].Id]);
            if (round % 3 == 2) lived.Desk.Clock.Advance(TimeSpan.FromHours(31));
        }

        Assert.True(life.Done > 60, $"Only {life.Done} verbs succeeded.");
        await FoldAsync(lived.Desk);
        await AgreesAsync(lived.Desk, lived.Areas.Select(area => area.Id));
        await IsOfTheLogAsync(lived.Desk);
    }

    [SkippableTheory, Engines]
    public async Task The_log_alone_gives_the_same_figures(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine);
        await FoldAsync(lived.Desk);
        await IsOfTheLogAsync(lived.Desk);

        // What somebody broke is made whole again.
        await lived.Desk.ReadAsync(db => db.DayFigures.ExecuteUpdateAsync(set => set.SetProperty(row => row.Received, 7)));
        var seen = new List<long>();
        Assert.Equal(420, await lived.Desk.Get<RebuildRollUp>().RunAsync(seen.Add, CancellationToken.None));
        Assert.Equal(420, seen[^1]);
        await IsOfTheLogAsync(lived.Desk);
        await AgreesAsync(lived.Desk, [null]);
        Assert.Equal(0, await FoldAsync(lived.Desk));
    }

    [SkippableTheory, Engines]
    public async Task A_change_behind_a_folding_s_back_stays_marked(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 60);
        await FoldAsync(lived.Desk);
        var batch = (await lived.Desk.Get<RebuildRollUp>().ReadAsync(_ => { }, CancellationToken.None)).Batch;
        await new RestlessDesk(lived, seed: 3).ReassignOldAsync();

        Assert.True(await KeepAsync(lived.Desk, batch));
        Assert.NotEmpty(await MarksBeforeTodayAsync(lived.Desk));
        await AgreesAsync(lived.Desk, [null, .. lived.Areas.Select(area => (int?)area.Id)]);

        // And one who read before that gives way.
        Assert.False(await KeepAsync(lived.Desk, batch));
        await FoldAsync(lived.Desk);
        await AgreesAsync(lived.Desk, [null, .. lived.Areas.Select(area => (int?)area.Id)]);
    }

    [SkippableTheory, Engines]
    public async Task What_is_imported_with_a_past_marks_its_days(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 30);
        await FoldAsync(lived.Desk);
        await ManyTickets.FillAsync(lived.Desk, 40, lived.Now);

        Assert.NotEmpty(await MarksBeforeTodayAsync(lived.Desk));
        await AgreesAsync(lived.Desk, [null]);
        await FoldAsync(lived.Desk);
        await AgreesAsync(lived.Desk, [null]);
    }

    [Fact]
    public async Task While_all_is_rebuilt_foldings_keep_away()
    {
        await using var lived = await LivedDesk.StartAsync(tickets: 30);
        await FoldAsync(lived.Desk);
        await new RestlessDesk(lived, seed: 3).ReassignOldAsync();
        DateTimeOffset? until = lived.Now.AddMinutes(1);
        await lived.Desk.ReadAsync(db => db.RollUps.ExecuteUpdateAsync(set => set.SetProperty(rollUp => rollUp.RebuildingUntil, until)));

        Assert.Equal(0, await FoldAsync(lived.Desk));
        lived.Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(0, await FoldAsync(lived.Desk));
    }

    [Fact]
    public async Task Another_zone_has_other_days()
    {
        await using var lived = await LivedDesk.StartAsync(tickets: 60);
        await FoldAsync(lived.Desk);
        await lived.Desk.ReadAsync(db => db.RollUps.ExecuteUpdateAsync(set => set.SetProperty(rollUp => rollUp.Zone, "Asia/Tokyo")));

        await AgreesAsync(lived.Desk, [null]);
        Assert.NotEqual(0, await FoldAsync(lived.Desk));
        Assert.Equal("America/Bogota", await lived.Desk.ReadAsync(db => db.RollUps.Select(rollUp => rollUp.Zone).SingleAsync()));
        await AgreesAsync(lived.Desk, [null]);
    }

    [Fact]
    public async Task What_changes_no_figure_marks_no_day()
    {
        await using var lived = await LivedDesk.StartAsync(tickets: 30);
        await FoldAsync(lived.Desk);
        var number = (await lived.Desk.ReadAsync(db => db.Tickets.Where(t => t.Status == TicketStatus.InProgress).OrderBy(t => t.Id).FirstAsync())).Number;
        var before = await lived.Desk.ReadAsync(db => db.StaleDays.CountAsync());
        await lived.Desk.NoteAsync(number);

        Assert.Equal(before, await lived.Desk.ReadAsync(db => db.StaleDays.CountAsync()));
    }

    [Fact]
    public async Task Marks_of_a_day_under_way_do_not_pile_up()
    {
        await using var desk = await TestDesk.StartAsync();
        await FoldAsync(desk);
        var today = new DateOnly(2026, 3, 3);
        await desk.Get<DeskWriter>().RunAsync(db =>
        {
            db.StaleDays.AddRange(Enumerable.Range(0, 600).Select(_ => new StaleDay { Day = today }));
            return Task.FromResult(true);
        }, CancellationToken.None);

        await FoldAsync(desk);

        Assert.Equal(1, await desk.ReadAsync(db => db.StaleDays.CountAsync()));
    }

    private static Task<int> FoldAsync(TestDesk desk) => desk.Get<FoldDays>().RunAsync(desk.Clock.Now, CancellationToken.None);

    private static Task<bool> KeepAsync(TestDesk desk, DayBatch batch) =>
        desk.Get<DeskWriter>().RunAsync(db => batch.KeepAsync(db, CancellationToken.None), CancellationToken.None, kept => kept);

    private static async Task<List<DateOnly>> MarksBeforeTodayAsync(TestDesk desk)
    {
        var today = (await desk.BookAsync()).DateOf(desk.Clock.Now);
        return await desk.ReadAsync(db => db.StaleDays.Where(stale => stale.Day < today).Select(stale => stale.Day).ToListAsync());
    }

    private static Task AgreesAsync(TestDesk desk, IEnumerable<int> areas) => AgreesAsync(desk, [null, .. areas.Select(area => (int?)area)]);

    /// <summary>All questions, for a day, a week, a month, a quarter and a year, against whole tickets counted one by one.</summary>
    private static async Task AgreesAsync(TestDesk desk, IReadOnlyList<int?> areas)
    {
        foreach (var area in areas)
        {
            var byHand = new FactTally(await desk.FactsAsync(area), (await desk.BookAsync()).Zone, desk.Clock.Now);
            await using var reading = await desk.Get<KpiReader>().OpenAsync(area, CancellationToken.None);
            var today = reading.Today;
            foreach (var period in (Period[])[
                new(today, today), new(today.AddDays(-1), today.AddDays(-1)), new(today.AddDays(-9), today.AddDays(-3)), Period.Month(today).Previous,
                new(today.AddDays(-89), today), new(today.AddDays(-365), today.AddDays(-1))])
            {
                Assert.Equal(byHand.Indicators(period), await reading.IndicatorsAsync(period, CancellationToken.None));
                KpiReaderTests.Equal(byHand.Breakdown(period), await reading.BreakdownAsync(period, CancellationToken.None));
            }

            Assert.Equal(byHand.Trend(Period.Month(today), 4), await reading.TrendAsync(Period.Month(today), 4, CancellationToken.None));
        }
    }

    /// <summary>The tables, row by row, are what every ticket's log adds up to.</summary>
    private static async Task IsOfTheLogAsync(TestDesk desk)
    {
        var sums = (await desk.Get<RebuildRollUp>().ReadAsync(_ => { }, CancellationToken.None)).Batch.Sums;
        var figures = await desk.ReadAsync(db => db.DayFigures.AsNoTracking().ToListAsync());
        var parts = await desk.ReadAsync(db => db.DayParts.AsNoTracking().ToListAsync());

        Assert.Equal(Told(sums.Figures), Told(figures));
        Assert.Equal(Told(sums.Parts.Select(KeptParts.Of)), Told(parts));
    }

    private static List<string> Told<T>(IEnumerable<T> rows) => [.. rows.Select(row => System.Text.Json.JsonSerializer.Serialize(row)).Order(StringComparer.Ordinal)];
}
