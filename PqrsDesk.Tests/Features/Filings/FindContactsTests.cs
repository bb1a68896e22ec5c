using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Filings;

public sealed class FindContactsTests
{
    [SkippableTheory]
    [Engines("jose nun", "José Núñez")]
    [Engines("JOSÉ", "José Núñez")]
    [Engines("nunez jose", "José Núñez")]
    [Engines("ÍÑIGUEZ", "MARÍA ÍÑIGUEZ")]
    [Engines("maria@", "MARÍA ÍÑIGUEZ")]
    [Engines("52.123", "MARÍA ÍÑIGUEZ")]
    [Engines("100%", "Ahorro 100% S.A.")]
    [Engines("jo_e", "")]
    [Engines("j", "")]
    [Engines("  ", "")]
    [Engines("nadie asi", "")]
    public async Task People_are_found_by_a_piece_of_name_document_or_address(Engine engine, string text, string name)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical, "Hospital San Rafael");
        await desk.AddAsync(new Contact { Name = "José Núñez", Document = "CC 1", CustomerId = customer.Id });
        await desk.AddAsync(new Contact { Name = "MARÍA ÍÑIGUEZ", Document = "CC 52.123.456", Email = "maria@example.org" });
        await desk.AddAsync(new Contact { Name = "Ahorro 100% S.A." });

        var found = await desk.Get<FindContacts>().RunAsync(text, CancellationToken.None);

        Assert.Equal(name.Length == 0 ? [] : [name], found.Select(contact => contact.Name));
        Assert.All(found.Where(contact => contact.CustomerId is not null), contact => Assert.Equal("Hospital San Rafael", contact.CustomerName));
    }
}
