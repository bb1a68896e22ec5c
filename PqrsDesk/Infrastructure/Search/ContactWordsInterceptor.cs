using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Infrastructure.Search;

/// <summary>Keeps the words of people who are saved, in the same transaction: who was renamed is found by the new name at once.</summary>
public sealed class ContactWordsInterceptor : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData save, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        if (save.Context is not DeskDb db) return result;
        foreach (var person in Changed(db))
        {
            var words = ContactWords.Of(person.Entity).ToHashSet(StringComparer.Ordinal);
            if (person.State == EntityState.Modified)
            {
                foreach (var known in await db.ContactWords.Where(word => word.ContactId == person.Entity.Id).ToListAsync(cancel))
                    if (!words.Remove(known.Word)) db.Remove(known);
            }

            db.AddRange(words.Select(word => new ContactWord { Contact = person.Entity, Word = word }));
        }

        return result;
    }

    // As with tickets: nothing of the desk is saved without waiting for it.
    public override InterceptionResult<int> SavingChanges(DbContextEventData save, InterceptionResult<int> result) =>
        save.Context is DeskDb db && Changed(db).Count > 0 ? throw new InvalidOperationException("Contacts are saved with SaveChangesAsync.") : result;

    private static List<Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry<Contact>> Changed(DeskDb db) =>
        [.. db.ChangeTracker.Entries<Contact>().Where(person => person.State is EntityState.Added or EntityState.Modified)];
}
