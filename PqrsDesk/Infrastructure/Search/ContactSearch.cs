using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Finds people by what was typed of them: every word begins one of theirs, or nearly, when nobody has them all.</summary>
public sealed class ContactSearch(IDbContextFactory<DeskDb> desk)
{
    /// <summary>A word that more people have than this does not lead: the rarest does.</summary>
    private const int Rare = 400;

    /// <summary>Where all words are common, so many of the first are held against the others.</summary>
    private const int MostLooked = 4_000;

    /// <summary>Words that begin with one letter, as far as they are looked through for one that is near.</summary>
    private const int MostWords = 3_000;
    private const int NearTaken = 8;

    /// <summary>Above every letter, in the order of both engines.</summary>
    private const string End = "\U0010FFFF";

    /// <returns>Numbers of contacts, those with a word just as it was typed first.</returns>
    public async Task<IReadOnlyList<int>> FindAsync(string? text, int limit, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        return (await ReadAsync(db, text, limit, cancel)).Found;
    }

    /// <summary>All whom it would find, for a list that narrows them further and reads them page by page.</summary>
    public async Task<IQueryable<Contact>> AmongAsync(DeskDb db, IQueryable<Contact> people, string? text, CancellationToken cancel)
    {
        IReadOnlyList<Wide> words = Typed(ContactQuery.Read(text));
        if (words.Count == 0) return people.Where(_ => false);
        if (!await With(db, db.Contacts, words).AnyAsync(cancel)) (words, _) = await ReadAsync(db, text, 1, cancel);
        return With(db, people, words);
    }

    /// <summary>Those who have all the words: the database looks for them, however many there are.</summary>
    private static IQueryable<Contact> With(DeskDb db, IQueryable<Contact> people, IReadOnlyList<Wide> words)
    {
        foreach (var word in words)
        {
            var theirs = word.Begun.Select(begun => Beginning(db.ContactWords, begun).Select(each => each.ContactId))
                .Concat(word.Near.Select(near => db.ContactWords.Where(each => each.Word == near).Select(each => each.ContactId))).Aggregate((some, more) => some.Union(more));
            people = people.Where(person => theirs.Contains(person.Id));
        }

        return people;
    }

    private static List<Wide> Typed(ContactQuery query) => [.. query.Words.Select(word => new Wide(word.Readings, []))];

    /// <summary>What was typed as it is taken, with slips where nobody has it as it stands, and some whom it finds.</summary>
    private static async Task<(IReadOnlyList<Wide> Words, List<int> Found)> ReadAsync(DeskDb db, string? text, int limit, CancellationToken cancel)
    {
        var query = ContactQuery.Read(text);
        if (query.Words.Count == 0) return ([], []);
        var words = Typed(query);
        var leads = new List<List<int>>();
        foreach (var word in words) leads.Add(await LeadAsync(db, word, Rare, cancel));
        if (await TogetherAsync(db, words, leads, limit, cancel) is { Count: > 0 } found) return (words, found);

        // First what nobody is called; only when all of it is somebody's, and no one's together, every word.
        var strange = query.Words.Select((word, at) => word.Letters && NearWords.MayBeMistyped(word.Readings[0]) && leads[at].Count == 0).ToList();
        var widened = strange.Contains(true) ? strange : query.Words.Count == 1 ? [false] : [.. query.Words.Select(word => word.Letters && NearWords.MayBeMistyped(word.Readings[0]))];
        for (var at = 0; at < words.Count; at++)
        {
            if (!widened[at]) continue;
            words[at] = words[at] with { Near = await NearAsync(db, words[at].Begun[0], cancel) };
            leads[at] = await LeadAsync(db, words[at], Rare, cancel);
        }

        return (words, widened.Contains(true) ? await TogetherAsync(db, words, leads, limit, cancel) : []);
    }

    private static async Task<List<int>> TogetherAsync(DeskDb db, List<Wide> words, List<List<int>> leads, int limit, CancellationToken cancel)
    {
        if (leads.Any(lead => lead.Count == 0)) return [];
        var first = leads.IndexOf(leads.MinBy(lead => lead.Count)!);
        var ids = leads[first];
        if (words.Count > 1 && ids.Count >= Rare) ids = await LeadAsync(db, words[first], MostLooked, cancel);
        for (var at = 0; at < words.Count && ids.Count > 0; at++)
            if (at != first) ids = await AmongAsync(db, words[at], ids, cancel);
        return ids.Count > limit ? ids[..limit] : ids;
    }

    /// <summary>Who has such a word, in the order of the words: the whole one comes before the longer ones.</summary>
    private static async Task<List<int>> LeadAsync(DeskDb db, Wide word, int most, CancellationToken cancel)
    {
        var found = new List<int>();
        foreach (var begun in word.Begun)
            found.AddRange(await Beginning(db.ContactWords, begun).OrderBy(each => each.Word).ThenBy(each => each.ContactId).Select(each => each.ContactId).Take(most).ToListAsync(cancel));
        foreach (var near in word.Near)
            found.AddRange(await db.ContactWords.Where(each => each.Word == near).OrderBy(each => each.ContactId).Select(each => each.ContactId).Take(most).ToListAsync(cancel));
        return [.. found.Distinct()];
    }

    private static async Task<List<int>> AmongAsync(DeskDb db, Wide word, List<int> ids, CancellationToken cancel)
    {
        var wanted = ids.ToArray();
        var have = new HashSet<int>();
        var theirs = db.ContactWords.Where(each => EF.Parameter(wanted).Contains(each.ContactId));
        foreach (var begun in word.Begun) have.UnionWith(await Beginning(theirs, begun).Select(each => each.ContactId).ToListAsync(cancel));
        if (word.Near.Length > 0)
            have.UnionWith(await theirs.Where(each => EF.Parameter(word.Near).Contains(each.Word)).Select(each => each.ContactId).ToListAsync(cancel));
        return ids.FindAll(have.Contains);
    }

    /// <summary>The words of all people that begin like it and are near it, the nearest first. Each word is sought once, however many have it.</summary>
    private static async Task<string[]> NearAsync(DeskDb db, string typed, CancellationToken cancel)
    {
        var near = new List<(string Word, int Distance)>();
        foreach (var letter in NearWords.FirstLetters(typed))
        {
            var (first, end) = (letter.ToString(), letter + End);
            var words = await db.Database.SqlQuery<string>($"""
                WITH RECURSIVE listed(word) AS (
                  SELECT min("Word") FROM "ContactWords" WHERE "Word" >= {first} AND "Word" < {end}
                  UNION ALL
                  SELECT (SELECT min(w."Word") FROM "ContactWords" AS w WHERE w."Word" > listed.word AND w."Word" < {end}) FROM listed WHERE listed.word IS NOT NULL)
                SELECT word AS "Value" FROM listed WHERE word IS NOT NULL LIMIT {MostWords}
                """).ToListAsync(cancel);
            near.AddRange(from word in words let distance = NearWords.Distance(typed, word) where distance is not null select (word, distance.Value));
        }

        return [.. near.OrderBy(each => each.Distance).ThenBy(each => each.Word, StringComparer.Ordinal).Take(NearTaken).Select(each => each.Word)];
    }

    private static IQueryable<ContactWord> Beginning(IQueryable<ContactWord> words, string begun)
    {
        var end = begun + End;
#pragma warning disable CA1307, CA1309, CA1310 // The store compares, byte by byte.
        return words.Where(each => string.Compare(each.Word, begun) >= 0 && string.Compare(each.Word, end) < 0);
#pragma warning restore CA1307, CA1309, CA1310
    }

    private sealed record Wide(IReadOnlyList<string> Begun, string[] Near);
}
