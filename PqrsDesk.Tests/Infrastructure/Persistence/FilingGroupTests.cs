using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Live;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Filings that share a transaction, each as if it stood alone.</summary>
public sealed class FilingGroupTests
{
    [SkippableTheory, Engines]
    public async Task Thirty_two_at_once_by_five_people_get_consecutive_numbers_and_five_contacts(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var told = new ConcurrentQueue<TicketChange>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes => Array.ForEach([.. changes], told.Enqueue));
        var filings = await Task.WhenAll(Enumerable.Range(0, 32).Select(client => Task.Run(async () =>
        {
            var receipts = new List<Receipt>();
            for (var turn = 0; turn < 3; turn++) receipts.Add(await desk.FileAsync(petitioner: Person((client + turn) % 5)));
            return receipts;
        })));

        var receipts = filings.SelectMany(each => each).OrderBy(receipt => receipt.Number, StringComparer.Ordinal).ToList();
        Assert.Equal(Enumerable.Range(1, 96).Select(sequence => $"PQRS-2026-{sequence:000000}"), receipts.Select(receipt => receipt.Number));
        Assert.Equal(Enumerable.Range(0, 5).Select(person => $"CC {person}"), await desk.ReadAsync(db => db.Contacts.Select(contact => contact.Document).Order().ToListAsync()));
        Assert.Equal(receipts.Select(receipt => (receipt.TicketId, receipt.Number, 1)), told.OrderBy(change => change.Number, StringComparer.Ordinal).Select(change => (change.Id, change.Number, change.Version)));
        foreach (var receipt in receipts.Take(8)) await AssertRebuiltAsync(desk, receipt);
    }

    [SkippableTheory, Engines]
    public async Task A_refusal_disturbs_nobody_costs_no_number_and_leaves_nobody_behind(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical);
        var outcomes = await TogetherAsync(desk,
            Request(Samples.Filing, 1),
            Request(Samples.Filing with { AreaId = 99 }, 2),
            Request(Samples.Filing with { CustomerId = customer.Id }, 3),
            Request(Samples.Filing with { CustomerId = 99 }, 4),
            Request(Samples.Filing with { Regime = "crc" }, 5),
            Request(Samples.Filing, 6) with { Files = [await desk.StoreAsync(new string('n', Ticket.FileNameLimit + 1))] },
            Request(Samples.Filing, 7) with { Area = new AreaChoice.Named("Ninguna") },
            Request(Samples.Filing, 3) with { Files = [await desk.StoreAsync()], Area = new AreaChoice.Routed() });

        Assert.Equal(
            [null, RefusalCode.AreaUnknown, null, RefusalCode.CustomerUnknown, RefusalCode.RegimeUnknown, RefusalCode.FileNameInvalid, RefusalCode.AreaUnknown, null],
            outcomes.Select(outcome => outcome.Refusal?.Code));
        Assert.Equal(["PQRS-2026-000002", "PQRS-2026-000003", "PQRS-2026-000004"], outcomes.Select(outcome => outcome.Receipt?.Number).OfType<string>());
        Assert.Equal(["CC 1", "CC 3"], await desk.ReadAsync(db => db.Contacts.Where(contact => contact.Document != Samples.Petitioner.Document).Select(contact => contact.Document).Order().ToListAsync()));
        Assert.Equal(outcomes[7].Receipt!.TicketId, await desk.ReadAsync(db => db.Files.Select(file => file.TicketId).SingleAsync()));
        foreach (var outcome in outcomes) if (outcome.Receipt is { } receipt) await AssertRebuiltAsync(desk, receipt);
    }

    [SkippableTheory, Engines]
    public async Task A_filing_that_the_database_refuses_spoils_nobody_elses(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var twice = await desk.StoreAsync();
        var told = new ConcurrentQueue<TicketChange>();
        using var reading = desk.Get<ITicketFeed>().Subscribe(changes => Array.ForEach([.. changes], told.Enqueue));
        var answers = await StandInLineAsync(desk, Request(Samples.Filing, 1), Request(Samples.Filing, 2) with { Files = [twice, twice] }, Request(Samples.Filing, 3));

        Assert.Equal("PQRS-2026-000002", (await answers[0]).Receipt!.Number);
        await Assert.ThrowsAnyAsync<Exception>(() => answers[1]);
        Assert.Equal("PQRS-2026-000003", (await answers[2]).Receipt!.Number);
        Assert.Equal("PQRS-2026-000004", (await desk.FileAsync()).Number);
        Assert.Equal(4, await desk.ReadAsync(db => db.Tickets.CountAsync()));
        Assert.Equal(["PQRS-2026-000001", "PQRS-2026-000002", "PQRS-2026-000003", "PQRS-2026-000004"], told.Select(change => change.Number));
    }

    [SkippableTheory, Engines]
    public async Task Who_gives_up_before_the_turn_comes_has_not_filed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        using var gives = new CancellationTokenSource();
        var waiting = new List<Task<FilingOutcome>>();
        await HoldingAsync(desk, async () =>
        {
            waiting.Add(desk.Get<FilingDoor>().FileAsync(Request(Samples.Filing, 1), gives.Token));
            waiting.Add(desk.TryFileAsync(Samples.Filing));
            await gives.CancelAsync();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting[0]);
        Assert.Equal("PQRS-2026-000002", (await waiting[1]).Receipt!.Number);
        Assert.Equal(2, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task One_person_by_document_and_then_by_address_is_one_contact_within_a_group_too(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await TogetherAsync(desk,
            Request(Samples.Filing, 1),
            Request(Samples.Filing, 1) with { Petitioner = Person(1) with { Document = null } },
            Request(Samples.Filing, 2) with { Petitioner = new() { Name = "Juan Pérez" } },
            Request(Samples.Filing, 2) with { Petitioner = new() { Name = "Juan Pérez" } },
            Request(Samples.Filing, 2) with { Petitioner = Samples.Nobody });
        var people = await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).Skip(1).Select(ticket => ticket.PetitionerId).ToListAsync());
        Assert.Equal((people[0], 3, null), (people[1], people.OfType<int>().Distinct().Count(), people[4]));
    }

    [Fact]
    public async Task Each_keeps_its_own_actor_and_all_of_a_group_one_instant()
    {
        await using var desk = await TestDesk.StartAsync();
        var outcomes = await TogetherAsync(desk, Request(Samples.Filing, 1) with { By = Samples.Someone(name: "Ana") }, Request(Samples.Filing, 2) with { By = Samples.Someone(name: "Beto") });
        var names = await desk.ReadAsync(db => db.Events.OrderBy(line => line.Id).Skip(1).Select(line => line.ByName).ToListAsync());
        Assert.Equal(["Ana", "Beto"], names);
        Assert.Single(outcomes.DistinctBy(outcome => outcome.Receipt!.FiledAt));
    }

    private static PetitionerDetails Person(int number) => new() { Name = $"Persona {number}", Document = $"CC {number}", Email = $"{number}@example.org" };

    private static FilingRequest Request(Filing filing, int person) => new(filing, new AreaChoice.Numbered(filing.AreaId), Person(person), Samples.Someone(), []);

    private static async Task<FilingOutcome[]> TogetherAsync(TestDesk desk, params FilingRequest[] requests) => await Task.WhenAll(await StandInLineAsync(desk, requests));

    /// <summary>Behind another filing that has just been written, so that they come to be one group.</summary>
    private static async Task<List<Task<FilingOutcome>>> StandInLineAsync(TestDesk desk, params FilingRequest[] requests)
    {
        var answers = new List<Task<FilingOutcome>>();
        await HoldingAsync(desk, () =>
        {
            answers.AddRange(requests.Select(request => desk.Get<FilingDoor>().FileAsync(request, CancellationToken.None)));
            return Task.CompletedTask;
        });
        return answers;
    }

    /// <summary>Does something while the door is busy with a first filing: the feed is told on the thread that writes, before anybody is answered.</summary>
    private static async Task HoldingAsync(TestDesk desk, Func<Task> meanwhile)
    {
        using var told = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using (desk.Get<ITicketFeed>().Subscribe(_ =>
        {
            told.Set();
            go.Wait();
        }))
        {
            var first = desk.FileAsync();
            await Eventually.TrueAsync(() => told.IsSet, "the first filing is being told of");
            await meanwhile();
            go.Set();
            await first;
        }
    }

    private static async Task AssertRebuiltAsync(TestDesk desk, Receipt receipt)
    {
        var stored = await desk.TicketAsync(receipt.Number);
        Assert.Equal(receipt.TicketId, stored.Id);
        Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
    }
}
