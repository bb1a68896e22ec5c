using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>The same verb on many tickets, in one transaction.</summary>
public sealed class ManyTicketsTests
{
    [SkippableTheory, Engines]
    public async Task Five_hundred_are_one_publication_after_the_commit_and_the_progress_goes_to_the_end(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        for (var i = 0; i < 500; i++) await desk.FileAsync();
        var told = new ConcurrentQueue<(int Tickets, int Taken)>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes =>
        {
            using var db = desk.Get<IDbContextFactory<DeskDb>>().CreateDbContext();
            told.Enqueue((changes.Count, db.Tickets.Count(ticket => ticket.OwnerId == ana.Id)));
        });
        var steps = new Steps();

        var said = await TakeAsync(desk, await SeenAsync(desk), ana, steps);

        Assert.Equal(500, said.Values.Count(decision => decision.Succeeded));
        Assert.Equal([(500, 500)], told);
        Assert.Equal(Enumerable.Range(1, 10).Select(step => step * 50), steps.Done);
        Assert.Equal(500, await desk.ReadAsync(db => db.Events.CountAsync(line => line.Sequence == 2 && line.ByName == ana.Name)));
    }

    [SkippableTheory, Engines]
    public async Task The_stale_the_refused_and_the_missing_stay_as_they_are_and_the_others_go_on(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Ruiz"));
        var numbers = new List<string>();
        for (var i = 0; i < 6; i++) numbers.Add((await desk.FileAsync()).Number);
        var seen = await SeenAsync(desk);
        await desk.ChangePriorityAsync(numbers[1], Priority.High, by: Actor.Staff(beto));
        await desk.AnswerAsync(numbers[3], by: Actor.Staff(beto));
        await desk.TakeAsync(numbers[4], beto);
        seen[4] = seen[4] with { Version = (await desk.TicketAsync(numbers[4])).Version };
        var told = Listen(desk, out var reading);
        using var _ = reading;

        var said = await TakeAsync(desk, [.. seen, new SeenTicket(404)], ana);

        Assert.Equal([1L, 3L, 6L], said.Where(each => each.Value.Succeeded).Select(each => each.Key).Order());
        Assert.IsType<TicketEvent.PriorityChanged>(Assert.Single(Assert.IsType<Decision.Stale>(said[2]).Since).Event);
        Assert.IsType<Decision.Stale>(said[4]);
        Assert.Equal((Decision)RefusalCode.AlreadyOwnedByAnother, said[5]);
        Assert.False(said.ContainsKey(404));
        Assert.Equal([1L, 3L, 6L], Assert.Single(told).Select(change => change.Id).Order());
        Assert.Equal((null, beto.Id), ((await desk.TicketAsync(numbers[1])).OwnerId, (await desk.TicketAsync(numbers[4])).OwnerId));
    }

    [SkippableTheory, Engines]
    public async Task Nothing_of_it_is_kept_or_told_when_it_fails_at_the_end(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        for (var i = 0; i < 120; i++) await desk.FileAsync();
        var told = Listen(desk, out var reading);
        using var _ = reading;
        var steps = new Steps();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await desk.Get<TicketDoor>().ChangeManyAsync(
            await SeenAsync(desk),
            Actor.Staff(ana),
            _ => Task.FromResult<TicketVerb>((ticket, book, now) => ticket.Id == 120 ? throw new InvalidOperationException("The power went.") : ticket.TakeFor(ana, book, now)),
            CancellationToken.None,
            steps));

        Assert.Equal([50, 100], steps.Done);
        Assert.Empty(told);
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.OwnerId != null)));

        // The contexts are pooled: what was given up must not come out with the next commit either.
        await desk.NoteAsync("PQRS-2026-000001");
        Assert.Equal(1, Assert.Single(Assert.Single(told)).Id);
    }

    [SkippableTheory, Engines]
    public async Task A_verb_that_is_refused_half_way_keeps_nothing_of_its_ticket(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbers = new[] { (await desk.FileAsync()).Number, (await desk.FileAsync()).Number };

        await desk.Get<TicketDoor>().ChangeManyAsync(
            await SeenAsync(desk),
            Samples.Someone(),
            _ => Task.FromResult<TicketVerb>((ticket, book, now) =>
            {
                Assert.True(ticket.Wait("Falta la factura.", book, now).Succeeded);
                return ticket.Number == numbers[0] ? ticket.Close(null, book, now) : Decision.Ok;
            }),
            CancellationToken.None);

        Assert.Equal((TicketStatus.Filed, 1, 0), Facts(await desk.TicketAsync(numbers[0])));
        Assert.Equal((TicketStatus.AwaitingPetitioner, 2, 1), Facts(await desk.TicketAsync(numbers[1])));
        (TicketStatus, int, int) Facts(Ticket ticket) => (ticket.Status, ticket.Events.Count, ticket.Pauses.Count);
    }

    [SkippableTheory, Engines]
    public async Task A_deadline_that_had_passed_is_recorded_also_where_the_verb_was_refused(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Ruiz"));
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, beto);
        desk.Clock.Advance(TimeSpan.FromDays(60));

        var said = await TakeAsync(desk, await SeenAsync(desk), ana);

        Assert.Equal((Decision)RefusalCode.AlreadyOwnedByAnother, Assert.Single(said).Value);
        var ticket = await desk.TicketAsync(number);
        Assert.Contains(ticket.Events, line => line.Event is TicketEvent.DeadlineBreached);
        Assert.Equal(beto.Id, ticket.OwnerId);
    }

    [SkippableTheory, Engines]
    public async Task Two_who_want_the_same_many_at_once_get_each_ticket_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var (ana, beto) = (await desk.HireAsync(), await desk.HireAsync("Beto Ruiz"));
        for (var i = 0; i < 120; i++) await desk.FileAsync();
        var seen = (await SeenAsync(desk)).ConvertAll(each => each with { Version = null });

        // Each in an order of its own; from 31 to 90 they want the same.
        var said = await Task.WhenAll(
            Task.Run(() => TakeAsync(desk, seen[..90], ana)),
            Task.Run(() => TakeAsync(other, Enumerable.Reverse(seen).Take(90).ToList(), beto)));

        Assert.Equal((120, 60), (said.Sum(each => each.Values.Count(decision => decision.Succeeded)), said.Sum(each => each.Values.Count(decision => decision == (Decision)RefusalCode.AlreadyOwnedByAnother))));
        Assert.Equal(120, await desk.ReadAsync(db => db.Events.CountAsync(line => line.Sequence == 2)));
    }

    private static Task<IReadOnlyDictionary<long, Decision>> TakeAsync(TestDesk desk, IReadOnlyCollection<SeenTicket> seen, StaffMember member, IProgress<int>? progress = null) =>
        desk.Get<TicketDoor>().ChangeManyAsync(
            seen, Actor.Staff(member), _ => Task.FromResult<TicketVerb>((ticket, book, now) => ticket.TakeFor(member, book, now)), CancellationToken.None, progress);

    private static Task<List<SeenTicket>> SeenAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => new SeenTicket(ticket.Id, ticket.Version)).ToListAsync());

    private static ConcurrentQueue<IReadOnlyList<TicketChange>> Listen(TestDesk desk, out IDisposable reading)
    {
        var told = new ConcurrentQueue<IReadOnlyList<TicketChange>>();
        reading = desk.Get<ITicketFeed>().Subscribe(told.Enqueue);
        return told;
    }

    /// <summary>Told at once and in order, not on another thread later.</summary>
    private sealed class Steps : IProgress<int>
    {
        public List<int> Done { get; } = [];

        public void Report(int value) => Done.Add(value);
    }
}
