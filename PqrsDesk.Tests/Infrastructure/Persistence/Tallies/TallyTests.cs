using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Queue;
using PqrsDesk.Infrastructure.Persistence.Kpis;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence.Tallies;

/// <summary>What the tallies say of the open tickets is what the tickets say, however they change and whenever rows are folded.</summary>
public sealed class TallyTests
{
    [SkippableTheory, Engines]
    public async Task They_follow_a_restless_life(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 90);
        var life = new RestlessDesk(lived, seed: 1437);
        var fewer = 0;
        for (var round = 0; round < 12; round++)
        {
            for (var act = 0; act < 30; act++) await life.ActAsync();
            await AgreesAsync(lived.Desk);
            fewer += await lived.Desk.Get<FoldTallies>().RunAsync(CancellationToken.None, loose: 20);
            await AgreesAsync(lived.Desk);
            lived.Desk.Clock.Advance(TimeSpan.FromMinutes(431));
        }

        Assert.True(life.Done > 150, $"Only {life.Done} verbs succeeded.");
        Assert.NotEqual(0, fewer);
    }

    [SkippableTheory, Engines]
    public async Task What_somebody_broke_is_counted_again(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 90);
        await lived.Desk.ReadAsync(db => db.OpenTallies.Where(row => row.Id % 2 == 0).ExecuteDeleteAsync());

        await lived.Desk.Get<FoldTallies>().RecountAsync(CancellationToken.None);

        await AgreesAsync(lived.Desk);
    }

    [SkippableTheory, Engines]
    public async Task A_database_of_before_them_has_them_after_its_update(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 90);
        await lived.Desk.ReadAsync(async db =>
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("SearchWords");
            await migrator.MigrateAsync();
            return true;
        });

        await AgreesAsync(lived.Desk);
    }

    [SkippableTheory, Engines]
    public async Task Foldings_at_once_lose_nothing(Engine engine)
    {
        await using var lived = await LivedDesk.StartAsync(engine, tickets: 90);
        for (var i = 0; i < 180; i++) await lived.Desk.FileAsync();

        var filing = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++) await lived.Desk.FileAsync();
        });
        await Task.WhenAll([filing, .. Enumerable.Range(0, 4).Select(_ => Task.Run(() => lived.Desk.Get<FoldTallies>().RunAsync(CancellationToken.None, loose: 20)))]);

        await AgreesAsync(lived.Desk);
    }

    private static async Task AgreesAsync(TestDesk desk)
    {
        var now = desk.Clock.Now;
        var open = await desk.ReadAsync(db => db.Tickets.Where(t => t.Status < TicketStatus.Answered).Select(t => new { t.OwnerId, t.QueueAt }).ToListAsync());
        var counts = await desk.ReadAsync(db => desk.Get<CountQueue>().RunAsync(db, CancellationToken.None));
        Assert.Equal(open.Count, counts.Open);
        Assert.Equal(open.Count(t => t.OwnerId is null), counts.Unassigned);
        Assert.Equal(open.Count(t => t.QueueAt < now), counts.Overdue);
        Assert.Equal(open.Count(t => t.QueueAt >= now && t.QueueAt <= now.AddHours(1)), counts.WithinTheHour);
        Assert.Equal(
            open.Where(t => t.OwnerId is not null).GroupBy(t => t.OwnerId!.Value).Select(group => (group.Key, group.Count())).Order(),
            counts.ByOwner.Select(owner => (owner.Key, owner.Value)).Order());
        foreach (var filter in (TicketFilter[])[new(), new() { Unassigned = true }, new() { OwnerId = 0 }, .. counts.ByOwner.Keys.Select(owner => new TicketFilter { OwnerId = owner })])
        {
            var page = await desk.Get<ListTickets>().RunAsync(new QueueView(filter, Limit: 500, Counted: true), CancellationToken.None);
            Assert.Equal((page.Rows.Count, false), (page.Total, page.OrMore));
        }
    }
}
