using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Live;

public sealed class FeedTests
{
    [SkippableTheory, Engines]
    public async Task What_was_committed_is_published_and_readers_find_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var told = new ConcurrentQueue<(TicketChange Change, int Stored)>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes =>
        {
            using var db = desk.Get<IDbContextFactory<DeskDb>>().CreateDbContext();
            foreach (var change in changes) told.Enqueue((change, db.Tickets.Where(ticket => ticket.Id == change.Id).Select(ticket => ticket.Version).SingleOrDefault()));
        });
        var number = (await desk.FileAsync()).Number;
        await desk.ReplyAsync(number);
        Assert.Equal([(number, 1, 1), (number, 2, 2)], told.Select(each => (each.Change.Number, each.Change.Version, each.Stored)));
    }

    [SkippableTheory, Engines]
    public async Task What_was_not_kept_is_not_published(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var told = new ConcurrentQueue<TicketChange>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes => Array.ForEach([.. changes], told.Enqueue));

        await desk.TryFileAsync(Samples.Filing with { AreaId = 99 });
        await desk.TryAsync(number, (ticket, book, now) => ticket.Close(null, book, now));
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Get<DeskWriter>().RunAsync<bool>(async db =>
        {
            (await db.Tickets.SingleAsync(ticket => ticket.Number == number)).Note("Se pierde.", await desk.BookAsync(), Moment.Of(desk.Clock.Now, TimeZoneInfo.Utc, Samples.Someone()));
            await db.SaveChangesAsync();
            throw new InvalidOperationException("The power went.");
        }, CancellationToken.None));
        Assert.Empty(told);

        // The contexts are pooled: what was given up must not come out with the next commit either.
        await desk.FileAsync();
        Assert.Equal("PQRS-2026-000002", Assert.Single(told).Number);
    }

    [SkippableTheory, Engines]
    public async Task A_ticket_that_is_saved_twice_in_one_transaction_is_told_once_with_all_that_happened(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var (book, told) = (await desk.BookAsync(), new ConcurrentQueue<IReadOnlyList<TicketChange>>());
        using var reading = desk.Get<ITicketFeed>().Subscribe(told.Enqueue);

        await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            foreach (var text in new[] { "Primera.", "Segunda." })
            {
                (await db.Tickets.SingleAsync(ticket => ticket.Number == number)).Note(text, book, Moment.Of(desk.Clock.Now, TimeZoneInfo.Utc, Samples.Someone()));
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }

            return true;
        }, CancellationToken.None);

        var change = Assert.Single(Assert.Single(told));
        Assert.Equal(3, change.Version);
        Assert.Equal(["Primera.", "Segunda."], change.Happened.OfType<TicketEvent.Noted>().Select(note => note.Text));
    }

    [Fact]
    public async Task A_reader_that_fails_hurts_neither_the_writer_nor_the_others()
    {
        await using var desk = await TestDesk.StartAsync();
        var feed = desk.Get<ITicketFeed>();
        var told = 0;
        using var bad = feed.Subscribe(_ => throw new InvalidOperationException("A reader's fault."));
        using var good = feed.Subscribe(_ => told++);
        await desk.FileAsync();
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task Who_leaves_is_not_told_and_not_kept()
    {
        await using var desk = await TestDesk.StartAsync();
        var feed = desk.Get<ITicketFeed>();
        var told = 0;
        using (feed.Subscribe(_ => told++)) Assert.Equal(1, feed.Subscribers);
        await desk.FileAsync();
        Assert.Equal((0, 0), (feed.Subscribers, told));
    }
}
