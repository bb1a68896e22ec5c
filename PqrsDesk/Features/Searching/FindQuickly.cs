using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.People;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Searching;

/// <summary>A case that was found while somebody types.</summary>
public sealed record QuickCase(string Number, TicketKind Kind, string Subject, TicketStatus Status);

/// <summary>Somebody who filed, or who works here, with where their cases are listed.</summary>
public sealed record QuickPerson(string Name, string? Detail, TicketFilter Cases, bool OfStaff)
{
    /// <summary>Whose page shows them from all sides; null: of staff.</summary>
    public int? ContactId => OfStaff ? null : Cases.PetitionerId;
}

/// <summary>What the palette shows for what is typed so far.</summary>
public sealed record QuickFinds(IReadOnlyList<QuickCase> Cases, IReadOnlyList<QuickPerson> People)
{
    public static QuickFinds None { get; } = new([], []);
}

/// <summary>The first few cases and people for some letters: no excerpts, no counts, so that it keeps up with typing.</summary>
public sealed class FindQuickly(IDbContextFactory<DeskDb> desk, ITicketSearch search, FindContacts contacts)
{
    private const int MostCases = 6;
    private const int MostPeople = 4;

    /// <summary>More letters than anybody looks by.</summary>
    public const int Longest = 200;

    public async Task<QuickFinds> RunAsync(string text, Reader reader, CancellationToken cancel)
    {
        text = text.Trim();
        if (text.Length is 0 or > Longest || !reader.AllTickets) return QuickFinds.None;
        var (cases, people) = (await CasesAsync(WordQuery.Read(text), reader, cancel), await PeopleAsync(text, cancel));
        return new(cases.Count == 0 && text.Any(char.IsAsciiDigit) ? await CasesOfAsync(people, cancel) : cases, people);
    }

    private async Task<IReadOnlyList<QuickCase>> CasesAsync(WordQuery query, Reader reader, CancellationToken cancel)
    {
        if (query.IsEmpty) return [];
        var ids = (await search.FindAsync(query, reader, tickets => tickets, null, MostCases, cancel)).Ids.ToArray();
        if (ids.Length == 0) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var found = await db.Tickets.Where(t => EF.Parameter(ids).Contains(t.Id)).Select(t => new { t.Id, Case = new QuickCase(t.Number, t.Kind, t.Subject, t.Status) }).ToListAsync(cancel);
        return [.. found.OrderBy(each => Array.IndexOf(ids, each.Id)).Select(each => each.Case)];
    }

    /// <summary>Whoever types a document or a telephone means that person's cases: the open ones first, the newest first. Whose identity is reserved is not found by it.</summary>
    private async Task<IReadOnlyList<QuickCase>> CasesOfAsync(IReadOnlyList<QuickPerson> people, CancellationToken cancel)
    {
        var ids = people.Where(person => !person.OfStaff).Select(person => person.Cases.PetitionerId).OfType<int>().ToArray();
        if (ids.Length == 0) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        return await db.Tickets.Where(t => !t.ReservedIdentity && t.PetitionerId != null && EF.Parameter(ids).Contains(t.PetitionerId.Value))
            .OrderBy(t => t.Status >= TicketStatus.Answered).ThenByDescending(t => t.Id).Take(MostCases)
            .Select(t => new QuickCase(t.Number, t.Kind, t.Subject, t.Status)).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<QuickPerson>> PeopleAsync(string text, CancellationToken cancel)
    {
        if (text.Length < FindContacts.LeastLetters) return [];
        await using var db = await desk.CreateDbContextAsync(cancel);
        var names = await db.Staff.AsNoTracking().Where(member => member.Active).OrderBy(member => member.Name).Select(member => new { member.Id, member.Name }).ToListAsync(cancel);
        var words = SearchedWords.Split(text).ToList();
        var staff = names.Where(member => words.Count > 0 && SearchedWords.Split(member.Name).ToList() is var own && words.TrueForAll(word => own.Exists(name => name.StartsWith(word, StringComparison.Ordinal))))
            .Select(member => new QuickPerson(member.Name, null, new TicketFilter { OwnerId = member.Id }, OfStaff: true));
        var filed = (await contacts.RunAsync(text, cancel)).Select(contact => new QuickPerson(
            contact.Name, contact.Document ?? contact.Email ?? contact.Telephone, new TicketFilter { PetitionerId = contact.Id, Scope = TicketScope.Any }, OfStaff: false));
        return [.. staff.Take(MostPeople), .. filed.Take(MostPeople)];
    }
}
