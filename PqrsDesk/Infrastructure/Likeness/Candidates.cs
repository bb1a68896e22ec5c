using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>The few cases that are worth comparing: what the same people filed, what has the same signature, and what has the rarest words.</summary>
internal static class Candidates
{
    public const int Most = 50;
    private const int OfPeople = 20;
    private const int OfSignature = 15;

    /// <summary>People with the same document, address or telephone.</summary>
    private const int MostPeople = 20;

    /// <summary>Long words are rare ones, as a rule; which really are, the index says.</summary>
    private const int MostWords = 14;
    private const int LeastLetters = 5;
    private const int MostOfWord = 24;

    public static async Task<IReadOnlyCollection<long>> OfAsync(
        DeskDb db, long? itself, Likened filing, string text, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var found = new HashSet<long>(await OfPeopleAsync(db, filing, from, to, cancel));
        found.UnionWith(await OfSignatureAsync(db, filing.Text, from, to, cancel));
        if (itself is { } own) found.Remove(own);
        foreach (var id in await OfWordsAsync(db, text, itself ?? long.MaxValue, cancel))
            if (found.Count < Most) found.Add(id);
        return found;
    }

    private static async Task<List<long>> OfPeopleAsync(DeskDb db, Likened filing, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        var people = (await PeopleAsync(db, filing, cancel)).ToArray();
        if (people.Length == 0) return [];
        return await db.Tickets.Where(t => EF.Parameter(people).Contains(t.PetitionerId!.Value) && t.FiledAt >= from && t.FiledAt <= to)
            .OrderByDescending(t => t.FiledAt).Take(OfPeople).Select(t => t.Id).ToListAsync(cancel);
    }

    private static async Task<HashSet<int>> PeopleAsync(DeskDb db, Likened filing, CancellationToken cancel)
    {
        HashSet<int> people = filing.PetitionerId is { } id ? [id] : [];
        if (filing.DocumentKey is { Length: > 0 } key)
            people.UnionWith(await db.Contacts.Where(contact => contact.DocumentKey == key && !contact.Reserved).OrderBy(contact => contact.Id).Select(contact => contact.Id).Take(MostPeople).ToListAsync(cancel));
        string[] words = [.. filing.Email is { Length: > 0 } email ? [Ticket.Fold(email.Trim())] : Array.Empty<string>(), .. ContactWords.Telephones(filing.Telephone)];
        foreach (var word in words)
            people.UnionWith(await db.ContactWords.Where(each => each.Word == word).OrderBy(each => each.ContactId).Select(each => each.ContactId).Take(MostPeople).ToListAsync(cancel));
        return people;
    }

    /// <summary>Near-identical texts are found so also where all of their words are common.</summary>
    private static async Task<List<long>> OfSignatureAsync(DeskDb db, TextPrint text, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        if (TextSketch.Of(text) is not { } sketch) return [];
        var bands = sketch.Bands().ToArray();
        var firsts = await db.TextBands.Where(band => EF.Parameter(bands).Contains(band.Hash)).Select(band => band.TicketId).Distinct().Take(Most).ToArrayAsync(cancel);
        if (firsts.Length == 0) return [];
        return await db.TextSignatures.Where(signature => signature.GroupId != null && EF.Parameter(firsts).Contains(signature.GroupId!.Value) && signature.FiledAt >= from && signature.FiledAt <= to)
            .OrderByDescending(signature => signature.FiledAt).Take(OfSignature).Select(signature => signature.TicketId).ToListAsync(cancel);
    }

    /// <returns>Those with the most and the rarest of the words first.</returns>
    private static async Task<IEnumerable<long>> OfWordsAsync(DeskDb db, string text, long around, CancellationToken cancel)
    {
        var words = SearchedWords.Split(text).Where(word => word.Length >= LeastLetters).Distinct(StringComparer.Ordinal)
            .OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Take(MostWords).ToList();
        var hits = await ISearchIndex.Of(db).NearAsync(db, words, around, MostOfWord, cancel);
        var weights = hits.CountBy(hit => hit.Word).ToDictionary(word => word.Key, word => 1.0 / word.Value);
        return hits.GroupBy(hit => hit.Id).OrderByDescending(hit => hit.Sum(each => weights[each.Word])).ThenByDescending(hit => hit.Key).Select(hit => hit.Key).Take(Most);
    }
}
