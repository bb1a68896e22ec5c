using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Likeness;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class PairsTests
{
    [SkippableTheory, Engines]
    public async Task Two_that_may_be_one_are_found_with_the_reasons_the_most_probable_first(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);

        // As filings bring them: past all that a form would refuse.
        await desk.AddAsync(new Contact { Name = "Rosa Cortés Niño", Document = "CC 52.123.456", Email = "rosa@casa.example", Telephone = "310 555 6677" });
        await desk.AddAsync(new Contact { Name = "Rosa Cortez", Email = "ROSA@casa.example", Telephone = "+57 3105556677" });
        await desk.AddAsync(new Contact { Name = "ROSA", Document = "CC 52123456" });
        await desk.AddAsync(new Contact { Name = "Pedro Vargas", Document = "CC 7", Telephone = "3105556677" });
        await desk.AddAsync(new Contact { Name = "Aurelio Echeverri", Document = "CC 8" });
        await desk.AddAsync(new Contact { Name = "Aurelio Echeveri", Document = "CC 9" });
        await desk.AddAsync(new Contact { Name = "Aurelio Echeverry" });
        await desk.AddAsync(new Contact { Name = "Rosa Cortés Niño", Document = "CC 52123456", Email = "rosa@casa.example", Reserved = true });

        Assert.True((await desk.PairsAsync(PartyKind.Person)).Reading);
        Assert.Equal(7, await desk.Get<FindPairs>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await desk.Get<FindPairs>().RunAsync(CancellationToken.None));

        var found = await desk.PairsAsync(PartyKind.Person);
        Assert.False(found.Reading);
        Assert.Equal(
            [
                ("Rosa Cortés Niño", "Rosa Cortez", PairReasons.SameEmail | PairReasons.SameTelephone | PairReasons.NearName), ("Rosa Cortés Niño", "ROSA", PairReasons.SameDocument),
                ("Aurelio Echeveri", "Aurelio Echeverry", PairReasons.NearName), ("Aurelio Echeverri", "Aurelio Echeverry", PairReasons.NearName), ("Rosa Cortez", "Pedro Vargas", PairReasons.SameTelephone),
            ],
            found.Pairs.Select(pair => (pair.First.Name, pair.Second.Name, pair.Reasons)));
    }

    [SkippableTheory, Engines]
    public async Task That_two_are_two_is_remembered_and_can_be_taken_back(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var one = await desk.PersonAsync("Rosa Cortés", null, House.Email("rosa@casa.example"));
        var other = await desk.PersonAsync("Luis Peña", null, House.Email("luis@casa.example"), House.Email("rosa@casa.example"));
        Assert.Single((await desk.PairsAsync(PartyKind.Person)).Pairs);
        var apart = desk.Get<TellPartiesApart>();

        Assert.Null(await apart.RunAsync(PartyKind.Person, other, one, apart: true, House.Lead, CancellationToken.None));

        var sight = await desk.SightAsync(PartyKind.Person, one);
        await desk.Get<KeepParties>().SaveAsync(PartyKind.Person, one, sight.Version, sight.Details with { Name = "Rosa Cortés Niño" }, House.Lead, CancellationToken.None);
        await desk.Get<FindPairs>().RunAsync(CancellationToken.None);
        var list = await desk.PairsAsync(PartyKind.Person);
        Assert.Empty(list.Pairs);
        Assert.Equal(("Rosa Cortés Niño", "Luis Peña", "Gloria Zuluaga"), list.Apart.Select(each => (each.First, each.Second, each.By)).Single());

        Assert.Null(await apart.RunAsync(PartyKind.Person, one, other, apart: false, House.Lead, CancellationToken.None));
        Assert.Single((await desk.PairsAsync(PartyKind.Person)).Pairs);
        Assert.NotNull(await apart.RunAsync(PartyKind.Organisation, one, other, apart: true, House.Lead, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task What_does_not_speak_for_it_any_more_is_no_pair_any_more(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.OrganisationAsync("Aguas del Norte", "NIT 800197268-4");
        var other = await desk.OrganisationAsync("Aguas del Norte Limitada", null);
        Assert.Equal(PairReasons.NearName, Assert.Single((await desk.PairsAsync(PartyKind.Organisation)).Pairs).Reasons);
        Assert.Equal(1, (await desk.SightAsync(PartyKind.Organisation, other)).Pairs);

        await desk.Get<KeepParties>().SaveAsync(PartyKind.Organisation, other, 1, new() { Name = "Panadería Trigo de Oro" }, House.Lead, CancellationToken.None);

        Assert.Empty((await desk.PairsAsync(PartyKind.Organisation)).Pairs);
    }
}
