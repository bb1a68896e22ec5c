using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features;

/// <summary>Somebody who filed before.</summary>
public sealed record KnownContact(int Id, string Name, string? Document, string? Email, string? Telephone, int? CustomerId, string? CustomerName)
{
    public string? Address { get; init; }
}

/// <summary>Finds people by the beginnings of their names, their document, telephone or address; accents, case and small slips do not matter.</summary>
public sealed class FindContacts(ContactSearch search, IDbContextFactory<DeskDb> desk)
{
    public const int LeastLetters = ContactQuery.LeastLetters;
    private const int Shown = 8;

    public async Task<IReadOnlyList<KnownContact>> RunAsync(string text, CancellationToken cancel)
    {
        var ids = (await search.FindAsync(text, Shown, cancel)).ToArray();
        if (ids.Length == 0) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Contacts.Where(c => !c.Reserved && EF.Parameter(ids).Contains(c.Id))
            .Select(c => new KnownContact(c.Id, c.Name, c.Document, c.Email, c.Telephone, c.CustomerId, c.Customer!.Name) { Address = c.Address })
            .ToListAsync(cancel);
        return [.. found.OrderBy(contact => Array.IndexOf(ids, contact.Id))];
    }
}
