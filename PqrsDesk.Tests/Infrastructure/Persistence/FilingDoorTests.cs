using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

public sealed class FilingDoorTests
{
    [SkippableTheory, Engines]
    public async Task Sixty_four_filings_at_once_get_consecutive_numbers_without_gap_or_double(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var receipts = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => desk.FileAsync())));
        Assert.Equal(
            Enumerable.Range(1, 64).Select(sequence => $"PQRS-2026-{sequence:000000}"),
            receipts.Select(receipt => receipt.Number).Order());
        Assert.Equal(64, await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [SkippableTheory, Engines]
    public async Task Two_nodes_share_one_sequence(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await using var other = desk.AnotherNode();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 24).Select(turn => Task.Run(() => (turn % 2 == 0 ? desk : other).FileAsync())));
        Assert.Equal(Enumerable.Range(1, 24).Select(sequence => $"PQRS-2026-{sequence:000000}"), receipts.Select(receipt => receipt.Number).Order());
    }

    [SkippableTheory, Engines]
    public async Task The_sequence_restarts_with_the_desks_own_year(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        desk.Clock.Now = new(2027, 1, 1, 4, 59, 0, TimeSpan.Zero);
        Assert.Equal(["PQRS-2026-000001", "PQRS-2026-000002"], [(await desk.FileAsync()).Number, (await desk.FileAsync()).Number]);
        desk.Clock.Now = new(2027, 1, 1, 5, 0, 0, TimeSpan.Zero);
        Assert.Equal("PQRS-2027-000001", (await desk.FileAsync()).Number);
    }

    [SkippableTheory, Engines]
    public async Task A_filing_that_is_rolled_back_leaves_no_gap(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();
        var numbers = desk.Get<FilingNumbers>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.Get<DeskWriter>().RunAsync<string>(async db =>
        {
            Assert.Equal("PQRS-2026-000002", numbers.Format(new DateOnly(2026, 3, 3), await FilingSequence.TakeAsync(db, 2026, 1, CancellationToken.None)));
            throw new InvalidOperationException("The power went.");
        }, CancellationToken.None));
        Assert.Equal("PQRS-2026-000002", (await desk.FileAsync()).Number);
    }

    [SkippableTheory, Engines]
    public async Task A_refused_filing_takes_no_number_and_keeps_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        Assert.Equal(RefusalCode.AreaUnknown, (await desk.TryFileAsync(Samples.Filing with { AreaId = 99 })).Refusal!.Code);
        Assert.Equal(RefusalCode.CustomerUnknown, (await desk.TryFileAsync(Samples.Filing with { CustomerId = 99 })).Refusal!.Code);
        Assert.Equal(RefusalCode.SubjectMissing, (await desk.TryFileAsync(Samples.Filing with { Subject = "" })).Refusal!.Code);
        Assert.Equal(RefusalCode.PetitionerNameMissing, (await desk.TryFileAsync(Samples.Filing, new())).Refusal!.Code);
        Assert.Equal((0, 0), await desk.ReadAsync(async db => (await db.Contacts.CountAsync(), await db.FilingSequences.CountAsync())));
    }

    [SkippableTheory, Engines]
    public async Task A_file_that_the_ticket_refuses_refuses_the_filing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var outcome = await desk.Get<FilingDoor>().FileAsync(Samples.Filing, Samples.Petitioner, Samples.Someone(), [await desk.StoreAsync(new string('n', Ticket.FileNameLimit + 1))], CancellationToken.None);
        Assert.Equal(RefusalCode.FileNameInvalid, outcome.Refusal?.Code);
        Assert.Equal("PQRS-2026-000001", (await desk.FileAsync()).Number);
    }

    [SkippableTheory, Engines]
    public async Task A_filing_is_kept_whole(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var outcome = await desk.Get<FilingDoor>().FileAsync(Samples.Filing, Samples.Petitioner, Samples.Someone(), [await desk.StoreAsync()], CancellationToken.None);
        var receipt = outcome.Receipt!;
        var ticket = await desk.TicketAsync(receipt.Number);
        Assert.Equal((receipt.TicketId, TestClock.Tuesday, new DateOnly(2026, 3, 3), 2), (ticket.Id, ticket.FiledAt, ticket.FiledOn, ticket.Version));
        Assert.Equal((new DateOnly(2026, 3, 25), ticket.NextDueAt), (receipt.AnswerBy!.Value, receipt.NextDueAt));
        Assert.Equal(Samples.Filing.Description, Assert.IsType<TicketEvent.Filed>(ticket.Events[0].Event).Filing.Description);
        Assert.Equal(ticket.Id, await desk.ReadAsync(db => db.Files.Select(file => file.TicketId).SingleAsync()));
    }

    [SkippableTheory, Engines]
    public async Task The_same_person_is_one_contact_and_an_anonymous_one_is_none(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();
        await desk.FileAsync(petitioner: Samples.Petitioner with { Name = "Maria Iñiguez de Soto", Email = null });
        await desk.FileAsync(petitioner: Samples.Petitioner with { Document = null });
        await desk.FileAsync(petitioner: Samples.Nobody);
        Assert.Equal([1, 1, 1, null], await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).Select(ticket => ticket.PetitionerId).ToListAsync()));
        Assert.Null((await desk.TicketAsync("PQRS-2026-000004")).PetitionerName);
    }

    [SkippableTheory, Engines]
    public async Task A_customers_service_level_chooses_the_promise(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical);
        var receipt = await desk.FileAsync(Samples.Filing with { CustomerId = customer.Id });
        Assert.Equal(TestClock.Tuesday.AddMinutes(60), receipt.NextDueAt);
    }
}
