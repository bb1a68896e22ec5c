using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Cluster;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Likeness;

/// <summary>
/// Holds people, and organisations, against those that have something in common with them: found by the indexes of their
/// documents and words, never by scanning. Who has a reserved identity has no words and is asked for nowhere.
/// </summary>
public sealed class FindPairs(DeskWriter writer)
{
    private const int Batch = 100;

    /// <summary>What more than these have in common says nothing.</summary>
    private const int MostSharing = 60;
    private const int LeastLetters = 3;

    /// <returns>How many were held against the others.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var read = 0;
        foreach (var kind in Enum.GetValues<PartyKind>())
            for (int some; (some = await writer.RunAsync(db => NextAsync(db, kind, cancel), cancel, some => some > 0)) > 0;) read += some;
        return read;
    }

    /// <summary>Somebody was made or changed: what spoke for them being another is asked anew, in the transaction of whoever did it.</summary>
    public static async Task AgainAsync(DeskDb db, Party party, CancellationToken cancel)
    {
        var kind = party is Contact ? PartyKind.Person : PartyKind.Organisation;
        if (party is Contact { Reserved: true }) return;
        await db.PartyPairs.Where(pair => pair.Kind == kind && (pair.FirstId == party.Id || pair.SecondId == party.Id) && pair.ToldApartAt == null).ExecuteDeleteAsync(cancel);
        await CompareAsync(db, kind, [party], cancel);
        await db.SaveChangesAsync(cancel);

        // The next one may begin by deleting some of them, past the change tracker.
        foreach (var pair in db.ChangeTracker.Entries<PartyPair>().ToList()) pair.State = EntityState.Detached;
    }

    private static async Task<int> NextAsync(DeskDb db, PartyKind kind, CancellationToken cancel)
    {
        var reading = await db.PairReadings.SingleOrDefaultAsync(each => each.Kind == kind, cancel);
        if (reading is null) db.PairReadings.Add(reading = new PairReading { Kind = kind });
        var after = reading.Position;
        List<Party> next = kind == PartyKind.Person
            ? [.. await People(db).Where(contact => contact.Id > after).OrderBy(contact => contact.Id).Take(Batch).ToListAsync(cancel)]
            : [.. await Organisations(db).Where(customer => customer.Id > after).OrderBy(customer => customer.Id).Take(Batch).ToListAsync(cancel)];
        if (next.Count == 0) return 0;
        await CompareAsync(db, kind, next, cancel);
        reading.Position = next[^1].Id;
        return next.Count;
    }

    private static async Task CompareAsync(DeskDb db, PartyKind kind, IReadOnlyList<Party> parties, CancellationToken cancel)
    {
        var sought = new List<(Party Party, HashSet<int> Others)>();
        foreach (var party in parties) sought.Add((party, await CandidatesAsync(db, kind, party, cancel)));
        var ids = sought.SelectMany(each => each.Others).Distinct().ToArray();
        if (ids.Length == 0) return;
        Dictionary<int, Party> others = kind == PartyKind.Person
            ? (await People(db).Where(contact => EF.Parameter(ids).Contains(contact.Id)).ToListAsync(cancel)).ToDictionary(contact => contact.Id, contact => (Party)contact)
            : (await Organisations(db).Where(customer => EF.Parameter(ids).Contains(customer.Id)).ToListAsync(cancel)).ToDictionary(customer => customer.Id, customer => (Party)customer);
        var pairs = new Dictionary<(int First, int Second), (PairReasons Reasons, int Weight)>();
        foreach (var (party, near) in sought)
        {
            foreach (var other in near.Select(others.GetValueOrDefault).OfType<Party>())
            {
                var (reasons, weight) = PartyLikeness.Of(party, other);
                if (reasons != PairReasons.None) pairs[(Math.Min(party.Id, other.Id), Math.Max(party.Id, other.Id))] = (reasons, weight);
            }
        }

        await KeepAsync(db, kind, pairs, cancel);
    }

    private static async Task KeepAsync(DeskDb db, PartyKind kind, Dictionary<(int First, int Second), (PairReasons Reasons, int Weight)> pairs, CancellationToken cancel)
    {
        if (pairs.Count == 0) return;
        int[] firsts = [.. pairs.Keys.Select(pair => pair.First).Distinct()];
        var known = await db.PartyPairs.Where(pair => pair.Kind == kind && EF.Parameter(firsts).Contains(pair.FirstId)).ToDictionaryAsync(pair => (pair.FirstId, pair.SecondId), cancel);
        foreach (var ((first, second), (reasons, weight)) in pairs)
        {
            // What somebody decided of a pair stays decided.
            if (known.TryGetValue((first, second), out var pair)) (pair.Reasons, pair.Weight) = (reasons, weight);
            else db.PartyPairs.Add(new PartyPair { Kind = kind, FirstId = first, SecondId = second, Reasons = reasons, Weight = weight });
        }
    }

    private static async Task<HashSet<int>> CandidatesAsync(DeskDb db, PartyKind kind, Party party, CancellationToken cancel)
    {
        var found = new HashSet<int>();
        if (party.DocumentKey is { Length: > 0 } key)
        {
            found.UnionWith(kind == PartyKind.Person
                ? await db.Contacts.Where(contact => contact.DocumentKey == key && !contact.Reserved).OrderBy(contact => contact.Id).Select(contact => contact.Id).Take(MostSharing).ToListAsync(cancel)
                : await db.Customers.Where(customer => customer.DocumentKey == key).OrderBy(customer => customer.Id).Select(customer => customer.Id).Take(MostSharing).ToListAsync(cancel));
        }

        foreach (var word in PartyLikeness.Keys(party, PointKind.Email).Concat(PartyLikeness.Telephones(party)))
            found.UnionWith(await Words(db, kind).Where(each => each.Word == word).Select(each => each.Id).Take(MostSharing).ToListAsync(cancel));

        // A rare name leads to few; of common ones two together must.
        var common = new List<string>();
        foreach (var word in SearchedWords.Split(party.Name).Where(word => word.Length >= LeastLetters).Distinct())
        {
            var sharing = await Words(db, kind).Where(each => each.Word == word).Select(each => each.Id).Take(MostSharing + 1).ToListAsync(cancel);
            if (sharing.Count <= MostSharing) found.UnionWith(sharing);
            else common.Add(word);
        }

        if (common.Count > 1)
        {
            var (one, other, words) = (common[^1], common[^2], Words(db, kind));
            found.UnionWith(await words.Where(each => each.Word == one && words.Any(its => its.Id == each.Id && its.Word == other)).Select(each => each.Id).Take(MostSharing).ToListAsync(cancel));
        }

        found.Remove(party.Id);
        return found;
    }

    private static IQueryable<Contact> People(DeskDb db) => db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Where(contact => !contact.Reserved);

    private static IQueryable<Customer> Organisations(DeskDb db) => db.Customers.AsNoTracking().Include(customer => customer.OtherPoints);

    private static IQueryable<WordOf> Words(DeskDb db, PartyKind kind) => kind == PartyKind.Person
        ? db.ContactWords.Select(word => new WordOf { Id = word.ContactId, Word = word.Word })
        : db.CustomerWords.Select(word => new WordOf { Id = word.CustomerId, Word = word.Word });

    private sealed class WordOf
    {
        public int Id { get; init; }
        public string Word { get; init; } = "";
    }
}

/// <summary>Looks at those who came since it looked last.</summary>
public sealed class PairRounds(FindPairs find, IDuty duty, TimeProvider clock, ILogger<PairRounds> log) : DutyRounds(duty, clock, log)
{
    protected override TimeSpan Every => TimeSpan.FromMinutes(1);

    protected override Task RunAsync(DateTimeOffset asOf, CancellationToken stop) => find.RunAsync(stop);
}
