using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class ListPartiesTests
{
    [SkippableTheory, Engines]
    public async Task Organisations_are_listed_by_name_whatever_the_accents_page_by_page(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        string[] names = ["zeta", "Ábaco", "Ñandú", "aguas", "Óptica", "Bogotá Norte", "Nube"];
        foreach (var name in names) await desk.OrganisationAsync(name);
        var list = desk.Get<ListParties>();

        var seen = new List<string>();
        PartyCursor? at = null;
        do
        {
            var page = await list.CustomersAsync(new(), PartyCursor.Read(at?.ToString()), 2, CancellationToken.None);
            seen.AddRange(page.Lines.Select(line => line.Name));
            at = page.Next;
        }
        while (at is not null);

        Assert.Equal(["Ábaco", "aguas", "Bogotá Norte", "Ñandú", "Nube", "Óptica", "zeta"], seen);
    }

    [SkippableTheory, Engines]
    public async Task They_are_searched_and_narrowed(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var hospital = await desk.KeepAsync(PartyKind.Organisation, new() { Name = "Hospital San Rafael", Category = ServiceLevel.Critical, Document = "NIT 800197268-4", Points = [House.Email("citas@sanrafael.example"), House.Telephone("601 765 4321")] });
        await desk.KeepAsync(PartyKind.Organisation, new() { Name = "Clínica cerrada", Active = false });
        var rosa = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés", Document = "CC 52123456", CustomerId = hospital });
        await desk.PersonAsync("Luis Peña", null);
        await desk.FileAsync(petitioner: new() { Name = "Rosa", Document = "CC 52123456" });
        var list = desk.Get<ListParties>();

        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new("rafa hosp")));
        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new("800.197")));
        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new("7654321")));
        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new("citas@")));
        Assert.Empty(await NamesAsync(new("rafael clinica")));
        Assert.Empty(await NamesAsync(new("%")));
        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new(Category: ServiceLevel.Critical)));
        Assert.Equal(["Clínica cerrada"], await NamesAsync(new(Active: false)));
        Assert.Equal(["Clínica cerrada", "Hospital San Rafael"], await NamesAsync(new(Active: null)));
        Assert.Equal(["Hospital San Rafael"], await NamesAsync(new(Active: null, Open: true)));
        var line = (await list.CustomersAsync(new(), null, 50, CancellationToken.None)).Lines.Single();
        Assert.Equal((1, 1, true), (line.People, line.Open, line.NextDueAt is not null));
        Assert.Equal([rosa], (await list.PeopleAsync(new(Open: true), null, 50, CancellationToken.None)).Lines.Select(person => person.Id));
        Assert.Equal(["Luis Peña", "Rosa Cortés"], (await list.PeopleAsync(new(), null, 50, CancellationToken.None)).Lines.Select(person => person.Name));

        async Task<IEnumerable<string>> NamesAsync(PartyQuery query) => (await list.CustomersAsync(query, null, 50, CancellationToken.None)).Lines.Select(each => each.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no es un cursor!")]
    [InlineData("MTIz")]
    public void What_is_no_cursor_begins_at_the_beginning(string? text) => Assert.Null(PartyCursor.Read(text));
}
