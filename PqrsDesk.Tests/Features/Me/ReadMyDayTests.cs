using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Features.Drafting;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Me;

public sealed class ReadMyDayTests
{
    [SkippableTheory, Engines]
    public async Task What_lies_before_a_person_and_what_they_did_of_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (ana, luis) = (await desk.HireAsync(), await desk.HireAsync("Luis Rojas"));
        var (old, fresh, aside, foreign) = (await TakenAsync(desk, ana), await TakenAsync(desk, ana), await TakenAsync(desk, ana), await TakenAsync(desk, luis));
        await desk.ReplyAsync(old, by: Actor.Staff(ana));
        await desk.NoteAsync(foreign, by: Actor.Staff(ana));
        await desk.NoteAsync(foreign, by: Actor.Staff(luis));
        await desk.ChangeAsync(old, (ticket, book, now) => ticket.SpendTime(25, "Llamada", now.On, false, book, now), Actor.Staff(ana));
        await desk.ChangeAsync(old, (ticket, book, now) => ticket.SpendTime(50, "Visita", now.On, false, book, now), Actor.Staff(ana));
        await desk.ChangeAsync(aside, (ticket, book, now) => ticket.Snooze(now.At.AddHours(1), null, book, now), Actor.Staff(ana));
        await desk.Get<Drafts>().KeepAsync(ana.Id, $"caso:{fresh}", "{}", CancellationToken.None);
        await desk.Get<Drafts>().KeepAsync(ana.Id, "caso:NO-HAY", "{}", CancellationToken.None);
        await desk.Get<Drafts>().KeepAsync(luis.Id, $"caso:{foreign}", "{}", CancellationToken.None);

        var day = await ReadAsync(desk, ana);

        Assert.Equal(new DateOnly(2026, 3, 3), day.On);
        Assert.Equal([fresh, old], day.Cases.Select(each => each.Number));
        Assert.Equal((2, 0), (day.Open, day.Overdue));
        Assert.All(day.Cases, each => Assert.NotNull(each.NextDueAt));
        Assert.Equal([aside], day.Returning.Select(each => each.Number));
        Assert.Equal([null, Samples.Filing.Subject], day.Begun.Select(each => each.Subject).Order());
        Assert.Equal([3, 1, 1], new[] { DoneKind.Taken, DoneKind.Replied, DoneKind.Noted }.Select(kind => day.Done.Lines[kind].Count));
        Assert.Equal(75, day.Done.Minutes);
        Assert.Equal([DoneKind.Taken, DoneKind.Noted], (await ReadAsync(desk, luis)).Done.Lines.Keys.Order());

        // Tomorrow is another day.
        desk.Clock.Advance(TimeSpan.FromDays(1));
        var next = await ReadAsync(desk, ana);
        Assert.True(next.Done.IsEmpty);
        Assert.Equal(await CountAsync(desk, ana, MyLists.Overdue), next.Overdue);
        Assert.Equal(await CountAsync(desk, ana, MyLists.DueToday), next.DueToday);
        Assert.True(next.Overdue > 0);
    }

    [SkippableTheory, Engines]
    public async Task Of_many_the_first_are_listed_and_all_are_counted(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        for (var i = 0; i <= ReadMyDay.Listed; i++) await TakenAsync(desk, ana);
        desk.Clock.Advance(TimeSpan.FromHours(3));

        var day = await ReadAsync(desk, ana);

        Assert.Equal((ReadMyDay.Listed, ReadMyDay.Listed + 1), (day.Cases.Count, day.Open));
        Assert.Equal(await CountAsync(desk, ana, MyLists.Overdue), day.Overdue);
        Assert.Equal(await CountAsync(desk, ana, MyLists.DueToday), day.DueToday);
        Assert.Equal(day.Cases.OrderBy(each => each.NextDueAt).Select(each => each.Number), day.Cases.Select(each => each.Number));
    }

    [SkippableTheory, Engines]
    public async Task What_somebody_did_today_is_found_by_its_index(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var ana = await desk.HireAsync();
        for (var i = 0; i < 20; i++) await TakenAsync(desk, await desk.HireAsync());
        var overheard = new Overheard(engine, desk.Connection);
        await using (var db = overheard.CreateDbContext())
        {
            await desk.Get<ReadMyDay>().RunAsync(db, ana.Id, CancellationToken.None);
        }

        var plans = await overheard.PlansAsync();
        var done = plans.Single(each => each.Sql.Contains("\"Events\"", StringComparison.Ordinal));
        Assert.Contains("ByStaffId", done.Sql, StringComparison.Ordinal);

        // Of so few rows PostgreSQL would rather read all.
        if (engine == Engine.Sqlite) Assert.Contains(done.Plan, line => line.Contains("IX_Events_ByStaffId_At", StringComparison.Ordinal));
    }

    [Fact]
    public void A_correction_counts_for_what_was_written_down_today()
    {
        var log = new List<(string, string, LoggedEvent)>
        {
            Line(1, new TicketEvent.TimeSpent(4, 30, new(2026, 3, 3), "")),
            Line(2, new TicketEvent.TimeCorrected(4, "Ana", 30, 10, "Era menos.")),
            Line(3, new TicketEvent.TimeCorrected(2, "Ana", 60, 10, "De ayer.")),
            Line(4, new TicketEvent.Assigned(7, "Luis", null)),
        };
        var done = DoneToday.Of(1, log);
        Assert.Equal(10, done.Minutes);
        Assert.Empty(done.Lines);
        Assert.Equal(DoneKind.Taken, Assert.Single(DoneToday.Of(7, log).Lines).Key);
    }

    private static (string, string, LoggedEvent) Line(int sequence, TicketEvent happened) => ("P-1", "Asunto", new()
    {
        Sequence = sequence,
        At = TestClock.Tuesday.AddMinutes(sequence),
        On = new(2026, 3, 3),
        ByKind = ActorKind.Staff,
        ByStaffId = 1,
        ByName = "Ana",
        Event = happened,
    });

    private static async Task<string> TakenAsync(TestDesk desk, StaffMember by)
    {
        var number = (await desk.FileAsync()).Number;
        await desk.TakeAsync(number, by);
        return number;
    }

    private static Task<MyDay> ReadAsync(TestDesk desk, StaffMember of) => desk.ReadAsync(db => desk.Get<ReadMyDay>().RunAsync(db, of.Id, CancellationToken.None));

    /// <summary>As many as the list has that the number opens.</summary>
    private static async Task<int> CountAsync(TestDesk desk, StaffMember of, TicketFilter list)
    {
        var (book, now) = (await desk.BookAsync(), desk.Clock.Now);
        return await desk.ReadAsync(db => db.Tickets.Matching(FilterAddress.Read(FilterAddress.Of(list)).For(of.Id), now, book.Midnight(now)).CountAsync());
    }
}
