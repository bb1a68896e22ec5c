using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Importing.Parties;

/// <summary>Writes people or organisations past the change tracker, with all by which they are found.</summary>
internal static class PartyBatch
{
    public static async Task WriteAsync(DeskDb db, PartyKind kind, IReadOnlyList<PartyRow> rows, string by, DateTimeOffset at, CancellationToken cancel)
    {
        if (kind == PartyKind.Person)
        {
            var people = rows.Select(row => Contact.Of(row.Details, by, at)).ToList();
            await db.InsertAsync(people, cancel, numbered: true);
            await db.InsertAsync([.. people.SelectMany(person => ContactWords.Of(person).Select(word => new ContactWord { ContactId = person.Id, Word = word }))], cancel);
            await db.InsertAsync([.. people.SelectMany(person => person.OtherPoints.Select(point => point.Under(person)))], cancel, numbered: true);
            return;
        }

        var customers = rows.Select(row => Customer.Of(row.Details, by, at)).ToList();
        customers.ForEach(customer => customer.Sort());
        await db.InsertAsync(customers, cancel, numbered: true);
        await db.InsertAsync([.. customers.SelectMany(customer => ContactWords.Of(customer).Select(word => new CustomerWord { CustomerId = customer.Id, Word = word }))], cancel);
        await db.InsertAsync([.. customers.SelectMany(customer => customer.OtherPoints.Select(point => point.Under(customer)))], cancel, numbered: true);
    }
}
