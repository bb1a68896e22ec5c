using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>A random corpus: the index finds what the domain's own words say, in both engines, and again after it is built anew.</summary>
public sealed class SearchAgreementTests
{
    private const int Tickets = 400;
    private static readonly string[] Pieces = ["ca", "sa", "lú", "ño", "per", "co", "bró", "tá", "7", "40", "ri", "Z"];

    [SkippableTheory, Engines]
    public async Task The_index_finds_what_the_words_say_before_and_after_it_is_built_anew(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var chance = new Random(1755);
        for (var i = 0; i < Tickets; i++)
        {
            var number = (await desk.FileAsync(Samples.Filing with { Subject = Text(chance, 3), Description = Text(chance, 6) }, Samples.Petitioner with { Document = null, Email = null, Name = Text(chance, 2) })).Number;
            if (i % 5 == 0) await desk.ReplyAsync(number, Text(chance, 8));
        }

        var all = await desk.ReadAsync(db => db.Tickets.AsNoTracking().Include(t => t.Events).ToListAsync());
        var words = all.ToDictionary(t => t.Number, t => SearchedWords.Of(t.Events.OrderBy(line => line.Sequence).Select(line => line.Event)));
        var typed = Enumerable.Range(0, 120).Select(_ => Query(chance)).Append("pqrs-2026-0001").Append("123").ToList();
        var found = new Dictionary<string, List<string>>();
        foreach (var query in typed)
        {
            found[query] = await EveryAsync(desk, query);
            Assert.Equal(all.Select(t => t.Number).Where(number => WordQuery.Read(query).Matches(words[number])).Order(), found[query].Order());
        }

        Assert.Contains(found.Values, numbers => numbers.Count is > 5 and < Tickets / 2);
        var build = desk.Get<BuildSearch>();
        await build.BeginAgainAsync(CancellationToken.None);
        Assert.False((await build.ProgressAsync(CancellationToken.None)).Done);
        await build.RunAsync(_ => { }, CancellationToken.None);

        foreach (var query in typed) Assert.Equal(found[query], await EveryAsync(desk, query));
    }

    [SkippableTheory, Engines]
    public async Task A_desk_whose_index_is_empty_builds_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        await desk.Get<Persistence.DeskWriter>().RunAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "SearchRows" """);
            await db.Database.ExecuteSqlRawAsync("""DELETE FROM "SearchWords" """);
            return engine == Engine.Sqlite ? await db.Database.ExecuteSqlRawAsync("""INSERT INTO "SearchIndex" ("SearchIndex") VALUES ('delete-all')""") : 0;
        }, CancellationToken.None);
        Assert.Empty(await TicketSearchTests.FindAsync(desk, "factura"));

        await desk.Get<BuildSearch>().RunAsync(_ => { }, CancellationToken.None);

        Assert.Equal([number], await TicketSearchTests.FindAsync(desk, "factura"));
        Assert.Equal([number], await TicketSearchTests.FindAsync(desk, "factu"));
        Assert.True((await desk.Get<BuildSearch>().ProgressAsync(CancellationToken.None)).Done);
    }

    private static async Task<List<string>> EveryAsync(TestDesk desk, string query)
    {
        var ids = (await desk.Get<ITicketSearch>().FindAsync(WordQuery.Read(query), new(AllTickets: true), all => all, null, Tickets, CancellationToken.None)).Ids;
        var numbers = await desk.ReadAsync(db => db.Tickets.ToDictionaryAsync(t => t.Id, t => t.Number));
        return [.. ids.Select(id => numbers[id])];
    }

    private static string Text(Random chance, int words) => string.Join(chance.Next(4) == 0 ? ", " : " ", Enumerable.Range(0, words).Select(_ => Word(chance)));

    private static string Word(Random chance) => string.Concat(Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Pieces[Math.Min(chance.Next(Pieces.Length), chance.Next(Pieces.Length))]));

    private static string Query(Random chance) => string.Join(' ', Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Word(chance)));
}
