using Bunit;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Searching;

public sealed class QuickListTests : PageTest
{
    [SkippableTheory, Engines]
    public async Task Cases_and_people_are_found_by_some_letters(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var luis = await desk.HireAsync("Luis Peña");
        var number = (await desk.FileAsync()).Number;
        var find = desk.Get<FindQuickly>();

        var finds = await AskAsync("duplicado fact");
        Assert.Equal(number, Assert.Single(finds.Cases).Number);
        Assert.Equal(number, Assert.Single((await AskAsync(number)).Cases).Number);

        Assert.Equal(["María Íñiguez"], (await AskAsync("iñig")).People.Select(person => person.Name));
        var staff = Assert.Single((await AskAsync("pena lu")).People);
        Assert.True(staff.OfStaff);
        Assert.Equal(luis.Id, Assert.Single(staff.Cases.OwnerId!.Values));

        foreach (var nothing in (string[])["", "   ", "zzzz", new('x', 500), "\0", "' OR 1=1 --"])
            Assert.Empty((await AskAsync(nothing)).Cases);
        Assert.Equal(QuickFinds.None, await find.RunAsync(number, Reader.Nobody, CancellationToken.None));

        Task<QuickFinds> AskAsync(string text) => find.RunAsync(text, new Reader(AllTickets: true), CancellationToken.None);
    }

    [Fact]
    public async Task What_was_typed_in_a_case_is_read_and_never_run()
    {
        var number = (await Desk.FileAsync(Samples.Filing with { Subject = $"Cobro {Hostile}" })).Number;
        var list = Render<QuickList>(parameters => parameters.Add(each => each.Text, "cobro"));

        See(list, () => Assert.Equal(DeskUrls.TicketOf(number), list.Find("a[data-line]").GetAttribute("href")));
        AssertHarmless(list);
        Assert.Contains(list.FindAll("a[data-line]"), line => Words(line) == "Buscar «cobro» en todos los casos");
    }

    [Fact]
    public async Task Where_nothing_is_typed_nobody_waits()
    {
        await Desk.FileAsync(Samples.Filing with { Subject = "Cobro doble" });
        var list = Render<QuickList>(parameters => parameters.Add(each => each.Text, "cobro"));
        See(list, () => Assert.NotEmpty(list.FindAll("li .radicado")));

        list.Render(parameters => parameters.Add(each => each.Text, " "));

        Assert.Empty(list.FindAll("a"));
    }

    [Fact]
    public async Task A_document_finds_its_owners_cases_the_open_ones_first_and_none_that_are_reserved()
    {
        var rosa = Samples.Petitioner with { Name = "Rosa Cortés", Document = "CC 79.456.123", Email = "rosa@example.org", Telephone = null };
        var (open, closed) = ((await Desk.FileAsync(petitioner: rosa)).Number, (await Desk.FileAsync(petitioner: rosa)).Number);
        await Desk.AnswerAsync(closed);
        await Desk.FileAsync();
        await Desk.FileAsync(petitioner: rosa with { Reserved = true });

        var finds = await Desk.Get<FindQuickly>().RunAsync("79456123", new Reader(AllTickets: true), CancellationToken.None);

        Assert.Equal([open, closed], finds.Cases.Select(each => each.Number));
        Assert.Empty((await Desk.Get<FindQuickly>().RunAsync("79456123", Reader.Nobody, CancellationToken.None)).Cases);
    }
}
