using PqrsDesk.Domain.Customers;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

/// <summary>Filings find a person by any of their points, and never one who did not say who they are.</summary>
public sealed class KnownByPointsTests
{
    [SkippableTheory, Engines]
    public async Task Any_email_of_a_person_and_a_telephone_that_is_theirs_alone_lead_to_them(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var rosa = await desk.PersonAsync("Rosa Cortés Niño", "CC 52123456", House.Email("rosa@casa.example"), House.Email("Rosa.C@oficina.example"), House.Telephone("300 123 4567"), House.Telephone("+57 310 555 6677"));
        await desk.PersonAsync("Luis Peña", null, House.Telephone("3201112233"));
        await desk.PersonAsync("Ana Peña", null, House.Telephone("3201112233"));

        Assert.Equal(rosa, await FiledByAsync(desk, new() { Name = "Rosa", Email = "rosa@casa.example" }));
        Assert.Equal(rosa, await FiledByAsync(desk, new() { Name = "Rosa", Email = "rosa.c@OFICINA.example" }));
        Assert.Equal(rosa, await FiledByAsync(desk, new() { Name = "Rosa Cortez", Telephone = "310 5556677" }));

        // Whoever only shares a telephone is somebody else, and a telephone of two is nobody's.
        Assert.NotEqual(rosa, await FiledByAsync(desk, new() { Name = "Pedro Vargas", Telephone = "310 5556677" }));
        Assert.NotEqual(rosa, await FiledByAsync(desk, new() { Name = "Rosa Cortés", Telephone = "3105556677", Email = "otra@example.org" }));
        var luis = await FiledByAsync(desk, new() { Name = "Luis Peña", Telephone = "3201112233" });
        Assert.Empty(await desk.FilingsAsync(PartyKind.Person, rosa + 1));
        Assert.NotNull(luis);
    }

    [SkippableTheory, Engines]
    public async Task However_the_letters_of_a_preferred_email_are_written_it_is_theirs(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var rosa = await desk.PersonAsync("Rosa Cortés", "CC 52123456", House.Email("Rosa.Cortes@Casa.example"));

        Assert.Equal(rosa, await FiledByAsync(desk, new() { Name = "Rosa", Email = "rosa.cortes@casa.EXAMPLE" }));
        Assert.Equal(rosa, await FiledByAsync(desk, new() { Name = "Rosa", Email = "Rosa.Cortes@Casa.example" }));
        Assert.Equal([rosa], (await desk.Get<ListParties>().PeopleAsync(new("ROSA.CORTES@casa"), null, 50, CancellationToken.None)).Lines.Select(line => line.Id));
        Assert.Equal([rosa], (await desk.Get<FindContacts>().RunAsync("rosa.CORTES@casa.example", CancellationToken.None)).Select(contact => contact.Id));

        // Somebody new who files many times at once, on two nodes, is one person.
        await using var other = desk.AnotherNode();
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Task.Run(() => FiledByAsync(at % 2 == 0 ? desk : other, new() { Name = "Luis Peña", Email = at % 3 == 0 ? "Luis@Example.org" : "luis@example.ORG" }))));
        Assert.Single(ids.Distinct());

        // Another record with the same one is a pair, and one person does not have it twice.
        var again = await desk.PersonAsync("R. Cortés de Peña", null, House.Email("ROSA.CORTES@CASA.EXAMPLE"), House.Email("rosa.cortes@casa.example"));
        Assert.Single((await desk.SightAsync(PartyKind.Person, again)).Details.Points);
        var pair = Assert.Single((await desk.PairsAsync(PartyKind.Person)).Pairs);
        Assert.True(pair.Reasons.HasFlag(PairReasons.SameEmail));
    }

    [SkippableTheory, Engines]
    public async Task Who_is_anonymous_or_reserved_stands_on_nobodys_page_by_whatever_they_share(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var hospital = await desk.OrganisationAsync("Hospital San Rafael");
        var rosa = await desk.PersonAsync(new PartyDetails { Name = "Rosa Cortés", Document = "CC 52123456", CustomerId = hospital, Points = [House.Email("rosa@casa.example"), House.Telephone("3105556677")] });
        var hers = await desk.FileAsync(petitioner: new() { Name = "Rosa Cortés", Document = "CC 52123456" });
        var same = new PetitionerDetails { Name = "Rosa Cortés", Document = "CC 52123456", Email = "rosa@casa.example", Telephone = "3105556677", KnownId = rosa };
        var filing = Samples.Filing with { CustomerId = hospital };
        foreach (var hidden in new[] { same with { Anonymous = true }, same with { Reserved = true }, same with { Reserved = true, Document = null }, same with { Anonymous = true, Reserved = true } })
            await desk.FileAsync(filing, hidden);
        await desk.Get<Infrastructure.Likeness.FindPairs>().RunAsync(CancellationToken.None);

        Assert.Equal([hers.Number], await desk.FilingsAsync(PartyKind.Person, rosa));
        Assert.Equal([hers.Number], await desk.FilingsAsync(PartyKind.Organisation, hospital));
        foreach (var sight in new[] { await desk.SightAsync(PartyKind.Person, rosa), await desk.SightAsync(PartyKind.Organisation, hospital) })
        {
            Assert.Equal(1, sight.Open);
            Assert.Equal([hers.Number], sight.Clocks.Select(clock => clock.Number));
            Assert.Empty(sight.Repeated);
        }

        Assert.Equal(1, (await desk.SightAsync(PartyKind.Organisation, hospital)).PeopleCount);
        var list = desk.Get<ListParties>();
        Assert.Equal([rosa], (await list.PeopleAsync(new(Active: null), null, 50, CancellationToken.None)).Lines.Select(line => line.Id));
        Assert.Equal([rosa], (await list.PeopleAsync(new("52123456"), null, 50, CancellationToken.None)).Lines.Select(line => line.Id));
        Assert.Equal([rosa], (await list.PeopleAsync(new(CustomerId: hospital), null, 50, CancellationToken.None)).Lines.Select(line => line.Id));
        Assert.Equal(1, Assert.Single((await list.CustomersAsync(new(), null, 50, CancellationToken.None)).Lines).Open);
        Assert.Empty((await desk.PairsAsync(PartyKind.Person)).Pairs);

        // The row is there, and no page, no change, no note, no merge leads to it.
        var reserved = await desk.ReadAsync(db => Task.FromResult(db.Contacts.First(contact => contact.Reserved).Id));
        Assert.Null(await desk.Get<ReadParty>().RunAsync(PartyKind.Person, reserved, Domain.People.Reader.Of(House.Lead), CancellationToken.None));
        Assert.NotNull((await desk.Get<KeepParties>().SaveAsync(PartyKind.Person, reserved, null, new() { Name = "Rosa" }, House.Lead, CancellationToken.None)).Refusal);
        Assert.NotNull(await desk.Get<KeepParties>().NoteAsync(PartyKind.Person, reserved, "Es ella", House.Lead, CancellationToken.None));
        Assert.NotNull(await desk.Get<MergeParties>().RunAsync(PartyKind.Person, new(rosa, 1), new(reserved, 0), new(new HashSet<MergeField>()), House.Lead, CancellationToken.None));
    }

    private static async Task<int?> FiledByAsync(TestDesk desk, PetitionerDetails petitioner) =>
        (await desk.TicketAsync((await desk.FileAsync(petitioner: petitioner)).Number)).PetitionerId;
}
