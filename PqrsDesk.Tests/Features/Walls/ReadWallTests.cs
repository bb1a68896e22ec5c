using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.DemoDesks;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Walls;

public sealed class ReadWallTests
{
    [SkippableTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Each_number_is_as_many_as_the_list_behind_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);

        var board = await desk.ReadAsync(db => desk.Get<ReadWall>().RunAsync(db, CancellationToken.None));

        Assert.NotEqual(0, board.Counts.Overdue);
        Assert.Equal(await CountAsync(desk, new()), board.Counts.Open);
        Assert.Equal(await CountAsync(desk, new() { Unassigned = true }), board.Counts.Unassigned);
        Assert.Equal(await CountAsync(desk, new() { Due = DueFilter.WithinTheHour }), board.Counts.WithinTheHour);
        Assert.Equal(await CountAsync(desk, new() { Due = DueFilter.Overdue }), board.Counts.Overdue);
        Assert.Equal(await CountAsync(desk, new() { Scope = TicketScope.Any, AnsweredFrom = board.Today, AnsweredTo = board.Today }), board.AnsweredToday);
    }

    [Fact]
    public async Task The_nearest_come_first_and_the_last_breach_on_top()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Sqlite, ("Desk:Demo:Enabled", "true"));
        await desk.Get<FillDemoDesk>().RunAsync(CancellationToken.None);

        var board = await desk.ReadAsync(db => desk.Get<ReadWall>().RunAsync(db, CancellationToken.None));

        Assert.Equal(10, board.Nearest.Count);
        Assert.All(board.Nearest, deadline => Assert.True(deadline.DueAt >= board.AsOf));
        Assert.Equal(board.Nearest.OrderBy(deadline => deadline.DueAt), board.Nearest);
        Assert.Equal(board.Breaches.OrderByDescending(breach => breach.BreachedAt), board.Breaches);
    }

    [Fact]
    public async Task An_empty_desk_has_a_wall_too()
    {
        await using var desk = await TestDesk.StartAsync();

        var board = await desk.ReadAsync(db => desk.Get<ReadWall>().RunAsync(db, CancellationToken.None));

        Assert.Equal(WallCounts.None, board.Counts);
        Assert.Null(board.Month.Compliance);
        Assert.Empty(board.Nearest);
    }

    private static async Task<int> CountAsync(TestDesk desk, TicketFilter filter)
    {
        var now = desk.Clock.Now;
        var book = await desk.BookAsync();
        var midnight = book.Calendar(book.LegalCalendarVersionId).StartOf(book.DateOf(now).AddDays(1));
        return await desk.ReadAsync(db => db.Tickets.Matching(filter, now, midnight).CountAsync());
    }
}
