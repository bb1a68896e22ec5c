using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class TicketDoorTests
{
    [SkippableTheory, Engines]
    public async Task What_is_not_there_is_not_found(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        Assert.Equal((Decision)RefusalCode.TicketNotFound, await desk.TryAsync("PQRS-2026-000404", (ticket, book, now) => ticket.Note("x", book, now)));
    }

    [SkippableTheory, Engines]
    public async Task The_second_agent_is_told_what_changed_and_nothing_is_overwritten(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var seen = (await desk.TicketAsync(number)).Version;
        await desk.ChangePriorityAsync(number, Priority.High, by: Samples.Someone(name: "Ana"));
        var late = await desk.TryAsync(number, (ticket, book, now) => ticket.ChangePriority(Priority.Low, "Yo no.", book, now), Samples.Someone(name: "Beto"), seen);
        var since = Assert.Single(Assert.IsType<Decision.Stale>(late).Since);
        Assert.Equal(("Ana", new TicketEvent.PriorityChanged(Priority.Medium, Priority.High, "Afecta a muchos.")), (since.ByName, since.Event));
        Assert.Equal(Priority.High, (await desk.TicketAsync(number)).Priority);
    }

    [SkippableTheory, Engines]
    public async Task A_deadline_that_passed_by_itself_overwrites_nobody(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.Get<Features.Sweeping.SweepDeadlines>().RunAsync(desk.Clock.Now, CancellationToken.None);
        Assert.True((await desk.TicketAsync(number)).Version > 1);
        await desk.ChangeAsync(number, (ticket, book, now) => ticket.Reply("Perdón por la demora.", book, now), seen: 1);
    }

    [SkippableTheory, Engines]
    public async Task A_refused_verb_keeps_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var decision = await desk.TryAsync(number, (ticket, book, now) =>
        {
            Assert.True(ticket.Note("Esto no queda.", book, now).Succeeded);
            return ticket.Close(null, book, now);
        });
        Assert.Equal((Decision)RefusalCode.NotAnswered, decision);
        Assert.Single(await desk.LogAsync(number));
    }

    [SkippableTheory, Engines]
    public async Task Of_two_contexts_the_second_save_fails(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        var book = await desk.BookAsync();
        var now = Moment.Of(desk.Clock.Now, book.Zone, Samples.Someone());
        await using var one = await desk.Get<IDbContextFactory<DeskDb>>().CreateDbContextAsync();
        await using var two = await desk.Get<IDbContextFactory<DeskDb>>().CreateDbContextAsync();
        foreach (var db in new[] { one, two })
            (await db.Tickets.Include(ticket => ticket.Deadlines).SingleAsync(ticket => ticket.Number == number)).ChangePriority(Priority.High, "x", book, now);
        await SaveAsync(one);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => SaveAsync(two));
        Assert.Equal(2, (await desk.TicketAsync(number)).Version);
    }

    private static async Task SaveAsync(DeskDb db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    [SkippableTheory, Engines]
    public async Task Lines_of_the_log_are_numbered_in_the_order_of_the_commits(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var numbers = new[] { (await desk.FileAsync()).Number, (await desk.FileAsync()).Number, (await desk.FileAsync()).Number };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var log = desk.Get<LogReader>();
        var read = new List<LogLine>();
        var reading = Task.Run(async () =>
        {
            // A reader that goes by position, while two nodes write: whatever it has passed may not grow.
            while (read.Count < 3 + 60) read.AddRange(await log.AfterAsync(read.Count == 0 ? 0 : read[^1].Position, 7, limit.Token));
        });
        await Task.WhenAll(Enumerable.Range(0, 60).Select(turn => Task.Run(() => (turn % 2 == 0 ? desk : other).NoteAsync(numbers[turn % 3], $"Nota {turn}"))));
        await reading;

        Assert.Equal(await desk.ReadAsync(db => db.Events.OrderBy(line => line.Id).Select(line => line.Id).ToListAsync()), read.Select(line => line.Position));
        foreach (var own in read.GroupBy(line => line.Number)) Assert.Equal(Enumerable.Range(1, 21), own.Select(line => line.Line.Sequence));
    }

    [SkippableTheory, Engines]
    public async Task Many_who_write_at_once_from_two_nodes_lose_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var number = (await desk.FileAsync()).Number;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(turn => Task.Run(() => (turn % 2 == 0 ? desk : other).NoteAsync(number, $"Nota {turn}"))));
        var ticket = await desk.TicketAsync(number);
        Assert.Equal(Enumerable.Range(1, 33), ticket.Events.Select(line => line.Sequence));
        Assert.Equal(32, ticket.Events.Select(line => line.Event).OfType<TicketEvent.Noted>().Distinct().Count());
    }

    [SkippableTheory, Engines]
    public async Task Of_two_nodes_that_take_it_one_gets_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var people = new List<StaffMember>();
        for (var i = 0; i < 8; i++) people.Add(await desk.HireAsync($"Agente {i}"));
        var number = (await desk.FileAsync()).Number;
        var decisions = await Task.WhenAll(people.Select((member, turn) => Task.Run(() =>
            (turn % 2 == 0 ? desk : other).TryAsync(number, (ticket, book, now) => ticket.TakeFor(member, book, now), Actor.Staff(member)))));
        Assert.Single(decisions, decision => decision.Succeeded);
        Assert.Equal(7, decisions.Count(decision => decision == (Decision)RefusalCode.AlreadyOwnedByAnother));
    }
}
