using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features;

public sealed class FindContactsTests
{
    [SkippableTheory]
    [Engines("jose nun", "José Núñez")]
    [Engines("JOSÉ", "José Núñez")]
    [Engines("nunez jose", "José Núñez")]
    [Engines("ÍÑIGUEZ", "MARÍA ÍÑIGUEZ")]
    [Engines("maria@", "MARÍA ÍÑIGUEZ")]
    [Engines("52.123", "MARÍA ÍÑIGUEZ")]
    [Engines("cc 52123456", "MARÍA ÍÑIGUEZ")]
    [Engines("iñigues", "MARÍA ÍÑIGUEZ")]
    [Engines("maria inigez", "MARÍA ÍÑIGUEZ")]
    [Engines("jsoe nuñez", "José Núñez")]
    [Engines("hiniguez", "MARÍA ÍÑIGUEZ")]
    [Engines("3001234567", "MARÍA ÍÑIGUEZ")]
    [Engines("+57 300 123 4567", "MARÍA ÍÑIGUEZ")]
    [Engines("(300) 123-45", "MARÍA ÍÑIGUEZ")]
    [Engines("123 4567", "MARÍA ÍÑIGUEZ")]
    [Engines("3001234568", "")]
    [Engines("601 765 4321", "José Núñez")]
    [Engines("maria 3001234567", "MARÍA ÍÑIGUEZ")]
    [Engines("jose 3001234567", "")]
    [Engines("100%", "Ahorro 100% S.A.")]
    [Engines("jo_e", "")]
    [Engines("j", "")]
    [Engines("  ", "")]
    [Engines("nadie asi", "")]
    [Engines("secreta", "")]
    [Engines("52999888", "")]
    public async Task People_are_found_by_name_document_telephone_or_address(Engine engine, string text, string name)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var customer = await desk.WinCustomerAsync(ServiceLevel.Critical, "Hospital San Rafael");
        await desk.AddAsync(new Contact { Name = "José Núñez", Document = "CC 1", Telephone = "7654321 ext. 12", CustomerId = customer.Id });
        await desk.AddAsync(new Contact { Name = "MARÍA ÍÑIGUEZ", Document = "CC 52.123.456", Email = "maria@example.org", Telephone = "(+57) 300 1234567" });
        await desk.AddAsync(new Contact { Name = "Ahorro 100% S.A." });
        await desk.AddAsync(new Contact { Name = "Secreta Persona", Document = "CC 52999888", Reserved = true });

        var found = await desk.Get<FindContacts>().RunAsync(text, CancellationToken.None);

        Assert.Equal(name.Length == 0 ? [] : [name], found.Select(contact => contact.Name));
        Assert.All(found.Where(contact => contact.CustomerId is not null), contact => Assert.Equal("Hospital San Rafael", contact.CustomerName));
    }

    [SkippableTheory, Engines]
    public async Task Who_files_is_found_at_once_and_who_is_renamed_by_the_new_name_only(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();
        Assert.Equal("María Íñiguez", Assert.Single(await FindAsync(desk, "iniguez")).Name);

        await desk.Get<DeskWriter>().RunAsync(async db => (await db.Contacts.SingleAsync()).Name = "María Zuluaga", CancellationToken.None);

        Assert.Equal("María Zuluaga", Assert.Single(await FindAsync(desk, "zulu")).Name);
        Assert.Empty(await FindAsync(desk, "iniguez"));
        Assert.Single(await FindAsync(desk, "52123456"));
    }

    [SkippableTheory, Engines]
    public async Task People_of_before_there_were_words_get_theirs_and_the_whole_word_comes_first(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        for (var at = 0; at < 3; at++) await desk.AddAsync(new Contact { Name = $"Mariana {at}" });
        await desk.AddAsync(new Contact { Name = "María Última" });
        await desk.Get<DeskWriter>().RunAsync(db => db.ContactWords.ExecuteDeleteAsync(), CancellationToken.None);
        Assert.Empty(await FindAsync(desk, "maria"));

        await desk.Get<BuildContactWords>().RunAsync(CancellationToken.None);
        var words = await desk.ReadAsync(db => db.ContactWords.CountAsync());
        await desk.Get<BuildContactWords>().RunAsync(CancellationToken.None);

        Assert.Equal(words, await desk.ReadAsync(db => db.ContactWords.CountAsync()));
        Assert.Equal(["María Última", "Mariana 0", "Mariana 1", "Mariana 2"], (await FindAsync(desk, "maria")).Select(contact => contact.Name));
    }

    private static Task<IReadOnlyList<KnownContact>> FindAsync(TestDesk desk, string text) => desk.Get<FindContacts>().RunAsync(text, CancellationToken.None);
}
