using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Keeps the words of people and organisations that are saved, in the same transaction: who was renamed is found by the new name at once.</summary>
public sealed class ContactWordsInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db) return result;

        // A point that its owner gave up would stay behind, nobody's.
        foreach (var point in db.ChangeTracker.Entries<ContactPoint>().Where(point => point is { State: EntityState.Modified, Entity: { ContactId: null, CustomerId: null } }).ToList()) point.State = EntityState.Deleted;
        foreach (var person in Changed<Contact>(db))
        {
            var words = await WordsAsync(person, cancel);
            if (person.State == EntityState.Modified)
            {
                foreach (var known in await db.ContactWords.Where(word => word.ContactId == person.Entity.Id).ToListAsync(cancel))
                    if (!words.Remove(known.Word)) db.Remove(known);
            }

            db.AddRange(words.Select(word => new ContactWord { Contact = person.Entity, Word = word }));
        }

        foreach (var customer in Changed<Customer>(db))
        {
            customer.Entity.Sort();
            var words = await WordsAsync(customer, cancel);
            if (customer.State == EntityState.Modified)
            {
                foreach (var known in await db.CustomerWords.Where(word => word.CustomerId == customer.Entity.Id).ToListAsync(cancel))
                    if (!words.Remove(known.Word)) db.Remove(known);
            }

            db.AddRange(words.Select(word => new CustomerWord { Customer = customer.Entity, Word = word }));
        }

        return result;
    }

    // As with tickets: nothing of the desk is saved without waiting for it.
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Changed<Contact>(db).Count + Changed<Customer>(db).Count > 0 ? throw new InvalidOperationException("Contacts are saved with SaveChangesAsync.") : result;

    /// <summary>Of all points, also where whoever changes the row did not load them.</summary>
    private static async Task<HashSet<string>> WordsAsync<T>(EntityEntry<T> party, CancellationToken cancel)
        where T : Party
    {
        if (party.State == EntityState.Modified) await party.Collection(each => each.OtherPoints).LoadAsync(cancel);
        return ContactWords.Of(party.Entity).ToHashSet(StringComparer.Ordinal);
    }

    private static List<EntityEntry<T>> Changed<T>(DeskDb db)
        where T : Party => [.. db.ChangeTracker.Entries<T>().Where(party => party.State is EntityState.Added or EntityState.Modified)];
}
