using Microsoft.EntityFrameworkCore;
using PqrsDesk.Domain.Customers;
using PqrsDesk.Domain.Tickets;
using PqrsDesk.Infrastructure.Persistence;
using PqrsDesk.Infrastructure.Search;

namespace PqrsDesk.Features.Customers;

/// <summary>An organisation in the list.</summary>
/// <param name="Open">Its open cases; the nearest of their deadlines is <paramref name="NextDueAt"/>.</param>
public sealed record CustomerLine(
    int Id, string Name, string? Document, ServiceLevel Category, bool Active, string? Email, string? Telephone, string? Municipality, int People, int Open, DateTimeOffset? NextDueAt)
{
    internal string SortName { get; init; } = "";
}

/// <summary>A person in the list.</summary>
public sealed record PersonLine(
    int Id, string Name, string? Document, bool Active, string? Email, string? Telephone, string? Municipality, int? CustomerId, string? Customer, int Open, DateTimeOffset? NextDueAt);

/// <summary>Some rows of a list.</summary>
/// <param name="Next">Where the next ones begin; null: there are none.</param>
public sealed record PartyList<T>(IReadOnlyList<T> Lines, PartyCursor? Next);

/// <summary>Lists organisations by name and people by who came last, page by page. Reserved identities are in none of them.</summary>
public sealed class ListParties(IDbContextFactory<DeskDb> desk, ContactSearch people)
{
    public const int Page = 50;

    public async Task<PartyList<CustomerLine>> CustomersAsync(PartyQuery query, PartyCursor? after, int limit, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var customers = Organisations(db, query);
#pragma warning disable CA1307, CA1309, CA1310 // The store compares, letter by letter.
        if (after is { Name: var name, Id: <= int.MaxValue and var place })
        {
            var id = (int)place;
            customers = customers.Where(c => string.Compare(c.SortName, name) >= 0 && (string.Compare(c.SortName, name) > 0 || c.Id > id));
        }

#pragma warning restore CA1307, CA1309, CA1310
        // First whom, then what of them: else an engine that has to sort counts the cases of all that it sorts.
        int[] ids = [.. await customers.OrderBy(c => c.SortName).ThenBy(c => c.Id).Take(limit + 1).Select(c => c.Id).ToListAsync(cancel)];
        var lines = await db.Customers.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new CustomerLine(
            c.Id, c.Name, c.Document, c.ServiceLevel, c.Active, c.Email, c.Telephone, c.Municipality,
            db.Contacts.Count(contact => contact.CustomerId == c.Id && !contact.Reserved && contact.Active),
            db.Tickets.Count(t => t.CustomerId == c.Id && t.Status < TicketStatus.Answered && t.PetitionerId != null && !t.ReservedIdentity),
            db.Tickets.Where(t => t.CustomerId == c.Id && t.Status < TicketStatus.Answered && t.PetitionerId != null && !t.ReservedIdentity).Min(t => t.NextDueAt))
        {
            SortName = c.SortName ?? "",
        }).ToListAsync(cancel);
        return PageOf([.. lines.OrderBy(line => Array.IndexOf(ids, line.Id))], limit, last => new(last.SortName, last.Id));
    }

    public async Task<PartyList<PersonLine>> PeopleAsync(PartyQuery query, PartyCursor? after, int limit, CancellationToken cancel)
    {
        await using var db = await desk.CreateDbContextAsync(cancel);
        var contacts = People(db, query);
        if (query.Text is { } text) contacts = await people.AmongAsync(db, contacts, text, cancel);
        if (after is { Id: <= int.MaxValue and var place })
        {
            var id = (int)place;
            contacts = contacts.Where(c => c.Id < id);
        }

        int[] ids = [.. await contacts.OrderByDescending(c => c.Id).Take(limit + 1).Select(c => c.Id).ToListAsync(cancel)];
        var lines = await db.Contacts.AsNoTracking().Where(c => EF.Parameter(ids).Contains(c.Id)).Select(c => new PersonLine(
            c.Id, c.Name, c.Document, c.Active, c.Email, c.Telephone, c.Municipality, c.CustomerId, c.Customer!.Name,
            db.Tickets.Count(t => t.PetitionerId == c.Id && t.Status < TicketStatus.Answered && !t.ReservedIdentity),
            db.Tickets.Where(t => t.PetitionerId == c.Id && t.Status < TicketStatus.Answered && !t.ReservedIdentity).Min(t => t.NextDueAt))).ToListAsync(cancel);
        return PageOf([.. lines.OrderByDescending(line => line.Id)], limit, last => new("", last.Id));
    }

    private static IQueryable<Customer> Organisations(DeskDb db, PartyQuery query)
    {
        var customers = db.Customers.AsNoTracking();
        if (query.Text is { } text) customers = customers.Called(db, text);
        if (query.Category is { } category) customers = customers.Where(c => c.ServiceLevel == category);
        if (query.Active is { } active) customers = customers.Where(c => c.Active == active);
        if (query.Open) customers = customers.Where(c => db.Tickets.Any(t => t.CustomerId == c.Id && t.Status < TicketStatus.Answered && t.PetitionerId != null && !t.ReservedIdentity));
        return customers;
    }

    private static IQueryable<Contact> People(DeskDb db, PartyQuery query)
    {
        var contacts = db.Contacts.AsNoTracking().Where(c => !c.Reserved);
        if (query.CustomerId is { } customer) contacts = contacts.Where(c => c.CustomerId == customer);
        if (query.Active is { } active) contacts = contacts.Where(c => c.Active == active);
        if (query.Open) contacts = contacts.Where(c => db.Tickets.Any(t => t.PetitionerId == c.Id && t.Status < TicketStatus.Answered && !t.ReservedIdentity));
        return contacts;
    }

    private static PartyList<T> PageOf<T>(List<T> lines, int limit, Func<T, PartyCursor> place)
    {
        if (lines.Count <= limit) return new(lines, null);
        lines.RemoveAt(limit);
        return new(lines, place(lines[^1]));
    }
}
