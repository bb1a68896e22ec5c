using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Testing;
using Xunit;

namespace PqrsDesk.Infrastructure.Search;

public sealed class TicketSearchTests
{
    private static readonly Reader Staff = Reader.Of(Samples.Someone());

    [SkippableTheory, Engines]
    public async Task Accents_and_case_do_not_matter_and_only_the_last_word_may_be_begun(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync(Samples.Filing with { Subject = "Señalización dañada en la VÍA" })).Number;
        await desk.FileAsync();

        foreach (var typed in (string[])["senalizacion", "SEÑALIZACIÓN dañada", "via señal", "maria via", $"{number} via", number, number.ToLowerInvariant(), "000001", "00000", "1"])
            Assert.Contains(number, await FindAsync(desk, typed));
        foreach (var typed in (string[])["señal via", "alizacion", "via rota", "2"])
            Assert.DoesNotContain(number, await FindAsync(desk, typed));
    }

    [SkippableTheory, Engines]
    public async Task The_number_comes_first_then_whole_words_of_the_head_then_elsewhere_then_begun_ones(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var numbered = await FileAsync("Otra cosa", "Nada más.");
        var inHead = await FileAsync("Cuenta 1 cobrada", "Nada más.");
        var inBody = await FileAsync("Otra cosa", "Pagué 1 sola.");
        Assert.Equal([numbered, inBody, inHead], [.. (await FindAsync(desk, "1")).Take(1), .. (await FindAsync(desk, "1")).Skip(1).Order(StringComparer.Ordinal).Reverse()]);
        Assert.Equal([numbered, inHead, inBody], await FindAsync(desk, "1"));

        var begunBody = await FileAsync("Otra cosa", "Los lamparones del parque.");
        var begunHead = await FileAsync("Lámparas apagadas", "Nada más.");
        var wholeBody = await FileAsync("Otra cosa", "La lámpara del parque.");
        var wholeHead = await FileAsync("Lámpara apagada", "Nada más.");
        var newestWholeHead = await FileAsync("Lámpara rota", "Nada más.");
        Assert.Equal([newestWholeHead, wholeHead, wholeBody, begunHead], await FindAsync(desk, "lampara"));
        Assert.Equal([newestWholeHead, wholeHead, begunHead, wholeBody, begunBody], await FindAsync(desk, "lampar"));

        async Task<string> FileAsync(string subject, string description) => (await desk.FileAsync(Samples.Filing with { Subject = subject, Description = description }, Samples.Nobody)).Number;
    }

    [SkippableTheory, Engines]
    public async Task What_is_said_to_and_by_the_petitioner_is_found_from_its_commit_on_and_notes_never(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;
        Assert.Empty(await FindAsync(desk, "reintegro"));

        await desk.ReplyAsync(number, "Tramitamos el reintegro.");
        await desk.HearAsync(number, "Quedo pendiente del consignado.");
        await desk.NoteAsync(number, "Sospecha de fraude.");
        await desk.AnswerAsync(number, "Se hizo la transferencia.");

        foreach (var typed in (string[])["reintegro", "consignado", "transfer", "reintegro consignado factura febrero iniguez"])
            Assert.Equal([number], await FindAsync(desk, typed));
        Assert.Empty(await FindAsync(desk, "fraude"));
    }

    [SkippableTheory, Engines]
    public async Task What_is_rolled_back_leaves_no_row(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync()).Number;

        await desk.Get<DeskWriter>().RunAsync(async db =>
        {
            var ticket = await db.Tickets.Include(t => t.Deadlines).Include(t => t.Pauses).SingleAsync(t => t.Number == number);
            var book = await desk.BookAsync();
            ticket.Reply("Palabra pasajera.", book, Moment.Of(desk.Clock.Now, book.Zone, Samples.Someone()));
            await db.SaveChangesAsync();
            return false;
        }, CancellationToken.None, keep => keep);

        Assert.Empty(await FindAsync(desk, "pasajera"));
        Assert.Equal([number], await FindAsync(desk, "factura"));
    }

    [SkippableTheory, Engines]
    public async Task Who_may_see_nothing_finds_nothing(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        await desk.FileAsync();

        foreach (var reader in (Reader[])[Reader.Nobody, Reader.Of(null), Reader.Of(Actor.Petitioner("María Íñiguez"))])
        {
            Assert.Empty((await desk.Get<ITicketSearch>().FindAsync(WordQuery.Read("factura"), reader, all => all, null, 20, CancellationToken.None)).Ids);
            Assert.Equal(new SearchCount(0, false), await desk.Get<ITicketSearch>().CountAsync(WordQuery.Read("factura"), reader, CancellationToken.None));
        }
    }

    [SkippableTheory, Engines]
    public async Task Pages_join_without_gap_or_double_over_the_tiers(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        for (var i = 0; i < 9; i++)
            await desk.FileAsync(Samples.Filing with { Subject = i % 3 == 0 ? "Poste caído" : "Otra cosa", Description = i % 3 == 1 ? "Un poste." : "Los postes." });
        var whole = await FindAsync(desk, "poste");

        var (pages, place) = (new List<long>(), (SearchPlace?)null);
        do
        {
            var page = await desk.Get<ITicketSearch>().FindAsync(WordQuery.Read("poste"), Staff, all => all, place, 2, CancellationToken.None);
            pages.AddRange(page.Ids);
            place = page.Next;
        }
        while (place is not null && pages.Count < 50);

        Assert.Equal(9, whole.Count);
        Assert.Equal(whole, await NumbersAsync(desk, pages));
        Assert.Equal(new SearchCount(9, false), await desk.Get<ITicketSearch>().CountAsync(WordQuery.Read("poste"), Staff, CancellationToken.None));
    }

    [SkippableTheory, Engines]
    public async Task Nothing_that_is_typed_breaks_it(Engine engine)
    {
        await using var desk = await TestDesk.StartAsync(engine);
        var number = (await desk.FileAsync(Samples.Filing with { Subject = "Correo maria.perez+pqr@example.org y NIT 900.123.456-7" })).Number;
        string[] hostile =
        [
            "\"", "'", "a OR b", "NOT", "AND AND", "NEAR(a b)", "a*", "*", ":", "head:x", "^x", "((", "))", "-", "--", "{1}", "{0}", "a & b | !c", "<->", ":*", "\\", "\\'",
            "\0", "a\0b", "🙂", "\ud83d", "%", "_", "; DROP TABLE \"Tickets\"", "¶maria", "№1", "§0", "' || '", new string('(', 5_000), new string('á', 5_000), string.Join(' ', Enumerable.Range(0, 100)),
        ];

        foreach (var typed in hostile)
        {
            await FindAsync(desk, typed);
            await desk.Get<ITicketSearch>().CountAsync(WordQuery.Read(typed), Staff, CancellationToken.None);
        }

        Assert.Equal([number], await FindAsync(desk, "maria.perez+pqr@example.org"));
        Assert.Equal([number], await FindAsync(desk, "900.123.456-7"));
        Assert.Empty(await FindAsync(desk, "\" - : *"));
    }

    internal static async Task<List<string>> FindAsync(AnyDesk desk, string typed) =>
        await NumbersAsync(desk, (await desk.Get<ITicketSearch>().FindAsync(WordQuery.Read(typed), Staff, all => all, null, 100, CancellationToken.None)).Ids);

    private static async Task<List<string>> NumbersAsync(AnyDesk desk, IReadOnlyList<long> ids)
    {
        var numbers = await desk.ReadAsync(db => db.Tickets.ToDictionaryAsync(ticket => ticket.Id, ticket => ticket.Number));
        return [.. ids.Select(id => numbers[id])];
    }
}
