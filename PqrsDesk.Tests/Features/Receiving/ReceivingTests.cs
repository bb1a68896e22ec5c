using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Features.Receiving;

public sealed class ReceivingTests
{
    private static ReceptionForm Spoken => new()
    {
        Name = "Rosa Cortés",
        Telephone = "300 123 4567",
        Kind = TicketKind.Complaint,
        Words = "El bus no paró. Le hice la señal y siguió derecho.",
        AreaId = Samples.FirstArea,
        Constancia = ConstanciaChoice.ReadOut,
    };

    [SkippableTheory, Engines]
    public async Task A_spoken_petition_is_filed_once_with_the_record_that_the_law_asks_for(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var form = Spoken;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => FileAsync(desk, form)));

        Assert.All(outcomes, outcome => Assert.Empty(outcome.Wrong));
        Assert.Single(outcomes.Select(outcome => (outcome.Constancia!.Receipt.Number, outcome.Constancia.Code.ToString())).Distinct());
        var ticket = Assert.Single(await desk.ReadAsync(db => db.Tickets.ToListAsync()));
        Assert.Equal((Channel.Telephone, "El bus no paró"), (ticket.Channel, ticket.Subject));
        var line = await desk.ReadAsync(db => db.Events.SingleAsync(each => each.TicketId == ticket.Id));
        var filed = Assert.IsType<TicketEvent.Filed>(line.Event);
        Assert.Equal((form.Words, new VerbalRecord(ConstanciaChoice.ReadOut), "Ana Restrepo"), (filed.Filing.Description, filed.Filing.Verbal, line.ByName));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        await using var desk = await TestDesk.StartAsync();

        var outcome = await FileAsync(desk, new() { AreaId = Samples.FirstArea, Name = "Rosa", AnswerChannel = AnswerChannel.Email, Channel = Channel.Web });

        Assert.Null(outcome.Constancia);
        Assert.Equal([RefusalCode.KindUnknown, RefusalCode.TextMissing, RefusalCode.NotSpoken, RefusalCode.AnswerAddressMissing],
            outcome.Wrong.Select(refusal => refusal.Code));
    }

    [SkippableTheory, Engines]
    public async Task Who_is_recognised_is_not_doubled_and_keeps_what_was_known(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var known = await desk.AddAsync(new Contact { Name = "Rosa Cortés", Telephone = "300 123 4567" });
        var form = Spoken;
        (form.KnownId, form.Telephone, form.Email) = (known.Id, "311 000 0000", "rosa@example.org");

        var number = (await FileAsync(desk, form)).Constancia!.Receipt.Number;

        var contact = Assert.Single(await desk.ReadAsync(db => db.Contacts.ToListAsync()));
        Assert.Equal(("300 123 4567", "rosa@example.org"), (contact.Telephone, contact.Email));
        Assert.Equal(known.Id, (await desk.TicketAsync(number)).PetitionerId);
        Assert.Equal(known.Id, Assert.Single(await desk.Get<FindContacts>().RunAsync("rosa@example.org", CancellationToken.None)).Id);
    }

    [Fact]
    public async Task What_is_said_of_a_case_goes_to_that_case_of_that_person_only()
    {
        await using var desk = await TestDesk.StartAsync();
        var number = (await desk.FileAsync()).Number;
        var contact = (await desk.TicketAsync(number)).PetitionerId!.Value;
        var add = desk.Get<AddSpoken>();

        Assert.IsType<Decision.Refused>(await add.RunAsync(number, contact + 1, "No es mío.", Samples.Someone(), CancellationToken.None));
        Assert.IsType<Decision.Refused>(await add.RunAsync(number, contact, " ", Samples.Someone(), CancellationToken.None));
        Assert.True((await add.RunAsync(number, contact, "También el de abril.", Samples.Someone(), CancellationToken.None)).Succeeded);

        Assert.Equal("También el de abril.", Assert.IsType<TicketEvent.PetitionerResponded>((await desk.LogAsync(number))[^1]).Text);
        var theirs = await desk.Get<ReadCaller>().RunAsync(contact, new Reader(AllTickets: true), CancellationToken.None);
        Assert.Equal((1, 0, number), (theirs.OpenCount, theirs.DoneCount, theirs.Open[0].Number));
    }

    [SkippableTheory, Engines]
    public async Task A_box_is_registered_with_its_minutes_and_each_paper_filed_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var form = await BoxAsync(desk);
        var by = Samples.Someone();

        var first = await desk.Get<RegisterBox>().RunAsync(form, by, CancellationToken.None);
        var again = await desk.Get<RegisterBox>().RunAsync(form, by, CancellationToken.None);

        Assert.Equal((2, 2, first.OpeningId), (first.Filed, again.Filed, again.OpeningId));
        Assert.Empty(first.Wrong);
        var sheet = (await desk.Get<ReadBoxes>().SheetAsync(first.OpeningId!.Value, CancellationToken.None))!;
        Assert.Equal(("Centro", 2, "Ana Restrepo"), (sheet.Branch, sheet.Papers, sheet.RegisteredBy));
        Assert.Equal([(1, 1), (2, 3)], sheet.Labels.Select(label => (label.Row!.Value, label.Folios!.Value)));
        var tickets = await desk.ReadAsync(db => db.Tickets.OrderBy(ticket => ticket.Id).ToListAsync());
        Assert.Equal([(null, Channel.SuggestionBox, form.BranchId), ("Rosa Cortés", Channel.SuggestionBox, form.BranchId)], tickets.Select(ticket => (ticket.PetitionerName, ticket.Channel, ticket.BranchId)));
        Assert.Equal(new PaperRecord(first.OpeningId.Value, form.OpenedOn, 2, 3), Assert.IsType<TicketEvent.Filed>((await desk.LogAsync(tickets[1].Number))[0]).Filing.Paper);
    }

    [Fact]
    public async Task Minutes_that_do_not_hold_and_papers_without_words_file_nothing()
    {
        await using var desk = await TestDesk.StartAsync();
        var form = await BoxAsync(desk);
        (form.Papers, form.Openers, form.Rows[1].Words, form.Rows[0].Folios) = (3, "", "", 0);

        var outcome = await desk.Get<RegisterBox>().RunAsync(form, Samples.Someone(), CancellationToken.None);

        Assert.Equal([(null, RefusalCode.OpenersMissing), (1, RefusalCode.FoliosInvalid), (2, RefusalCode.TextMissing)], outcome.Wrong.Select(fault => (fault.Row, fault.Refusal.Code)));
        form.Openers = "Ana";
        Assert.Contains((await desk.Get<RegisterBox>().RunAsync(form, Samples.Someone(), CancellationToken.None)).Wrong, fault => fault.Refusal.Code == RefusalCode.PapersMiscounted);
        Assert.Equal(0, await desk.ReadAsync(db => db.BoxOpenings.CountAsync()) + await desk.ReadAsync(db => db.Tickets.CountAsync()));
    }

    [Fact]
    public async Task A_paper_that_is_refused_half_way_is_gone_on_with_and_none_filed_twice()
    {
        await using var desk = await TestDesk.StartAsync();
        var form = await BoxAsync(desk);
        var area = form.AreaId;
        form.AreaId = 999;
        var refused = await desk.Get<RegisterBox>().RunAsync(form, Samples.Someone(), CancellationToken.None);
        Assert.Equal((0, RefusalCode.AreaUnknown), (refused.Filed, refused.Wrong[0].Refusal.Code));

        form.AreaId = area;
        var done = await desk.Get<RegisterBox>().RunAsync(form, Samples.Someone(), CancellationToken.None);

        Assert.Equal((refused.OpeningId, 2), (done.OpeningId, done.Filed));
        Assert.Equal((1, 2), (await desk.ReadAsync(db => db.BoxOpenings.CountAsync()), await desk.ReadAsync(db => db.Tickets.CountAsync())));
    }

    [Theory]
    [InlineData("El bus no paró. Le hice la señal.", "", "El bus no paró")]
    [InlineData("  Dos\n líneas  ", "", "Dos líneas")]
    [InlineData("Sí. Luego vino el resto", "", "Sí. Luego vino el resto")]
    [InlineData("El bus no paró.", "Ruta 40", "Ruta 40")]
    public void A_heading_that_nobody_wrote_is_the_first_words(string words, string subject, string heading) =>
        Assert.Equal(heading, new ReceptionForm { Words = words, Subject = subject }.ToFiling().Subject);

    [Fact]
    public void A_heading_ends_with_a_word_and_within_the_limit()
    {
        var heading = new ReceptionForm { Words = string.Concat(Enumerable.Repeat("palabra 😀 ", 60)) }.ToFiling().Subject;

        Assert.EndsWith("…", heading, StringComparison.Ordinal);
        Assert.InRange(heading.Length, 40, Filing.SubjectLimit);
    }

    private static Task<SpokenOutcome> FileAsync(TestDesk desk, ReceptionForm form) => desk.Get<FileSpoken>().RunAsync(form, Samples.Someone(), CancellationToken.None);

    private static async Task<BoxForm> BoxAsync(TestDesk desk)
    {
        var branch = await desk.AddAsync(new Branch { Key = "centro", Name = "Centro" });
        return new()
        {
            BranchId = branch.Id,
            AreaId = Samples.FirstArea,
            OpenedOn = new(2026, 3, 2),
            Openers = "Ana Restrepo, coordinadora; Luis Mora, testigo",
            Papers = 2,
            Rows = [new() { Words = "Más sillas en la sala." }, new() { Words = "La fila no avanza.", Kind = TicketKind.Complaint, Name = "Rosa Cortés", Contact = "300 123 4567", Folios = 3 }],
        };
    }
}
