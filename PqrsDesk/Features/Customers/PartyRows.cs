using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Customers;

/// <summary>Rows of people and of organisations, asked for in one way. Who has a reserved identity is not found.</summary>
internal static class PartyRows
{
    /// <summary>Tracked, with its points.</summary>
    public static async Task<Party?> FindAsync(DeskDb db, PartyKind kind, int id, CancellationToken cancel) => kind == PartyKind.Person
        ? await db.Contacts.Include(contact => contact.OtherPoints).SingleOrDefaultAsync(contact => contact.Id == id && !contact.Reserved, cancel)
        : await db.Customers.Include(customer => customer.OtherPoints).SingleOrDefaultAsync(customer => customer.Id == id, cancel);

    /// <summary>Who else has that document, or that external id; null: nobody.</summary>
    public static Task<string?> NameAsync(DeskDb db, PartyKind kind, int except, string? key, string? external, CancellationToken cancel) => kind == PartyKind.Person
        ? db.Contacts.Where(each => each.Id != except && !each.Reserved && ((key != null && each.DocumentKey == key) || (external != null && each.ExternalId == external))).OrderBy(each => each.Id).Select(each => each.Name).FirstOrDefaultAsync(cancel)
        : db.Customers.Where(each => each.Id != except && ((key != null && each.DocumentKey == key) || (external != null && each.ExternalId == external))).OrderBy(each => each.Id).Select(each => each.Name).FirstOrDefaultAsync(cancel);

    /// <summary>PostgreSQL's rows in the order of their numbers, so that two who want both cannot block each other. Filings that name them go on meanwhile.</summary>
    public static async Task LockAsync(DeskDb db, PartyKind kind, int[] ids, CancellationToken cancel)
    {
        if (db is not PostgresDeskDb) return;
        await (kind == PartyKind.Person
            ? db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Contacts" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel)
            : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Customers" WHERE "Id" = ANY ({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", cancel));
    }
}
