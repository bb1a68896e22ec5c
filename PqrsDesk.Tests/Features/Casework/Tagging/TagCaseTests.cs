using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.CaseFiles;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using PqrsDesk.Ui;
using Xunit;

namespace PqrsDesk.Features.Casework.Tagging;

public sealed class TagCaseTests
{
    private static readonly TicketFilter Any = new() { Scope = TicketScope.Any };

    [SkippableTheory, Engines]
    public async Task A_tag_is_found_in_whatever_letters_by_the_store_as_by_the_ticket(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, two, three) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await TagAsync(desk, one, "Facturación doble", "App");
        await TagAsync(desk, two, "facturacion  DOBLE");
        await desk.AnswerAsync(two);

        // The second is written as the house writes it already.
        Assert.Equal(["Facturación doble"], (await desk.TicketAsync(two)).CaseFile!.Tags);
        var tickets = await desk.ReadAsync(db => db.Tickets.AsNoTracking().ToListAsync());
        foreach (var (filter, expected) in new[] { (Any with { Tag = "FACTURACION DOBLE" }, new[] { one, two }), (new() { Tag = "facturación doble" }, [one]), (Any with { Tag = "otra" }, []) })
        {
            Assert.Equal(expected, await desk.ReadAsync(db => db.Tickets.Matching(filter, default, default).OrderBy(t => t.Id).Select(t => t.Number).ToListAsync()));
            Assert.Equal(expected, tickets.Where(t => filter.Matches(t, default, default)).OrderBy(t => t.Id).Select(t => t.Number));
            Assert.Equal(filter, FilterAddress.Read(FilterAddress.Of(filter)));
        }

        Assert.Equal(2, await desk.Get<TagCase>().RunAsync(one, [], ["facturacion doble"], Samples.Someone(), CancellationToken.None) is { Succeeded: true } ? (await desk.ReadAsync(db => db.CaseTags.CountAsync())) : 0);
        Assert.Null((await desk.TicketAsync(three)).CaseFile);
        Assert.Equal(RefusalCode.TicketNotFound, await desk.Get<TagCase>().RunAsync("NADA-1", ["a"], [], Samples.Someone(), CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task What_is_begun_is_offered_the_most_used_first(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var (one, two) = ((await desk.FileAsync()).Number, (await desk.FileAsync()).Number);
        await TagAsync(desk, one, "cobro", "Cóbro doble", "cobr%", "app", "cobro 👩‍👧");
        await TagAsync(desk, two, "cobro doble");
        var read = desk.Get<ReadTags>();

        Assert.Equal(["Cóbro doble", "cobr%", "cobro", "cobro 👩‍👧"], (await read.BeginningAsync(" COBR", CancellationToken.None)).Select(line => line.Name));
        Assert.Equal(["cobr%"], (await read.BeginningAsync("cobr%", CancellationToken.None)).Select(line => line.Name));
        Assert.Empty(await read.BeginningAsync(" ", CancellationToken.None));
        Assert.Empty(await read.BeginningAsync(new string('a', 100_000), CancellationToken.None));
        Assert.Equal(("cobro doble", 2), (await read.AllAsync(CancellationToken.None))[0] is var first ? (first.Key, first.Cases) : default);
    }

    [SkippableTheory, Engines]
    public async Task A_lead_renames_a_tag_and_makes_two_one_and_each_case_says_so(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbers = new List<string>();
        for (var each = 0; each < 5; each++) numbers.Add((await desk.FileAsync()).Number);
        foreach (var number in numbers) await TagAsync(desk, number, "cobro");
        await TagAsync(desk, numbers[0], "Cobros");
        var rename = desk.Get<RenameTag>();

        Assert.Equal((0, RefusalCode.RoleTooLow), await rename.RunAsync("cobro", "Cobros", Samples.Someone(), CancellationToken.None) is var refused ? (refused.Cases, refused.Refusal!.Code) : default);
        Assert.Equal((0, RefusalCode.TagInvalid), await rename.RunAsync("cobro", " ", Samples.Someone(Role.Lead), CancellationToken.None) is var empty ? (empty.Cases, empty.Refusal!.Code) : default);
        Assert.Equal((5, null), await rename.RunAsync("COBRO", "Cobros", Samples.Someone(Role.Lead), CancellationToken.None));
        foreach (var number in numbers) Assert.Equal(["Cobros"], (await desk.TicketAsync(number)).CaseFile!.Tags);
        Assert.Equal(["Cobros"], (await desk.Get<ReadTags>().AllAsync(CancellationToken.None)).Select(line => line.Name));
        var log = (await desk.LogAsync(numbers[0])).OfType<TicketEvent.TagsChanged>().Last();
        Assert.Empty(log.Added);
        Assert.Equal(["cobro"], log.Removed);

        // Only written otherwise.
        Assert.Equal((5, null), await rename.RunAsync("Cobros", "COBROS", Samples.Someone(Role.Lead), CancellationToken.None));
        Assert.Equal((0, null), await rename.RunAsync("Cobros", "COBROS", Samples.Someone(Role.Lead), CancellationToken.None));
        var stored = await desk.TicketAsync(numbers[0]);
        Assert.Equal(TicketWords.Of(stored), TicketWords.Of(Ticket.Rebuild(stored.Events, await desk.BookAsync())));
    }

    private static async Task TagAsync(TestDesk desk, string number, params string?[] tags) =>
        Assert.Equal(Decision.Ok, await desk.Get<TagCase>().RunAsync(number, tags, [], Samples.Someone(), CancellationToken.None));
}
