using System.Text;
using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;

namespace PqrsDesk.Features.Filings;

/// <summary>Somebody who filed before.</summary>
public sealed record KnownContact(int Id, string Name, string? Document, string? Email, string? Telephone, int? CustomerId, string? CustomerName);

/// <summary>Finds people by a piece of their name, document or address; accents and case do not matter.</summary>
public sealed class FindContacts(IDbContextFactory<DeskDb> desk)
{
    public const int LeastLetters = 2;
    private const int Shown = 8;
    private const int Candidates = 200;

    /// <summary>Letters that an accent may change: neither engine folds them, so any letter passes and the rest is decided here.</summary>
    private const string Accented = "aeiounc";

    public async Task<IReadOnlyList<KnownContact>> RunAsync(string text, CancellationToken cancel)
    {
        var words = Ticket.Fold(text).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (words.Sum(word => word.Length) < LeastLetters) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = db.Contacts.Where(c => !c.Reserved);
#pragma warning disable CA1304, CA1311 // The store's own lower(), which asks for no culture.
        foreach (var pattern in words.Select(Pattern))
            found = found.Where(c => EF.Functions.Like(c.Name.ToLower(), pattern, "\\")
                || EF.Functions.Like(c.Document!.ToLower(), pattern, "\\")
                || EF.Functions.Like(c.Email!.ToLower(), pattern, "\\"));
#pragma warning restore CA1304, CA1311
        var candidates = await found.OrderBy(c => c.Name).ThenBy(c => c.Id)
            .Select(c => new KnownContact(c.Id, c.Name, c.Document, c.Email, c.Telephone, c.CustomerId, c.Customer!.Name))
            .Take(Candidates).ToListAsync(cancel);
        return [.. candidates.Where(contact => Array.TrueForAll(words, Folded(contact).Contains)).Take(Shown)];
    }

    private static string Folded(KnownContact contact) => Ticket.Fold($"{contact.Name} {contact.Document} {contact.Email}");

    private static string Pattern(string word)
    {
        var pattern = new StringBuilder("%");
        foreach (var letter in word)
            pattern.Append(letter switch
            {
                '%' or '_' or '\\' => $"\\{letter}",
                _ when Accented.Contains(letter) => "_",
                _ => letter.ToString(),
            });
        return pattern.Append('%').ToString();
    }
}
