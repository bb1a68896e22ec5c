using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Customers;

public sealed class KeepPartiesTests
{
    [SkippableTheory, Engines]
    public async Task Somebody_has_several_points_and_the_preferred_one_is_what_cases_and_letters_go_by(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.PersonAsync(new PartyDetails
        {
            Name = "  Rosa Cortés ",
            DocumentType = DocumentType.CitizenCard,
            Document = "52.123.456",
            Points =
            [
                House.Email("rosa@casa.example", PointUse.Personal), House.Email("rosa@oficina.example", PointUse.Work) with { Preferred = true }, House.Telephone("300 123 4567"),
                House.Telephone("601 765 4321"), House.Address("Cra 7 # 12-34", "Bogotá"), House.Address("", "Chía"), House.Telephone("300 123 4567"), House.Email(" "),
            ],
        });

        var kept = await desk.ReadAsync(db => db.Contacts.Include(contact => contact.OtherPoints).SingleAsync());
        Assert.Equal(("Rosa Cortés", "CC 52123456", "rosa@oficina.example", PointUse.Work, "300 123 4567", "Cra 7 # 12-34", "Bogotá"),
            (kept.Name, kept.Document, kept.Email, kept.EmailUse, kept.Telephone, kept.Address, kept.Municipality));
        Assert.Equal(["rosa@casa.example", "601 765 4321", ""], kept.OtherPoints.OrderBy(point => point.Kind).ThenBy(point => point.Id).Select(point => point.Value));

        var details = PartyDetails.Of(kept);
        await desk.Get<KeepParties>().SaveAsync(PartyKind.Person, id, kept.Version, details with { Points = [details.Points[0], House.Telephone("3109998877")] }, House.Lead, CancellationToken.None);

        Assert.Equal(0, await desk.ReadAsync(db => db.ContactPoints.CountAsync()));
        Assert.Equal("3109998877", await desk.ReadAsync(db => db.Contacts.Select(contact => contact.Telephone).SingleAsync()));
        Assert.Empty(await desk.Get<FindContacts>().RunAsync("3001234567", CancellationToken.None));
        Assert.Single(await desk.Get<FindContacts>().RunAsync("310 999 88", CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task A_change_that_another_was_quicker_with_is_told_and_writes_nothing_over(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.OrganisationAsync("Acueducto de Villa Clara");
        var seen = (await desk.SightAsync(PartyKind.Organisation, id)).Version;
        var keep = desk.Get<KeepParties>();
        Assert.Null((await keep.SaveAsync(PartyKind.Organisation, id, seen, new() { Name = "Acueducto", Category = ServiceLevel.Critical }, House.Lead, CancellationToken.None)).Refusal);

        var late = await keep.SaveAsync(PartyKind.Organisation, id, seen, new() { Name = "Otro nombre" }, Samples.Someone(Role.Admin), CancellationToken.None);

        Assert.Equal(new Refusal(RefusalCode.PartyChanged, null, "Gloria Zuluaga"), late.Refusal);
        Assert.Equal(("Acueducto", ServiceLevel.Critical), await desk.ReadAsync(async db => await db.Customers.Select(each => new { each.Name, each.ServiceLevel }).SingleAsync() is var one ? (one.Name, one.ServiceLevel) : default));
    }

    [SkippableTheory, Engines]
    public async Task Of_many_who_change_the_same_at_once_one_is_first_and_the_others_are_told(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.PersonAsync("Rosa Cortés", null);
        var seen = (await desk.SightAsync(PartyKind.Person, id)).Version;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(at =>
            desk.Get<KeepParties>().SaveAsync(PartyKind.Person, id, seen, new() { Name = $"Rosa {at}" }, Samples.Someone(), CancellationToken.None)));

        Assert.Single(outcomes, outcome => outcome.Refusal is null);
        Assert.Equal(7, outcomes.Count(outcome => outcome.Refusal?.Code == RefusalCode.PartyChanged));
    }

    [Fact]
    public async Task What_is_wrong_is_refused_with_its_field()
    {
        await using var desk = await TestDesk.StartAsync();
        await desk.OrganisationAsync("Álvarez y Cía", "NIT 800197268-4");
        var good = new PartyDetails { Name = "Nueva" };

        Assert.Equal((RefusalCode.NameMissing, "Name"), await SaveAsync(desk, good with { Name = " " }));
        Assert.Equal((RefusalCode.NameTaken, "Name"), await SaveAsync(desk, good with { Name = "ALVAREZ Y CIA" }));
        Assert.Equal((RefusalCode.DocumentTaken, "Document"), await SaveAsync(desk, good with { Document = "nit 800.197.268" }));
        Assert.Equal((RefusalCode.CheckDigitWrong, "Document"), await SaveAsync(desk, good with { DocumentType = DocumentType.Nit, Document = "800197268-5" }));
        Assert.Equal((RefusalCode.EmailInvalid, "Points[1]"), await SaveAsync(desk, good with { Points = [House.Telephone("3001234567"), House.Email("no es correo")] }));
        Assert.Equal((RefusalCode.TelephoneInvalid, "Points[0]"), await SaveAsync(desk, good with { Points = [House.Telephone("llámame")] }));
        Assert.Equal((RefusalCode.TextTooLong, "Name"), await SaveAsync(desk, good with { Name = new string('ñ', 100_000) }));
        Assert.Equal((RefusalCode.TextTooLong, "Points[0]"), await SaveAsync(desk, good with { Points = [House.Address(new string('a', 201))] }));
        Assert.Equal((RefusalCode.TooManyPoints, "Points"), await SaveAsync(desk, good with { Points = [.. Enumerable.Range(0, 31).Select(at => House.Telephone($"30012345{at:00}"))] }));
        Assert.Equal(RefusalCode.RoleTooLow, (await desk.Get<KeepParties>().SaveAsync(PartyKind.Organisation, null, null, good, Samples.Someone(), CancellationToken.None)).Refusal?.Code);
        Assert.Equal(RefusalCode.CustomerUnknown, (await desk.Get<KeepParties>().SaveAsync(PartyKind.Person, null, null, good with { CustomerId = 99 }, Samples.Someone(), CancellationToken.None)).Refusal?.Code);
    }

    [SkippableTheory, Engines]
    public async Task Hostile_text_is_kept_as_it_is_and_found(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var id = await desk.PersonAsync("<script>alert(1)</script> \u202Egnp.exe 🦜 Zoilo\0", null, House.Address("Calle\0 5"));

        await desk.Get<KeepParties>().NoteAsync(PartyKind.Person, id, "=cmd()\0\u202E<b>", Samples.Someone(), CancellationToken.None);

        Assert.Equal("<script>alert(1)</script> \u202Egnp.exe 🦜 Zoilo", (await desk.SightAsync(PartyKind.Person, id)).Details.Name);
        Assert.Equal("=cmd()\u202E<b>", Assert.Single((await desk.SightAsync(PartyKind.Person, id)).Notes).Text);
        Assert.Single((await desk.Get<ListParties>().PeopleAsync(new("zoilo"), null, 50, CancellationToken.None)).Lines);
    }

    private static async Task<(RefusalCode?, string?)> SaveAsync(TestDesk desk, PartyDetails details)
    {
        var refusal = (await desk.Get<KeepParties>().SaveAsync(PartyKind.Organisation, null, null, details, House.Lead, CancellationToken.None)).Refusal;
        return (refusal?.Code, refusal?.Field);
    }
}
