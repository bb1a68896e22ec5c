using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Likeness;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// The contacts of a few petitioners: known to whoever writes for them, or by the same document, or else, without one, by
/// any of their e-mails, however its letters are written; or else, without either, by a telephone that one person alone has, whose name it is too; else new.
/// With a reserved identity everybody is new: nothing may lead from that case to their others, or back.
/// </summary>
public sealed class ContactBook
{
    private const int NationalDigits = 10;

    /// <summary>A number that more people have than this is an office's.</summary>
    private const int MostSharing = 20;

    private readonly Dictionary<int, Contact> _byNumber = [];
    private readonly Dictionary<string, Contact> _byDocument = [];
    private readonly Dictionary<string, Contact> _byEmail = [];
    private readonly Dictionary<string, HashSet<int>> _byTelephone = [];
    private readonly Dictionary<int, int> _mergedInto = [];
    private readonly List<Contact> _fresh = [];

    private ContactBook()
    {
    }

    /// <param name="people">Tidied; who is anonymous is nobody's contact and stays out.</param>
    public static async Task<ContactBook> FindAsync(DeskDb db, IEnumerable<PetitionerDetails> people, CancellationToken cancel)
    {
        var contacts = new ContactBook();
        var sought = people.Where(person => !person.Anonymous && !person.Reserved && (person.KnownId is not null || Identity(person) is not null || TelephonesOf(person).Any())).ToList();
        await contacts.LoadAsync(db, sought, cancel);
        var unknown = sought.FindAll(person => Identity(person) is not null && contacts.Known(person) is null);
        if (unknown.Count == 0 || db is not PostgresDeskDb) return contacts;

        // Somebody new who files twice at once is still one person: the second filing waits here, and finds them. In the
        // order of the locks, so that two that bring several people cannot block each other.
        var identities = unknown.Select(Identity).Distinct().ToArray();
        await db.Database.ExecuteSqlAsync($"""
            SELECT pg_advisory_xact_lock(key) FROM (
              SELECT DISTINCT hashtextextended(identity, 0) AS key FROM unnest({identities}) AS identity ORDER BY key) AS sorted
            """, cancel);
        await contacts.LoadAsync(db, unknown, cancel);
        return contacts;
    }

    /// <summary>Null when nobody is known by that.</summary>
    public Contact? Known(PetitionerDetails person) => person switch
    {
        { Anonymous: true } or { Reserved: true } => null,
        { KnownId: { } id } when _byNumber.TryGetValue(_mergedInto.GetValueOrDefault(id, id), out var recognised) => recognised,
        { Document: not null } when KeyOf(person) is { Length: > 0 } key => _byDocument.GetValueOrDefault(key),
        { Email: { } email } => _byEmail.GetValueOrDefault(email) ?? _byEmail.GetValueOrDefault(KeyOf(email)),
        _ => ByTelephone(person),
    };

    /// <summary>Who is known by that, or somebody new, who has a number after <see cref="AddAsync"/>.</summary>
    /// <returns>Null when the petitioner is anonymous.</returns>
    public Contact? Of(PetitionerDetails person)
    {
        if (person.Anonymous) return null;
        if (Known(person) is { } known) return known;
        var contact = new Contact
        {
            Name = person.Name!,
            Person = person.Person,
            DocumentType = person.DocumentType,
            Document = person.Document,
            Email = person.Email,
            Telephone = person.Telephone,
            Address = person.Address,
            Municipality = person.Municipality,
            Reserved = person.Reserved,
        };
        _fresh.Add(contact);
        if (!contact.Reserved) Keep(contact);
        return contact;
    }

    public async Task AddAsync(DeskDb db, CancellationToken cancel)
    {
        await db.InsertAsync(_fresh, cancel, numbered: true);
        await db.InsertAsync([.. _fresh.SelectMany(contact => ContactWords.Of(contact).Select(word => new ContactWord { ContactId = contact.Id, Word = word }))], cancel);
        _fresh.Clear();
    }

    /// <summary>Families and offices share telephones: it must be one person's alone, and the name must be near.</summary>
    private Contact? ByTelephone(PetitionerDetails person)
    {
        var ids = TelephonesOf(person).SelectMany(number => _byTelephone.GetValueOrDefault(number) ?? []).Distinct().ToList();
        return ids is [var only] && _byNumber.TryGetValue(only, out var contact) && NearNames.Are(contact.Name, person.Name) ? contact : null;
    }

    private static IEnumerable<string> TelephonesOf(PetitionerDetails person) =>
        person is { Document: null, Email: null, Telephone: { } telephone } ? ContactWords.Telephones(telephone).Where(number => number.Length == NationalDigits) : [];

    private static string? Identity(PetitionerDetails person) => KeyOf(person) is { Length: > 0 } key ? key : person.Email is { } email ? KeyOf(email) : null;

    /// <summary>Dots, spaces and the like make nobody another person. Empty: no document.</summary>
    private static string KeyOf(PetitionerDetails person) => DocumentKey.Of(person.Document);

    private static string KeyOf(string email) => ContactPoint.KeyOf(PointKind.Email, email);

    private async Task LoadAsync(DeskDb db, List<PetitionerDetails> people, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        var documents = people.Select(KeyOf).Where(key => key.Length > 0).Distinct().ToList();
        var emails = people.Where(person => KeyOf(person).Length == 0).Select(person => person.Email).OfType<string>().Distinct().ToList();
        var numbers = await FollowAsync(db, [.. people.Select(person => person.KnownId).OfType<int>().Distinct()], cancel);
        var found = await db.Contacts.AsNoTracking()
            .Where(contact => !contact.Reserved && (numbers.Contains(contact.Id) || documents.Contains(contact.DocumentKey!) || emails.Contains(contact.Email!)))
            .OrderBy(contact => contact.Id).ToListAsync(cancel);
        foreach (var contact in found) Keep(contact);
        await LoadEmailsAsync(db, [.. emails.Select(KeyOf).Distinct()], cancel);
        await LoadTelephonesAsync(db, [.. people.SelectMany(TelephonesOf).Distinct()], cancel);
    }

    /// <summary>Who was recognised on a form that was drawn before two records became one.</summary>
    private async Task<List<int>> FollowAsync(DeskDb db, List<int> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0) return numbers;
        var gone = numbers.Except(await db.Contacts.Where(contact => numbers.Contains(contact.Id)).Select(contact => contact.Id).ToListAsync(cancel)).ToList();
        foreach (var id in gone)
            if (await MergeTrace.SurvivorAsync(db, PartyKind.Person, id, cancel) is { } survivor) _mergedInto[id] = survivor;
        return [.. numbers.Select(id => _mergedInto.GetValueOrDefault(id, id))];
    }

    /// <summary>Preferred or not, a whole e-mail is one of the words that a person is found by: without case, and with an index.</summary>
    private async Task LoadEmailsAsync(DeskDb db, List<string> keys, CancellationToken cancel)
    {
        if (keys.Count == 0) return;
        var found = await (from word in db.ContactWords
                           join contact in db.Contacts on word.ContactId equals contact.Id
                           where keys.Contains(word.Word) && !contact.Reserved
                           orderby contact.Id
                           select new { word.Word, Contact = contact }).AsNoTracking().ToListAsync(cancel);

        // Whose first e-mail it is comes before whoever has it beside another.
        foreach (var each in found.OrderBy(each => each.Contact.Email is { } first && KeyOf(first) == each.Word ? 0 : 1))
        {
            Keep(each.Contact);
            _byEmail.TryAdd(each.Word, each.Contact);
        }
    }

    private async Task LoadTelephonesAsync(DeskDb db, List<string> numbers, CancellationToken cancel)
    {
        if (numbers.Count == 0) return;

        // A document may be the same digits: who has it as a telephone is seen by looking.
        var ids = new HashSet<int>();
        foreach (var number in numbers)
            ids.UnionWith(await db.ContactWords.Where(word => word.Word == number).OrderBy(word => word.ContactId).Select(word => word.ContactId).Take(MostSharing).ToListAsync(cancel));
        if (ids.Count == 0) return;
        foreach (var contact in await db.Contacts.AsNoTracking().Include(contact => contact.OtherPoints).Where(contact => !contact.Reserved && ids.Contains(contact.Id)).ToListAsync(cancel))
        {
            _byNumber.TryAdd(contact.Id, contact);
            foreach (var number in PartyLikeness.Telephones(contact).Intersect(numbers))
            {
                if (_byTelephone.TryGetValue(number, out var sharing)) sharing.Add(contact.Id);
                else _byTelephone[number] = [contact.Id];
            }
        }
    }

    private void Keep(Contact contact)
    {
        // Somebody new has no number yet.
        if (contact.Id > 0) _byNumber.TryAdd(contact.Id, contact);
        if (contact.DocumentKey is { Length: > 0 } key) _byDocument.TryAdd(key, contact);
        if (contact.Email is not { } email) return;
        _byEmail.TryAdd(email, contact);
        _byEmail.TryAdd(KeyOf(email), contact);
    }
}
