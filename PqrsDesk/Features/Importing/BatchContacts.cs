using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Importing;

/// <summary>The contacts of a batch: known by the same document, or else the same address; else new.</summary>
internal sealed class BatchContacts
{
    private readonly Dictionary<string, Contact> _byDocument = [];
    private readonly Dictionary<string, Contact> _byEmail = [];
    private readonly Dictionary<PetitionerDetails, Contact> _byDetails = [];

    private BatchContacts()
    {
    }

    public static async Task<BatchContacts> FindAsync(DeskDb db, IReadOnlyList<ImportRow> rows, CancellationToken cancel)
    {
        var contacts = new BatchContacts();
        var people = rows.Select(row => row.Petitioner).Where(person => !person.Anonymous).ToList();
        if (people.Count == 0) return contacts;
        await contacts.LoadAsync(db, people, cancel);
        foreach (var person in people) contacts.Resolve(db, person);
        await db.SaveChangesAsync(cancel);
        return contacts;
    }

    /// <summary>Null when the petitioner is anonymous.</summary>
    public Contact? Of(PetitionerDetails person) => person.Anonymous ? null : _byDetails[person];

    private async Task LoadAsync(DeskDb db, List<PetitionerDetails> people, CancellationToken cancel)
    {
        var documents = people.Select(person => person.Document).OfType<string>().Distinct().ToList();
        var emails = people.Where(person => person.Document is null).Select(person => person.Email).OfType<string>().Distinct().ToList();
        var known = await db.Contacts
            .Where(contact => documents.Contains(contact.Document!) || emails.Contains(contact.Email!))
            .OrderBy(contact => contact.Id).ToListAsync(cancel);
        foreach (var contact in known) Keep(contact);
    }

    private void Resolve(DeskDb db, PetitionerDetails person)
    {
        if (_byDetails.ContainsKey(person)) return;
        var known = person is { Document: { } document } ? _byDocument.GetValueOrDefault(document)
            : person is { Email: { } email } ? _byEmail.GetValueOrDefault(email)
            : null;
        if (known is null)
        {
            known = new Contact { Name = person.Name!, Document = person.Document, Email = person.Email, Telephone = person.Telephone };
            db.Contacts.Add(known);
            Keep(known);
        }

        _byDetails[person] = known;
    }

    private void Keep(Contact contact)
    {
        if (contact.Document is { } document) _byDocument.TryAdd(document, contact);
        if (contact.Email is { } email) _byEmail.TryAdd(email, contact);
    }
}
