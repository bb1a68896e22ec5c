using Microsoft.EntityFrameworkCore;
using PqrsDesk.Bench;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.People;
using PqrsDesk.Testing;
using Xunit;
using static PqrsDesk.Infrastructure.Likeness.AlikeTexts;

namespace PqrsDesk.Infrastructure.Likeness;

public sealed class SignTextsTests
{
    [SkippableTheory, Engines]
    public async Task What_nearly_says_the_same_belongs_to_the_first_that_said_it_however_the_log_is_read(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var sign = desk.Get<SignTexts>();
        Assert.Equal(0, await sign.RunAsync(CancellationToken.None));
        var first = await FileAsync(desk, Water);
        var dark = await FileAsync(desk, Dark);
        Assert.Equal(2, await sign.RunAsync(CancellationToken.None));
        var copy = await FileAsync(desk, $"Señores, cordial saludo.\n{Water}\nGracias, Luis");
        await desk.ReplyAsync("PQRS-2026-000001");
        var misspelt = await FileAsync(desk, Water.Replace("olor", "holor", StringComparison.Ordinal));
        var little = await FileAsync(desk, "No funciona");
        await FileAsync(desk, "No funciona");

        // A node that is new on duty goes on where the other stood.
        await using var node = desk.AnotherNode();
        Assert.Equal(4, await node.Get<SignTexts>().RunAsync(CancellationToken.None));
        Assert.Equal(0, await sign.RunAsync(CancellationToken.None));

        var groups = await desk.ReadAsync(db => db.TextSignatures.AsNoTracking().ToDictionaryAsync(signature => signature.TicketId));
        Assert.Equal([first, first, first], new[] { first, copy, misspelt }.Select(id => groups[id].GroupId!.Value));
        Assert.Equal(dark, groups[dark].GroupId);
        Assert.Null(groups[little].GroupId);
        Assert.Equal(100, groups[copy].Percent);
        Assert.InRange(groups[misspelt].Percent, 75, 99);

        // Only the first of a group is kept to be found: ten thousand copies are one.
        Assert.Equal([first, dark], await desk.ReadAsync(db => db.TextBands.Select(band => band.TicketId).Distinct().OrderBy(id => id).ToListAsync()));
    }

    [SkippableTheory, Engines]
    public async Task Two_nodes_at_once_read_each_filing_once(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        for (var i = 0; i < 30; i++) await FileAsync(desk, i % 3 == 0 ? Water : $"{Dark} Poste {i * 7919}");
        await using var node = desk.AnotherNode();

        var read = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (i % 2 == 0 ? desk : node).Get<SignTexts>().RunAsync(CancellationToken.None)));

        Assert.Equal(30, read.Sum());
        Assert.Equal(30, await desk.ReadAsync(db => db.TextSignatures.CountAsync()));
        Assert.Equal(10, await desk.ReadAsync(db => db.TextSignatures.CountAsync(signature => signature.GroupId == 1)));
    }

    [SkippableTheory, Engines]
    public async Task A_history_is_filled_in_piece_by_piece_and_no_question_reads_a_whole_table(Engine engine)
    {
        const int tickets = 6_000;
        await using var desk = await TestDesk.StartAsync(engine);
        await ManyTickets.FillAsync(desk, tickets, desk.Clock.Now);
        Assert.Equal(tickets, await desk.Get<SignTexts>().RunAsync(CancellationToken.None));
        var copied = await FileAsync(desk, Water);
        await desk.Get<SignTexts>().RunAsync(CancellationToken.None);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Postgres ? "VACUUM ANALYZE" : "ANALYZE"));
        var overheard = new Persistence.Overheard(engine, desk.Connection);
        var find = new FindAlike(overheard);

        var some = await desk.ReadAsync(db => db.Tickets.Where(t => t.Id % 1_500 == 7 || t.Id == copied).Select(t => t.Number).ToListAsync());
        foreach (var number in some) await find.OfTicketAsync(number, new(AllTickets: true), CancellationToken.None);
        var found = await find.OfDraftAsync(Samples.Petitioner, "", Water, desk.Clock.Now, new(AllTickets: true), CancellationToken.None);

        Assert.Equal(copied, Assert.Single(found).Id);
        string[] tables = ["Tickets", "Events", "SearchRows", "TextSignatures", "TextBands", "Contacts", "ContactWords"];
        var plans = await overheard.PlansAsync();
        Assert.NotEmpty(plans);
        foreach (var (sql, plan) in plans)
            foreach (var line in plan)
                foreach (var table in tables)
                    Assert.False(line.Contains($"Seq Scan on {table} ", StringComparison.Ordinal) || IsScan(line, table), $"{line}\n{string.Join('\n', plan)}\n{sql}");
    }

    /// <summary>SQLite names a table by its letter in the statement; the word index and lists of parameters are walked as far as asked.</summary>
    private static bool IsScan(string line, string table) =>
        line.StartsWith("SCAN ", StringComparison.Ordinal) && !line.Contains("VIRTUAL TABLE", StringComparison.Ordinal)
        && line.Split(' ')[1].TrimEnd('0', '1', '2', '3').Equals(table[..1], StringComparison.OrdinalIgnoreCase);

    private static async Task<long> FileAsync(TestDesk desk, string text) => (await desk.FileAsync(Saying(text))).TicketId;
}
