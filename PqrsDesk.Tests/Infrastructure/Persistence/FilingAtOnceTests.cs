using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Filings that meet in the database itself, where two nodes do. SQLite has one writer, so there they cannot.</summary>
public sealed class FilingAtOnceTests
{
    [SkippableFact]
    public async Task Two_filings_at_once_by_the_same_new_person_make_one_contact()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Postgres);
        await using var other = desk.AnotherNode();
        var newcomer = Samples.Petitioner with { Document = "CC 1.755" };
        var filings = new List<Task<Receipt>>();

        // Holds the lock that is taken before somebody is added: both have looked for the person by then, and found nobody.
        await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({DocumentKey.Of(newcomer.Document)}, 0))");
            foreach (var node in new[] { desk, other }) filings.Add(Task.Run(() => node.FileAsync(petitioner: newcomer)));
            await Eventually.TrueAsync(async () => await WaitingAsync(desk) == 2, "both filings wait");
            return filings.Count;
        }, CancellationToken.None);

        var receipts = await Task.WhenAll(filings);
        Assert.NotEqual(receipts[0].Number, receipts[1].Number);
        var contact = await desk.ReadAsync(db => db.Contacts.SingleAsync());
        Assert.Equal([contact.Id, contact.Id], await desk.ReadAsync(db => db.Tickets.Select(ticket => ticket.PetitionerId!.Value).ToListAsync()));
    }

    [SkippableFact]
    public async Task A_filing_that_waited_for_its_number_bears_the_instant_at_which_it_got_it()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Postgres);
        Task<Receipt>? second = null;
        var first = await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            var number = desk.Get<FilingNumbers>().Format(new DateOnly(2026, 3, 3), await FilingSequence.TakeAsync(db, 2026, 1, CancellationToken.None));
            second = Task.Run(() => desk.FileAsync());
            await Eventually.TrueAsync(async () => await WaitingAsync(desk) == 1, "the filing waits for its number");
            desk.Clock.Advance(TimeSpan.FromMinutes(3));
            return number;
        }, CancellationToken.None);

        var receipt = await second!;
        Assert.Equal(("PQRS-2026-000001", "PQRS-2026-000002"), (first, receipt.Number));
        Assert.Equal(TestClock.Tuesday.AddMinutes(3), receipt.FiledAt);
    }

    [SkippableFact]
    public async Task Numbers_and_instants_run_alike_however_many_file_at_once()
    {
        await using var desk = await TestDesk.StartAsync(Engine.Postgres);
        await using var other = desk.AnotherNode();
        var filings = Task.WhenAll(Enumerable.Range(0, 32).Select(turn => Task.Run(() => (turn % 2 == 0 ? desk : other).FileAsync())));
        while (!filings.IsCompleted)
        {
            desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        var byNumber = (await filings).OrderBy(receipt => receipt.Number, StringComparer.Ordinal).ToList();
        Assert.Equal(byNumber.Select(receipt => receipt.FiledAt).Order(), byNumber.Select(receipt => receipt.FiledAt));
        Assert.True(byNumber.DistinctBy(receipt => receipt.FiledAt).Skip(1).Any(), "The clock stood still.");
    }

    /// <summary>How many sessions wait for a lock of this database.</summary>
    private static Task<int> WaitingAsync(TestDesk desk) => desk.ReadAsync(db => db.Database.SqlQuery<int>(
        $"SELECT count(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync());
}
