using System.Text;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Features.Importing.Parties;
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

    /// <summary>More than any number that is looked through: what is rare among many of one word is found too.</summary>
    [SkippableTheory, Engines]
    public async Task Nothing_is_missed_among_very_many_of_one_word(Engine engine)
    {
        const int many = 4_500;
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.KeepAsync(PartyKind.Organisation, new() { Name = "Comercial zz última", Active = false, Category = ServiceLevel.Critical });
        var first = await desk.PersonAsync("María Gómez", "CC 1");
        await desk.FileAsync(petitioner: new() { Name = "María", Document = "CC 1" });
        await FillAsync(desk, PartyKind.Organisation, many, at => $"Comercial aa {at};;o{at}@example.org");
        await FillAsync(desk, PartyKind.Person, many, at => $"María Gómez {at};CC {9_000_000 + at};p{at}@example.org");
        var list = desk.Get<ListParties>();

        Assert.Equal(["Comercial zz última"], (await list.CustomersAsync(new("comercial", Active: false), null, 50, CancellationToken.None)).Lines.Select(line => line.Name));
        Assert.Equal(["Comercial zz última"], (await list.CustomersAsync(new("comercial", ServiceLevel.Critical, null), null, 50, CancellationToken.None)).Lines.Select(line => line.Name));
        Assert.Equal([first], (await list.PeopleAsync(new("maria gomez", Open: true), null, 50, CancellationToken.None)).Lines.Select(line => line.Id));
        Assert.Equal(many + 1, await CountAsync(async (at, none) => await list.PeopleAsync(new("maria gomez"), at, 1_000, none)));
        Assert.Equal(many, await CountAsync(async (at, none) => await list.CustomersAsync(new("comercial"), at, 1_000, none)));

        // A slip is still forgiven where nobody has the word.
        Assert.Equal(2, (await list.PeopleAsync(new("mraia 9000007"), null, 2, CancellationToken.None)).Lines.Count + 1);

        static async Task<int> CountAsync<T>(Func<PartyCursor?, CancellationToken, Task<PartyList<T>>> page)
        {
            var seen = 0;
            for (PartyCursor? at = null; ;)
            {
                var some = await page(at, CancellationToken.None);
                seen += some.Lines.Count;
                if ((at = some.Next) is null) return seen;
            }
        }
    }

    private static async Task FillAsync(TestDesk desk, PartyKind kind, int many, Func<int, string> row)
    {
        using var file = await PartyFile.TakeAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, many).Select(row).Prepend("Nombre;Documento;Correo")))), "lista.csv", CancellationToken.None);
        Assert.Equal(many, (await desk.Get<ImportParties>().WriteAsync(kind, file, PartyMap.Guess(kind, file.Header), House.Lead, null, CancellationToken.None)).Fresh);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no es un cursor!")]
    [InlineData("MTIz")]
    public void What_is_no_cursor_begins_at_the_beginning(string? text) => Assert.Null(PartyCursor.Read(text));
}
