using System.Text.Json;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Api;

public sealed class TicketDocumentTests
{
    [SkippableTheory, Engines]
    public async Task What_is_answered_to_a_filing_is_what_is_read_afterwards(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        desk.Clock.Now = TestClock.Tuesday.AddTicks(1_234_567);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Preferred, "Acueducto");
        await desk.FileAsync();
        Filing[] filings =
        [
            Samples.Filing,
            Samples.Filing with { CustomerId = customer.Id, Topic = " Facturas ", Urgency = Urgency.High, Impact = Impact.High, Description = "Uno\r\ndos «tres» 🙂 " },
            Samples.Filing with { Kind = TicketKind.Suggestion, TouchesSecurity = true },
        ];
        PetitionerDetails[] people = [Samples.Petitioner with { Name = "M. Iñiguez", Telephone = "1", Email = "otra@example.org" }, new() { Name = " Juan Pérez " }, Samples.Nobody];
        foreach (var filing in filings)
        {
            foreach (var person in people)
            {
                var filed = (await desk.TryFileAsync(filing, person)).Filed!;
                var read = await desk.Get<ReadTicketDocument>().RunAsync(filed.Ticket.Number, CancellationToken.None);
                Assert.Equal(JsonSerializer.Serialize(read, Json.Options), JsonSerializer.Serialize(TicketDocument.Of(filed), Json.Options));
                Assert.NotEmpty(read!.Deadlines);
            }
        }
    }
}
