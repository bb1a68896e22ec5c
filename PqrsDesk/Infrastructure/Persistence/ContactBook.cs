using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>
/// The contacts of a few petitioners: known to whoever writes for them, or by the same document, or else, without one, by the same address; else new.
/// With a reserved identity everybody is new: nothing may lead from that case to their others, or back.
/// </summary>
public sealed class ContactBook
{
    private readonly Dictionary<int, Contact> _byNumber = [];
    private readonly Dictionary<string, Contact> _byDocument = [];
    private readonly Dictionary<string, Contact> _byEmail = [];
    private readonly List<Contact> _fresh = [];

    private ContactBook()
    {
    }

    /// <param name="people">Tidied; who is anonymous is nobody's contact and stays out.</param>
    public static async Task<ContactBook> FindAsync(DeskDb db, IEnumerable<PetitionerDetails> people, CancellationToken cancel)
    {
        var contacts = new ContactBook();
        var sought = people.Where(person => !person.Anonymous && !person.Reserved && (person.KnownId is not null || Identity(person) is not null)).ToList();
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
        { KnownId: { } id } when _byNumber.TryGetValue(id, out var recognised) => recognised,
        { Document: not null } when KeyOf(person) is { Length: > 0 } key => _byDocument.GetValueOrDefault(key),
        { Email: { } email } => _byEmail.GetValueOrDefault(email),
        _ => null,
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

    private static string? Identity(PetitionerDetails person) => KeyOf(person) is { Length: > 0 } key ? key : person.Email;

    /// <summary>Dots, spaces and the like make nobody another person. Empty: no document.</summary>
    private static string KeyOf(PetitionerDetails person) => DocumentKey.Of(person.Document);

    private async Task LoadAsync(DeskDb db, List<PetitionerDetails> people, CancellationToken cancel)
    {
        if (people.Count == 0) return;
        var documents = people.Select(KeyOf).Where(key => key.Length > 0).Distinct().ToList();
        var emails = people.Where(person => KeyOf(person).Length == 0).Select(person => person.Email).OfType<string>().Distinct().ToList();
        var numbers = people.Select(person => person.KnownId).OfType<int>().Distinct().ToList();
        var found = await db.Contacts.AsNoTracking()
            .Where(contact => !contact.Reserved && (numbers.Contains(contact.Id) || documents.Contains(contact.DocumentKey!) || emails.Contains(contact.Email!)))
            .OrderBy(contact => contact.Id).ToListAsync(cancel);
        foreach (var contact in found) Keep(contact);
    }

    private void Keep(Contact contact)
    {
        // Somebody new has no number yet.
        if (contact.Id > 0) _byNumber.TryAdd(contact.Id, contact);
        if (contact.DocumentKey is { Length: > 0 } key) _byDocument.TryAdd(key, contact);
        if (contact.Email is { } email) _byEmail.TryAdd(email, contact);
    }
}
