using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Features.Importing;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Whoever writes a document, with dots or without, means the same person.</summary>
public sealed class ContactDocumentsTests
{
    [SkippableTheory, Engines]
    public async Task One_document_is_one_person_by_every_channel(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        PetitionerDetails[] rosa =
        [
            new() { Name = "Rosa Cortés", Document = "CC 52.123.456" },
            new() { Name = "Rosa Cortés", Document = "CC 52123456" },
            new() { Name = "Rosa Cortés", DocumentType = DocumentType.CitizenCard, Document = "52.123.456" },
            new() { Name = "ROSA", Document = "c.c. 52 123 456", Email = "otra@example.org" },
        ];
        PetitionerDetails[] house =
        [
            new() { Name = "Aguas del Norte", Document = "NIT 800.197.268-4" },
            new() { Name = "Aguas del Norte", Document = "NIT 8001972684" },
            new() { Name = "Aguas del Norte", Document = "nit 800197268" },
            new() { Name = "Aguas del Norte", DocumentType = DocumentType.Nit, Document = "8001972684" },
        ];

        // At once, so that the first of them is not there yet.
        await Task.WhenAll(rosa.Concat(house).Select(who => desk.FileAsync(petitioner: who)));
        await desk.FileAsync(petitioner: new() { Name = "Rosa Cortés", Document = "CE 52123456" });
        await desk.FileAsync(petitioner: rosa[0] with { Reserved = true });
        await desk.Get<BatchWriter>().WriteAsync(
            [new ImportRow(1, "1", desk.Clock.Now, null, null, "Facturación", Samples.Filing, rosa[1])], "otro", await desk.BookAsync(), CancellationToken.None);

        var counts = await desk.ReadAsync(db => db.Tickets.GroupBy(t => t.Petitioner!.DocumentKey + (t.ReservedIdentity ? " reserved" : ""))
            .Select(own => new { own.Key, People = own.Select(t => t.PetitionerId).Distinct().Count(), Cases = own.Count() }).OrderBy(own => own.Key).ToListAsync());
        Assert.Equal(
            [("CC 52123456", 1, 5), ("CC 52123456 reserved", 1, 1), ("CE 52123456", 1, 1), ("NIT 800197268-4", 1, 4)],
            counts.Select(own => (own.Key, own.People, own.Cases)));
    }

    [SkippableTheory, Engines]
    public async Task People_of_before_are_found_after_the_start(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var known = await desk.AddAsync(new Contact { Name = "Rosa Cortés", Document = "CC 52.123.456" });
        await desk.AddAsync(new Contact { Name = "Sin documento" });
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Contacts" SET "DocumentKey" = NULL"""));

        await desk.Get<DeskMigrations>().ApplyAsync(CancellationToken.None);

        Assert.Equal(0, await desk.Get<KeyDocuments>().RunAsync(CancellationToken.None));
        Assert.Equal(["CC 52123456", ""], await desk.ReadAsync(db => db.Contacts.OrderBy(contact => contact.Id).Select(contact => contact.DocumentKey!).ToListAsync()));
        var receipt = await desk.FileAsync(petitioner: new() { Name = "Rosa Cortés", Document = "CC 52123456" });
        Assert.Equal(known.Id, (await desk.TicketAsync(receipt.Number)).PetitionerId);
    }
}
