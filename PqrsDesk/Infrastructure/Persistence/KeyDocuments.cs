using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;

namespace PqrsDesk.Infrastructure.Persistence;

/// <summary>Gives their keys to the documents of before there were any: once, before the desk serves, so that nobody becomes two people meanwhile.</summary>
public sealed class KeyDocuments(DeskWriter writer)
{
    /// <summary>A transaction of some tens of milliseconds each: a stop in the middle goes on from there.</summary>
    private const int Batch = 1_000;

    /// <returns>How many were without.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var keyed = 0;
        for (var more = true; more;)
        {
            var some = await writer.RunAsync(db => BatchAsync(db, cancel), cancel);
            (keyed, more) = (keyed + some, some == Batch);
        }

        return keyed + await writer.RunAsync(db => SortAsync(db, cancel), cancel);
    }

    /// <summary>Organisations of before they were sorted and searched: few enough for one piece.</summary>
    private static async Task<int> SortAsync(DeskDb db, CancellationToken cancel)
    {
        var unsorted = await db.Customers.Where(customer => customer.SortName == null).ToListAsync(cancel);

        // Saving them makes their words.
        foreach (var customer in unsorted) customer.Sort();

        return unsorted.Count;
    }

    private static async Task<int> BatchAsync(DeskDb db, CancellationToken cancel)
    {
        var bare = await db.Contacts.AsNoTracking().Where(contact => contact.DocumentKey == null).OrderBy(contact => contact.Id).Take(Batch)
            .Select(contact => new { contact.Id, contact.Document }).ToListAsync(cancel);
        if (bare.Count == 0) return 0;

        // Past the change tracker: the words of these people stay as they are.
        int[] ids = [.. bare.Select(contact => contact.Id)];
        string[] keys = [.. bare.Select(contact => DocumentKey.Of(contact.Document))];
        await (db is PostgresDeskDb
            ? db.Database.ExecuteSqlAsync($"""UPDATE "Contacts" AS c SET "DocumentKey" = keyed.key FROM unnest({ids}, {keys}) AS keyed (id, key) WHERE c."Id" = keyed.id""", cancel)
            : db.Database.ExecuteSqlAsync($"""
                UPDATE "Contacts" SET "DocumentKey" = keyed.value ->> 1
                FROM json_each({JsonSerializer.Serialize(ids.Zip(keys, (id, key) => new object[] { id, key }))}) AS keyed WHERE "Contacts"."Id" = keyed.value ->> 0
                """, cancel));
        return bare.Count;
    }
}
