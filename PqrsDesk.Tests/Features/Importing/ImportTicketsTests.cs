using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Sla;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Importing;

public sealed class ImportTicketsTests : IDisposable
{
    private readonly SampleImport _sample = new();

    [SkippableTheory, Engines]
    public async Task Tickets_keep_their_instants_and_what_is_stored_is_what_their_log_says(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var summary = await ImportAsync(desk, SampleImport.Row("a", due: "2015-06-03 10:00", closed: "2015-06-05 09:00", mail: "ana@example.org"));

        Assert.Equal((1, 1, 0, 0), (summary.Read, summary.Imported, summary.Skipped, summary.Rejected));
        var ticket = await desk.TicketAsync("PQRS-2015-000001");
        Assert.Equal(Utc(6, 1, 14), ticket.FiledAt);
        Assert.Equal(Utc(6, 5, 13), ticket.ClosedAt);
        Assert.Equal(Utc(6, 3, 14), ticket.BreachedAt);
        Assert.Equal(("old-desk", "a", TicketStatus.Closed), (ticket.Source, ticket.ExternalId, ticket.Status));
        var due = Assert.Single(ticket.Deadlines);
        Assert.Equal((DeadlineKind.Imported, Utc(6, 3, 14), Utc(6, 5, 13)), (due.Kind, due.DueAt, due.SettledAt));
        Assert.Equal(["Imported", "DeadlineBreached", "Closed"], ticket.Events.Select(line => line.Event.GetType().Name));
        Assert.Equal("ana@example.org", await desk.ReadAsync(db => db.Contacts.Where(contact => contact.Id == ticket.PetitionerId).Select(contact => contact.Email).SingleAsync()));
        AssertSame(Ticket.Rebuild(ticket.Events, await desk.BookAsync()), ticket);
    }

    [SkippableTheory, Engines]
    public async Task A_second_time_nothing_is_imported(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        string[] rows = [SampleImport.Row("a"), SampleImport.Row("b"), SampleImport.Row("a", what: "Said twice in the file")];
        var first = await ImportAsync(desk, rows);
        var second = await ImportAsync(desk, [.. rows, SampleImport.Row("c")]);

        Assert.Equal((3, 2, 1), (first.Read, first.Imported, first.Skipped));
        Assert.Equal((4, 1, 3), (second.Read, second.Imported, second.Skipped));
        Assert.Equal(["PQRS-2015-000001 a", "PQRS-2015-000002 b", "PQRS-2015-000003 c"], await NumbersAsync(desk));
    }

    [Fact]
    public async Task The_same_number_of_another_system_is_another_ticket()
    {
        await using var desk = await TestDesk.StartAsync();
        await ImportAsync(desk, SampleImport.Row("a"));
        using var other = _sample.Open(SampleImport.Map.Replace("old-desk", "older-desk", StringComparison.Ordinal), [SampleImport.Row("a")]);
        Assert.Equal(1, (await RunAsync(desk, other)).Imported);
    }

    [SkippableTheory, Engines]
    public async Task Numbers_are_of_the_year_of_opening_on_the_desks_clock_and_go_on_without_a_gap(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await ImportAsync(desk,
            SampleImport.Row("a", opened: "2016-01-01 00:30"), SampleImport.Row("b", opened: "2015-12-31 23:30"), SampleImport.Row("c", opened: "2016-01-01 00:10"));
        await ImportAsync(desk, SampleImport.Row("d", opened: "2016-02-01 10:00"), SampleImport.Row("e", opened: "2015-02-01 10:00"));

        Assert.Equal(["PQRS-2015-000001 b", "PQRS-2015-000002 e", "PQRS-2016-000001 a", "PQRS-2016-000002 c", "PQRS-2016-000003 d"], await NumbersAsync(desk));
        Assert.Equal("PQRS-2026-000001", (await desk.FileAsync()).Number);
    }

    [Fact]
    public async Task An_open_ticket_whose_due_instant_has_passed_is_breached_at_that_instant()
    {
        await using var desk = await TestDesk.StartAsync();
        await ImportAsync(desk, SampleImport.Row("late", due: "2015-06-03 10:00"), SampleImport.Row("early", due: "2030-06-03 10:00"), SampleImport.Row("none"));

        Assert.Equal(Utc(6, 3, 14), (await desk.TicketAsync("PQRS-2015-000001")).BreachedAt);
        var early = await desk.TicketAsync("PQRS-2015-000002");
        Assert.Equal((null, new DateTimeOffset(2030, 6, 3, 14, 0, 0, TimeSpan.Zero)), (early.BreachedAt, early.QueueAt));
        Assert.Equal(Ticket.Never, (await desk.TicketAsync("PQRS-2015-000003")).QueueAt);
    }

    [SkippableTheory, Engines]
    public async Task Areas_and_contacts_are_made_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.OpenAreaAsync("Works");
        await ImportAsync(desk, SampleImport.Row(1, mail: "a@example.org"), SampleImport.Row(2, unit: "Parks", mail: "a@example.org"), SampleImport.Row(3, unit: "Parks"));
        await ImportAsync(desk, SampleImport.Row(4, unit: "Parks", mail: "a@example.org"));

        Assert.Equal(["Parks", "Works"], await desk.ReadAsync(db => db.Areas.Where(area => area.Id > Samples.FirstArea).Select(area => area.Name).Order().ToListAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.Contacts.CountAsync()));
        Assert.Equal(3, await desk.ReadAsync(db => db.Tickets.CountAsync(ticket => ticket.PetitionerId != null)));
    }

    [Fact]
    public async Task Rejected_rows_are_listed_with_line_and_reason_and_all_of_them_in_a_file_that_can_be_mended()
    {
        await using var desk = await TestDesk.StartAsync();
        var rows = Enumerable.Range(0, 25).Select(i => SampleImport.Row(i, what: "\"two\nlines\"", opened: "2015-02-30 10:00")).Append(SampleImport.Row("good"));
        using var file = _sample.Open(rows);
        var summary = await desk.Get<ImportTickets>().RunAsync(file, _sample.Path("rejects.csv"), _ => { }, CancellationToken.None);

        Assert.Equal((26, 1, 25, RejectedRows.Shown), (summary.Read, summary.Imported, summary.Rejected, summary.FirstRejected.Count));
        Assert.Equal([2, 4, 6], summary.FirstRejected.Take(3).Select(rejected => rejected.Row.Line));
        Assert.All(summary.FirstRejected, rejected => Assert.Equal("Row.Date", Assert.Single(rejected.Reasons).Key));

        file.Dispose();
        var written = File.ReadAllText(_sample.Path("rejects.csv"));
        using var mended = ImportFile.Open(_sample.Write("rows.csv", written.Replace("02-30", "02-28", StringComparison.Ordinal)), _sample.Path("map.json"));
        Assert.Equal((25, 0), ((await RunAsync(desk, mended)).Imported, summary.Skipped));
    }

    [Theory]
    [InlineData("rows.csv", "Rejects.SameFile")]
    [InlineData("./map.json", "Rejects.SameFile")]
    [InlineData("link.csv", "Rejects.Unwritable")]
    [InlineData("no/such/folder.csv", "Rejects.Unwritable")]
    public async Task The_file_of_rejected_rows_can_be_written_and_is_not_one_that_is_read(string name, string key)
    {
        await using var desk = await TestDesk.StartAsync();
        using var file = _sample.Open(SampleImport.Row(1));
        File.CreateSymbolicLink(_sample.Path("link.csv"), _sample.Path("rows.csv"));

        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => desk.Get<ImportTickets>().RunAsync(file, _sample.Path(name), _ => { }, CancellationToken.None));

        Assert.Equal(key, Assert.Single(refused.Problems).Key);
        Assert.Single(file.Rows());
        Assert.Equal(SampleImport.Map, File.ReadAllText(_sample.Path("map.json")));
        Assert.Equal(0, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task A_batch_that_fails_leaves_none_of_its_rows_and_gives_its_numbers_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var rows = Enumerable.Range(0, ImportTickets.Batch + 20).Select(i => SampleImport.Row(i == ImportTickets.Batch + 10 ? "forbidden" : $"n{i}", unit: i < ImportTickets.Batch ? "Works" : "Parks")).ToList();
        await ForbidAsync(desk, engine);
        using var file = _sample.Open(rows);

        var stopped = await Assert.ThrowsAsync<ImportStoppedException>(() => RunAsync(desk, file));

        Assert.Equal(ImportTickets.Batch, stopped.SoFar.Imported);
        Assert.Equal(ImportTickets.Batch, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(ImportTickets.Batch, await desk.ReadAsync(db => db.Events.CountAsync()));
        Assert.False(await desk.ReadAsync(db => db.Areas.AnyAsync(area => area.Name == "Parks")));
        Assert.Equal(ImportTickets.Batch, await desk.ReadAsync(db => db.FilingSequences.Where(sequence => sequence.Year == 2015).Select(sequence => sequence.Last).SingleAsync()));
    }

    [Fact]
    public async Task A_cancelled_import_keeps_whole_batches_and_goes_on_where_it_stopped()
    {
        await using var desk = await TestDesk.StartAsync();
        using var cancel = new CancellationTokenSource();
        var rows = Enumerable.Range(0, ImportTickets.Batch * 3).Select(i => SampleImport.Row(i)).ToList();
        using (var file = _sample.Open(rows))
        {
            var stopped = await Assert.ThrowsAsync<ImportStoppedException>(() => desk.Get<ImportTickets>().RunAsync(file, null, _ => cancel.Cancel(), cancel.Token));
            Assert.Equal(ImportTickets.Batch, stopped.SoFar.Imported);
        }

        using var again = _sample.Open(rows);
        var summary = await RunAsync(desk, again);
        Assert.Equal((ImportTickets.Batch * 2, ImportTickets.Batch), (summary.Imported, summary.Skipped));
    }

    [Fact]
    public async Task Whoever_watches_the_feed_is_told_after_the_commit()
    {
        await using var desk = await TestDesk.StartAsync();
        List<string> seen = [];
        using var watch = desk.Get<ITicketFeed>().Subscribe(changes => seen.AddRange(changes.Select(change => $"{change.Number} {change.Id > 0}")));
        await ImportAsync(desk, SampleImport.Row("a"), SampleImport.Row("b"));
        Assert.Equal(["PQRS-2015-000001 True", "PQRS-2015-000002 True"], seen);
    }

    public void Dispose() => _sample.Dispose();

    private async Task<ImportSummary> ImportAsync(AnyDesk desk, params string[] rows)
    {
        using var file = _sample.Open(rows);
        return await RunAsync(desk, file);
    }

    private static Task<ImportSummary> RunAsync(AnyDesk desk, ImportFile file) => desk.Get<ImportTickets>().RunAsync(file, null, _ => { }, CancellationToken.None);

    private static Task<List<string>> NumbersAsync(AnyDesk desk) =>
        desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Number).Select(ticket => ticket.Number + " " + ticket.ExternalId).ToListAsync());

    /// <summary>Makes the database itself refuse one row.</summary>
    private static Task<int> ForbidAsync(AnyDesk desk, Engine engine) => desk.ReadAsync(db => engine == Engine.Sqlite
        ? db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "Forbidden" BEFORE INSERT ON "Tickets" WHEN NEW."ExternalId" = 'forbidden' BEGIN SELECT RAISE(ABORT, 'forbidden'); END""")
        : db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Tickets" ADD CONSTRAINT "Forbidden" CHECK ("ExternalId" <> 'forbidden')"""));

    private static void AssertSame(Ticket expected, Ticket actual)
    {
        foreach (var property in typeof(Ticket).GetProperties().Where(property => property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
            if (property.Name != nameof(Ticket.Id))
                Assert.Equal((property.Name, property.GetValue(expected)), (property.Name, property.GetValue(actual)));
        Assert.Equal(expected.Pauses.Select(pause => (pause.From, pause.To, pause.Reason)), actual.Pauses.Select(pause => (pause.From, pause.To, pause.Reason)));
    }

    private static DateTimeOffset Utc(int month, int day, int hour) => new(2015, month, day, hour, 0, 0, TimeSpan.Zero);
}
